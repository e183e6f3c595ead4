package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.ImageViewer;
import dev.rewarddesk.desktop.control.ReadingText;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Flag;
import dev.rewarddesk.model.ModelResponse;
import dev.rewarddesk.model.ResponseEntry;
import dev.rewarddesk.model.RewardEntry;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.collections.MapChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is open beside the list. */
final class DetailView {

    private static final double SHARE = 0.52;
    private static final double IMAGE_SHARE = 0.42;
    private static final double MARGIN = 12;
    private static final double LOOK_STEP = 0.15;
    private static final double[][] LOOK = {{-LOOK_STEP, 0}, {LOOK_STEP, 0}, {0, -LOOK_STEP}, {0, LOOK_STEP}};

    private final LibraryViewModel library;
    private final DetailViewModel model;
    private final Runnable back;
    private final Region root;
    private @Nullable UUID read;
    private @Nullable RewardEditView editor;
    private OwnChange told = new OwnChange.None();

    @FXML
    private Node open;

    @FXML
    private Label modelName;

    @FXML
    private Label facts;

    @FXML
    private Button delete;

    @FXML
    private Button close;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Node flagBox;

    @FXML
    private VBox flags;

    @FXML
    private Button unflag;

    @FXML
    private ImageViewer viewer;

    @FXML
    private ReadingText prompt;

    @FXML
    private ReadingText answer;

    @FXML
    private Label rewardsTitle;

    @FXML
    private VBox rewards;

    @FXML
    private Node loading;

    @FXML
    private Node failed;

    @FXML
    private Label problem;

    @FXML
    private Button tryAgain;

    @FXML
    private Button closeFailed;

    /**
     * @param tasks where parts of a large picture are decoded
     * @param back run when the person closes it
     */
    DetailView(LibraryViewModel library, Tasks tasks, Runnable back) {
        this.library = library;
        this.model = library.detail();
        this.back = back;
        this.root = (Region) Fxml.load(this);
        viewer.decodeOn(tasks);
    }

    Region root() {
        return root;
    }

    /** Takes a share of that width, of nothing while nothing is open. */
    void takeShareOf(Node screen) {
        root.prefWidthProperty().bind(screen.layoutBoundsProperty().map(bounds -> bounds.getWidth() * SHARE));
        root.setMinWidth(Region.USE_PREF_SIZE);
    }

    /** Puts the response back into the queue where this is offered. */
    void unflag() {
        if (flagBox.isVisible() && unflag.isVisible()) {
            model.unflag();
        }
    }

    /** Binds the keys that look at the picture and save; they hold wherever the focus is on the screen. */
    void bindKeys(Node screen) {
        KeyBindings.on(screen)
                .bind(Shortcut.ZOOM_IN, viewer::zoomIn)
                .bind(Shortcut.ZOOM_OUT, viewer::zoomOut)
                .bind(Shortcut.ZOOM_FIT, viewer::zoomToFit)
                .bind(Shortcut.ZOOM_ONE, viewer::zoomToOne)
                .bindStrokes(Shortcut.LOOK, index -> viewer.look(LOOK[index][0], LOOK[index][1]))
                .bind(Shortcut.REVEAL, model.gallery()::reveal)
                .bind(Shortcut.KEEP_ZOOM, () -> toggle(viewer.zoomKeptProperty()))
                .bind(Shortcut.PLAY, () -> toggle(viewer.movingProperty()))
                .bind(Shortcut.LIBRARY_SAVE, () -> model.editingProperty().get().ifPresent(RewardEditViewModel::save));
    }

    @FXML
    private void initialize() {
        close.setTooltip(new Tooltip(Shortcut.LIBRARY_BACK.tooltip()));
        unflag.setTooltip(new Tooltip(Shortcut.LIBRARY_UNFLAG.tooltip()));
        close.setOnAction(_ -> back.run());
        closeFailed.setOnAction(_ -> back.run());
        tryAgain.setOnAction(_ -> model.reload());
        unflag.setOnAction(_ -> model.unflag());
        delete.setOnAction(_ -> model.delete());
        unflag.disableProperty().bind(model.busyProperty());
        delete.disableProperty().bind(model.busyProperty());
        library.maySteer().subscribe(may -> {
            show(delete, may);
            unflag.setText(Texts.of(may ? "library.unflag" : "library.unflag.own"));
        });
        Wrapping.whereSafe(problem);
        viewer.prefHeightProperty().bind(scroll.heightProperty().multiply(IMAGE_SHARE));
        viewer.minHeightProperty().bind(viewer.prefHeightProperty());
        Gallery gallery = model.gallery();
        viewer.onTryAgain(gallery::again);
        viewer.onReveal(gallery::reveal);
        viewer.roomProperty().subscribe(gallery::prepareFor);
        gallery.pictureProperty().subscribe(viewer::show);
        model.stateProperty().subscribe(this::show);
        model.editingProperty().subscribe(_ -> showRewards());
        model.histories().addListener((MapChangeListener<UUID, Object>) _ -> showRewards());
    }

