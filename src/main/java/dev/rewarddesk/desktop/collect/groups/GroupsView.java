package dev.rewarddesk.desktop.collect.groups;

import dev.rewarddesk.collect.session.NearGroup;
import dev.rewarddesk.collect.session.NearGroup.Held;
import dev.rewarddesk.desktop.collect.groups.GroupPictures.Which;
import dev.rewarddesk.desktop.control.EmptyState;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.control.QuietScroll;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Images that look alike, side by side. */
public final class GroupsView implements Screen {

    /** More are shown a screenful at a time: each is a picture in memory. */
    private static final int CARDS = 24;

    private final GroupsViewModel model;
    private final Parent root;
    private final List<HeldCard> cards = new ArrayList<>();
    private int first;

    @FXML
    private Node loaded;

    @FXML
    private Node loading;

    @FXML
    private EmptyState empty;

    @FXML
    private Node failed;

    @FXML
    private Label failure;

    @FXML
    private Button tryAgain;

    @FXML
    private Label where;

    @FXML
    private Label left;

    @FXML
    private Button previous;

    @FXML
    private Button next;

    @FXML
    private Button keepAll;

    @FXML
    private Button dropAll;

    @FXML
    private ToggleButton fitting;

    @FXML
    private VBox taken;

    @FXML
    private FlowPane heldCards;

    @FXML
    private QuietScroll scroll;

    @FXML
    private Node foot;

    @FXML
    private Label waiting;

    @FXML
    private Button undo;

    @FXML
    private Button apply;

    @FXML
    private Label problem;

    @FXML
    private Label outcome;

    public GroupsView(GroupsViewModel model) {
        this.model = model;
        this.root = Fxml.load(this);
        KeyBindings.on(root)
                .bind(Shortcut.GROUP_KEEP, () -> model.decide(Verdict.KEEP))
                .bind(Shortcut.GROUP_DROP, () -> model.decide(Verdict.DROP))
                .bind(Shortcut.GROUP_KEEP_ALL, () -> model.decideAll(Verdict.KEEP))
                .bind(Shortcut.GROUP_DROP_ALL, () -> model.decideAll(Verdict.DROP))
                .bindStrokes(Shortcut.GROUP_MOVE, stroke -> {
                    if (stroke == 0) {
                        model.previousMember();
                    } else {
                        model.nextMember();
                    }
                })
                .bind(Shortcut.GROUP_PREVIOUS, model::previousGroup)
                .bind(Shortcut.GROUP_NEXT, model::nextGroup)
                .bind(Shortcut.GROUP_FIT, fitting::fire)
                .bind(Shortcut.GROUP_UNDO, model::undo)
                .bind(Shortcut.GROUP_APPLY, model::apply)
                .bind(Shortcut.RELOAD, model::load);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        model.load();
        focus();
    }

    /** Leaving applies what was decided. */
    @Override
    public boolean mayLeave(Runnable leave) {
        return model.mayLeave(leave);
    }

    @FXML
    private void initialize() {
        fitting.selectedProperty().bindBidirectional(model.fittingProperty());
        previous.setOnAction(_ -> model.previousGroup());
        next.setOnAction(_ -> model.nextGroup());
        keepAll.setOnAction(_ -> model.decideAll(Verdict.KEEP));
        dropAll.setOnAction(_ -> model.decideAll(Verdict.DROP));
        undo.setOnAction(_ -> model.undo());
        apply.setOnAction(_ -> model.apply());
        tryAgain.setOnAction(_ -> model.load());
        KeyHint.on(previous, Shortcut.GROUP_PREVIOUS, 0);
        KeyHint.on(next, Shortcut.GROUP_NEXT, 0);
        KeyHint.on(keepAll, Shortcut.GROUP_KEEP_ALL, 0);
        KeyHint.on(dropAll, Shortcut.GROUP_DROP_ALL, 0);
        KeyHint.on(fitting, Shortcut.GROUP_FIT, 0);
        KeyHint.on(undo, Shortcut.GROUP_UNDO, 0);
        KeyHint.on(apply, Shortcut.GROUP_APPLY, 0);
        whileFilled(problem);
        whileFilled(outcome);
        problem.textProperty().bind(model.problemProperty());
        failure.textProperty().bind(model.problemProperty());
        outcome.textProperty().bind(model.outcomeProperty());
        model.stateProperty().subscribe(_ -> showState());
        model.groupProperty().subscribe(_ -> showGroup());
        model.fittingProperty().subscribe(_ -> showGroup());
        model.memberProperty().subscribe(_ -> showMember());
        model.decisionsProperty().subscribe(_ -> showDecisions());
        model.applyingProperty().subscribe(_ -> showDecisions());
    }

