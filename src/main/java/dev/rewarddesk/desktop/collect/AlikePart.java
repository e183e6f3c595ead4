package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.NearGroup;
import dev.rewarddesk.desktop.collect.AlikeViewModel.Fate;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import dev.rewarddesk.desktop.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** Images that look like others: each group in a row, the one that was taken first, and keys to decide about the rest. */
public final class AlikePart implements Screen {

    private final AlikeViewModel model;
    private final HeldPictures pictures;
    private final Notices notices;
    private final Parent root;

    @FXML
    private ListView<AlikeRow> alikeList;

    @FXML
    private Node nothingAlike;

    @FXML
    private Node alikeFoot;

    @FXML
    private Label alikeProblem;

    @FXML
    private Label alikeCount;

    @FXML
    private Button apply;

    public AlikePart(AlikeViewModel model, HeldPictures pictures, Notices notices) {
        this.model = model;
        this.pictures = pictures;
        this.notices = notices;
        this.root = Fxml.load(this);
        KeyBindings.on(root)
                .bind(Shortcut.ALIKE_KEEP, () -> decide(Fate.KEEP, false))
                .bind(Shortcut.ALIKE_DROP, () -> decide(Fate.DROP, false))
                .bind(Shortcut.ALIKE_KEEP_ALL, () -> decide(Fate.KEEP, true))
                .bind(Shortcut.ALIKE_DROP_ALL, () -> decide(Fate.DROP, true))
                .bind(
                        Shortcut.ALIKE_UNDECIDE,
                        () -> withSelected(row -> {
                            model.undecide(row.held());
                            alikeList.refresh();
                        }))
                .bind(Shortcut.COLLECT_START, model::apply)
                .bind(Shortcut.RELOAD, model::load);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        model.load();
        alikeList.requestFocus();
    }

    @Override
    public boolean mayLeave(Runnable leave) {
        int count = model.decidedProperty().get();
        if (count > 0 && !model.applyingProperty().get()) {
            notices.ask(Question.leaveUndone(count), () -> {
                model.forget();
                leave.run();
            });
            return false;
        }
        return true;
    }

    @FXML
    private void initialize() {
        alikeList.setCellFactory(_ -> new AlikeCell(model, pictures, this::showFates));
        Label loading = new Label();
        loading.getStyleClass().add("muted");
        loading.textProperty().bind(model.loadingProperty().map(busy -> busy ? Texts.of("alike.loading") : ""));
        alikeList.setPlaceholder(loading);
        model.groups().addListener((ListChangeListener<NearGroup>) _ -> showGroups());
        nothingAlike
                .visibleProperty()
                .bind(Bindings.isEmpty(model.groups())
                        .and(model.loadingProperty().not())
                        .and(model.problemProperty().isEmpty()));
        alikeFoot.visibleProperty().bind(Bindings.isNotEmpty(model.groups()));
        alikeProblem.textProperty().bind(model.problemProperty());
        Wrapping.whereSafe(alikeProblem);
        alikeProblem.visibleProperty().bind(alikeProblem.textProperty().isNotEmpty());
        alikeProblem.managedProperty().bind(alikeProblem.visibleProperty());
        apply.setOnAction(_ -> model.apply());
        apply.disableProperty().bind(model.decidedProperty().isEqualTo(0).or(model.applyingProperty()));
        model.decidedProperty().subscribe(this::count);
        model.applyingProperty().subscribe(this::count);
    }

    private void showGroups() {
        int before = alikeList.getSelectionModel().getSelectedIndex();
        alikeList.getItems().setAll(AlikeRow.of(model.groups()));
        int last = alikeList.getItems().size() - 1;
        alikeList.getSelectionModel().select(Math.clamp(before, Math.min(0, last), Math.max(0, last)));
        count();
    }

    private void showFates() {
        alikeList.refresh();
    }

    private void count() {
        int number = model.decidedProperty().get();
        alikeCount.setText(Texts.of("alike.groups", model.groups().size(), number));
        apply.setText(model.applyingProperty().get() ? Texts.of("alike.applying") : Texts.of("alike.apply", number));
    }

    private void decide(Fate fate, boolean all) {
        withSelected(row -> {
            model.decide(all ? row.group().held() : List.of(row.held()), fate);
            alikeList.refresh();
            int next = alikeList.getSelectionModel().getSelectedIndex() + (all ? row.left() : 1);
            alikeList.getSelectionModel().select(Math.min(alikeList.getItems().size() - 1, next));
            alikeList.scrollTo(Math.max(0, alikeList.getSelectionModel().getSelectedIndex() - 1));
        });
    }

    private void withSelected(Consumer<AlikeRow> action) {
        AlikeRow row = alikeList.getSelectionModel().getSelectedItem();
        if (row != null) {
            action.accept(row);
        }
    }
}