    private void show(DetailState state) {
        show(open.getParent(), !(state instanceof DetailState.Closed));
        show(open, state instanceof DetailState.Open);
        show(loading, state instanceof DetailState.Loading);
        show(failed, state instanceof DetailState.Failed);
        switch (state) {
            case DetailState.Open shown -> show(shown);
            case DetailState.Failed why -> problem.setText(why.problem());
            case DetailState.Closed _, DetailState.Loading _ -> read = null;
        }
    }

    private void show(DetailState.Open shown) {
        ResponseEntry entry = shown.entry();
        ModelResponse response = entry.response();
        modelName.setText(response.modelId());
        facts.setText(Texts.of(
                "library.detail.facts",
                Texts.moment(response.createdAt()),
                Texts.of("library.status.", response.status()),
                response.userId()));
        show(viewer, entry.image() != null);
        if (!response.id().equals(read)) {
            scroll.setVvalue(0);
        }
        read = response.id();
        prompt.read(response.prompt());
        answer.read(response.responseText());
        flags.getChildren().setAll(entry.flags().stream().map(DetailView::flag).toList());
        show(flagBox, !entry.flags().isEmpty());
        showRewards();
    }

    private void showRewards() {
        if (!(model.stateProperty().get() instanceof DetailState.Open shown)) {
            return;
        }
        rewardsTitle.setText(Texts.of("library.count.rewards", shown.rewards().size()));
        RewardEditViewModel form = model.editingProperty().get().orElse(null);
        if (form == null) {
            editor = null;
        } else if (editor == null || !editor.shows(form)) {
            editor = new RewardEditView(form, model::stopEditing);
        }
        UUID own = shown.own().map(reward -> reward.id()).orElse(null);
        rewards.getChildren().clear();
        for (RewardEntry entry : shown.rewards()) {
            boolean isOwn = entry.reward().id().equals(own);
            Node card = isOwn && editor != null
                    ? editor.root()
                    : new RewardCard(entry, isOwn ? Optional.of(shown.change()) : Optional.empty(), model);
            rewards.getChildren().add(card);
            if (isOwn && (editor != null || isNews(shown.change()))) {
                // Where it is, is known once it is laid out.
                Platform.runLater(() -> bringIntoView(card, shown.change()));
            }
        }
        if (editor != null) {
            editor.begin();
        }
    }

    // What has to be put right must not wait below the fold to be found; told once, it may be scrolled away.
    private boolean isNews(OwnChange change) {
        return change instanceof OwnChange.NotTaken && !change.equals(told);
    }

    private void bringIntoView(Node node, OwnChange change) {
        if (node.getScene() == null || !(scroll.getContent() instanceof Region content)) {
            return;
        }
        told = change;
        // A new card has neither its style nor its size before the next frame.
        scroll.applyCss();
        scroll.layout();
        Bounds wanted = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double view = scroll.getViewportBounds().getHeight();
        double hidden = content.getHeight() - view;
        double top = scroll.getVvalue() * hidden;
        // Its end, but no further than its beginning.
        double least = Math.min(wanted.getMinY(), wanted.getMaxY() - view + MARGIN);
        if (hidden > 0 && top < least) {
            scroll.setVvalue(Math.clamp(least / hidden, 0, 1));
        }
    }

    private static Node flag(Flag flag) {
        String who = flag.reviewerName() == null ? "" : flag.reviewerName();
        String reason = Texts.of("library.flag.", flag.reason());
        Label label = new Label(
                flag.comment().isEmpty()
                        ? Texts.of("library.flag.by", reason, who, Texts.moment(flag.createdAt()))
                        : Texts.of(
                                "library.flag.by.comment", reason, who, Texts.moment(flag.createdAt()), flag.comment()),
                Icon.of(Feather.FLAG));
        Wrapping.whereSafe(label);
        return label;
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