    private void showState() {
        LoadState state = model.stateProperty().get();
        boolean there = model.groupProperty().get().isPresent();
        loading.setVisible(state == LoadState.LOADING);
        failed.setVisible(state == LoadState.FAILED);
        empty.setVisible(state == LoadState.LOADED && !there);
        loaded.setVisible(state == LoadState.LOADED && there);
        focus();
    }

    private void showGroup() {
        showState();
        first = 0;
        model.groupProperty().get().ifPresent(this::showCards);
        if (model.groupProperty().get().isEmpty()) {
            cards.clear();
            heldCards.getChildren().clear();
            model.pictures().want(List.of());
        }
    }

    private void showCards(NearGroup group) {
        first = model.memberProperty().get() / CARDS * CARDS;
        List<Held> shown =
                group.held().subList(first, Math.min(first + CARDS, group.held().size()));
        Optional<UUID> stored = group.taken().imageId();
        model.pictures()
                .want(Stream.concat(
                                stored.<Which>map(Which.Taken::new).stream(),
                                shown.stream().<Which>map(one -> new Which.Held(one.id())))
                        .toList());
        Scale scale = model.fittingProperty().get() ? Scale.FITTING : Scale.of(group.taken(), shown);
        taken.getChildren().setAll(new TakenCard(group.taken(), pictureOf(group.taken(), scale)));
        cards.clear();
        for (Held held : shown) {
            PictureFrame frame = new PictureFrame(
                    model.pictures().of(new Which.Held(held.id())),
                    scale.width(held.width(), held.height()),
                    scale.height(held.width(), held.height()));
            HeldCard card = new HeldCard(held, frame, (one, verdict) -> {
                model.select(group.held().indexOf(one));
                model.decide(verdict);
            });
            card.setOnMousePressed(_ -> model.select(group.held().indexOf(held)));
            cards.add(card);
        }
        heldCards.getChildren().setAll(cards);
        showDecisions();
        focus();
    }

    private PictureFrame pictureOf(NearGroup.Taken one, Scale scale) {
        // Nobody is asked for a picture that is not there.
        Which which = one.imageId().<Which>map(Which.Taken::new).orElse(new Which.Held(-1));
        return new PictureFrame(
                model.pictures().of(which),
                scale.width(one.width(), one.height()),
                scale.height(one.width(), one.height()));
    }

    private void showMember() {
        int member = model.memberProperty().get();
        if (member < first || member >= first + CARDS) {
            model.groupProperty().get().ifPresent(this::showCards);
        }
        showDecisions();
        focus();
    }

    private void showDecisions() {
        model.groupProperty().get().ifPresent(group -> {
            for (int index = 0; index < cards.size(); index++) {
                cards.get(index)
                        .show(
                                first + index == model.memberProperty().get(),
                                model.verdictOn(group.held().get(first + index)));
            }
            where.setText(Texts.of("groups.where", model.at() + 1, model.size()));
            left.setText(Texts.of("groups.left", group.held().size(), model.undecided()));
        });
        long kept = model.waiting(Verdict.KEEP);
        long dropped = model.waiting(Verdict.DROP);
        boolean applying = model.applyingProperty().get();
        waiting.setText(
                applying
                        ? Texts.of("groups.applying")
                        : kept + dropped == 0
                                ? Texts.of("groups.waiting.none")
                                : Texts.of("groups.waiting", kept, dropped));
        foot.setVisible(
                applying || kept + dropped > 0 || model.groupProperty().get().isPresent());
        apply.setDisable(applying || kept + dropped == 0);
        undo.setDisable(!model.canUndo());
    }

    // The card that is decided about has the focus, so that a screen reader says it.
    private void focus() {
        int index = model.memberProperty().get() - first;
        if (index >= 0 && index < cards.size() && root.getScene() != null) {
            HeldCard card = cards.get(index);
            card.requestFocus();
            reveal(card);
        }
    }

    private void reveal(HeldCard card) {
        scroll.layout();
        double height = heldCards.getHeight();
        double view = scroll.getViewportBounds().getHeight();
        if (height > view) {
            double top = card.getBoundsInParent().getMinY();
            double bottom = card.getBoundsInParent().getMaxY();
            double at = scroll.getVvalue() * (height - view);
            double wanted = top < at ? top : bottom > at + view ? bottom - view : at;
            scroll.setVvalue(wanted / (height - view));
        }
    }

    private static void whileFilled(Label label) {
        Wrapping.whereSafe(label);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }
}
