package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.NearGroup;
import dev.rewarddesk.desktop.collect.AlikeViewModel.Fate;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.VisibleText;
import dev.rewarddesk.desktop.control.WrappingCell;
import dev.rewarddesk.desktop.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two images that look alike, at the same scale: the one that was taken, and the one that somebody decides about. */
final class AlikeCell extends WrappingCell<AlikeRow> {

    private static final double WIDTH = HeldPictures.WIDTH / 2.0;
    private static final double HEIGHT = HeldPictures.HEIGHT / 2.0;

    private final AlikeViewModel model;
    private final HeldPictures pictures;
    private final Runnable decided;
    private final HBox taken = new HBox();
    private final HBox held = new HBox();
    private final Label takenTitle = new Label();
    private final Label takenFacts = new Label();
    private final Label heldTitle = new Label();
    private final Label heldFacts = new Label();
    private final Label heldUrl = new Label();
    private final FontIcon fateIcon = Icon.of(Feather.HELP_CIRCLE);
    private final Label fate = new Label("", fateIcon);
    private final Button keep = new Button(Texts.of("alike.keep"));
    private final Button drop = new Button(Texts.of("alike.drop"));
    private final HBox row;
    private long shown = -1;

    /** @param decided run after a decision by the mouse */
    AlikeCell(AlikeViewModel model, HeldPictures pictures, Runnable decided) {
        this.model = model;
        this.pictures = pictures;
        this.decided = decided;
        for (Label small : List.of(takenFacts, heldFacts, heldUrl)) {
            small.getStyleClass().add("caption");
        }
        takenTitle.getStyleClass().add("form-name");
        heldTitle.getStyleClass().add("form-name");
        fate.getStyleClass().add("alike-fate");
        fate.setMinWidth(Region.USE_PREF_SIZE);
        keep.setFocusTraversable(false);
        drop.setFocusTraversable(false);
        VBox first = new VBox(4, taken, takenTitle, takenFacts);
        VBox second = new VBox(4, held, heldTitle, heldFacts);
        VBox side = new VBox(10, fate, new HBox(8, keep, drop), heldUrl);
        side.setAlignment(Pos.CENTER_LEFT);
        side.setMinWidth(0);
        HBox.setHgrow(side, Priority.ALWAYS);
        row = new HBox(24, first, second, side);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("alike-row");
    }

    @Override
    protected void updateItem(@Nullable AlikeRow item, boolean none) {
        super.updateItem(item, none);
        if (none || item == null) {
            setGraphic(null);
            shown = -1;
            return;
        }
        NearGroup.Held one = item.held();
        if (shown != one.id()) {
            shown = one.id();
            showPictures(item.group().taken(), one);
        }
        NearGroup.Taken like = item.group().taken();
        takenTitle.setText(Texts.of(like.imageId().isPresent() ? "alike.taken" : "alike.taken.nowhere"));
        takenFacts.setText(Texts.of("alike.facts", like.width(), like.height(), like.bytes() / 1e3));
        heldTitle.setText(Texts.of("alike.held", one.distance()));
        heldFacts.setText(Texts.of("alike.facts.quality", one.width(), one.height(), one.bytes() / 1e3, one.quality()));
        heldUrl.setText(VisibleText.of(one.url()));
        showFate(model.fateOf(one));
        keep.setOnAction(_ -> decide(one, Fate.KEEP));
        drop.setOnAction(_ -> decide(one, Fate.DROP));
        setAccessibleText(
                String.join(". ", heldTitle.getText(), heldFacts.getText(), heldUrl.getText(), fate.getText()));
        show(row);
    }

    private void decide(NearGroup.Held one, Fate chosen) {
        model.decide(List.of(one), chosen);
        decided.run();
    }

    private void showFate(Optional<Fate> decision) {
        fate.setText(Texts.of(decision.map(chosen -> switch (chosen) {
                    case KEEP -> "alike.kept";
                    case DROP -> "alike.dropped";
                })
                .orElse("alike.undecided")));
        fateIcon.setIconCode(decision.map(chosen -> switch (chosen) {
                    case KEEP -> Feather.CHECK_CIRCLE;
                    case DROP -> Feather.X_CIRCLE;
                })
                .orElse(Feather.HELP_CIRCLE));
    }

    private void showPictures(NearGroup.Taken like, NearGroup.Held one) {
        // The larger one fills its place, and the other is as much smaller as it is.
        double scale =
                Math.min(WIDTH / Math.max(like.width(), one.width()), HEIGHT / Math.max(like.height(), one.height()));
        Glimpse first = glimpse(taken, like.width() * scale, like.height() * scale);
        like.imageId().ifPresentOrElse(image -> pictures.taken(image, first::show, first::broken), first::broken);
        Glimpse second = glimpse(held, one.width() * scale, one.height() * scale);
        pictures.held(one, second::show, second::broken);
    }

    private static Glimpse glimpse(HBox place, double width, double height) {
        Glimpse glimpse = new Glimpse(Math.max(24, width), Math.max(24, height));
        place.setMinSize(WIDTH, HEIGHT);
        place.setMaxSize(WIDTH, HEIGHT);
        place.setAlignment(Pos.BOTTOM_LEFT);
        place.getChildren().setAll(glimpse);
        return glimpse;
    }
}
