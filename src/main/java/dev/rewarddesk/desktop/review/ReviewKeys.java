package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.control.ImageViewer;
import dev.rewarddesk.desktop.control.ReadingText;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.model.FeedbackType;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the keys do on the review screen, wherever the focus is. */
final class ReviewKeys {

    private static final int FAR = 5;
    private static final double LOOK_STEP = 0.15;
    private static final double[][] LOOK = {{-LOOK_STEP, 0}, {LOOK_STEP, 0}, {0, -LOOK_STEP}, {0, LOOK_STEP}};
    // By arrow key, and by page key.
    private static final double[] READ = {0.25, 0.9};

    private final ReviewViewModel model;
    private final RewardFormView form;
    private final ImageViewer viewer;
    private final ReadingText answer;
    private final ReviewQuestions questions;
    private final Runnable history;
    private final BooleanSupplier active;

    /**
     * @param history opens what was decided in this session
     * @param active whether the screen is in view and has the keyboard
     */
    ReviewKeys(
            ReviewViewModel model,
            RewardFormView form,
            ImageViewer viewer,
            ReadingText answer,
            ReviewQuestions questions,
            Runnable history,
            BooleanSupplier active) {
        this.model = model;
        this.form = form;
        this.viewer = viewer;
        this.answer = answer;
        this.questions = questions;
        this.history = history;
        this.active = active;
    }

    void bindOn(Scene scene) {
        RewardForm entry = model.form();
        KeyBindings.on(scene, this::isReviewing)
                .bind(Shortcut.SCORE_DOWN, () -> entry.moveScore(-1))
                .bind(Shortcut.SCORE_UP, () -> entry.moveScore(1))
                .bind(Shortcut.SCORE_FAR_DOWN, () -> entry.moveScore(-FAR))
                .bind(Shortcut.SCORE_FAR_UP, () -> entry.moveScore(FAR))
                .bind(Shortcut.LIKE, () -> entry.choose(FeedbackType.LIKE))
                .bind(Shortcut.NEUTRAL, () -> entry.choose(FeedbackType.NEUTRAL))
                .bind(Shortcut.DISLIKE, () -> entry.choose(FeedbackType.DISLIKE))
                .bindStrokes(Shortcut.QUALITY, index -> entry.chooseQuality(index + 1))
                .bind(Shortcut.START_OVER, entry::startOver)
                .bind(Shortcut.COMMENT, form::writeComment)
                .bind(Shortcut.LEAVE_COMMENT, this::escape)
                .bind(Shortcut.SUBMIT, model::submit)
                .bind(Shortcut.SKIP, model::skip)
                .bind(Shortcut.SKIP_WHY, model::askToSkip)
                .bind(Shortcut.FLAG, model::askToFlag)
                .bind(Shortcut.ZOOM_IN, viewer::zoomIn)
                .bind(Shortcut.ZOOM_OUT, viewer::zoomOut)
                .bind(Shortcut.ZOOM_FIT, viewer::zoomToFit)
                .bind(Shortcut.ZOOM_ONE, viewer::zoomToOne)
                .bind(Shortcut.KEEP_ZOOM, () -> toggle(viewer.zoomKeptProperty()))
                .bind(Shortcut.PLAY, () -> toggle(viewer.movingProperty()))
                .bind(Shortcut.REVEAL, model.pictures()::reveal)
                .bindStrokes(Shortcut.LOOK, index -> viewer.look(LOOK[index][0], LOOK[index][1]))
                .bindStrokes(Shortcut.READ_UP, index -> answer.scrollBy(-READ[index]))
                .bindStrokes(Shortcut.READ_DOWN, index -> answer.scrollBy(READ[index]));
        KeyBindings.on(scene, this::isAsking)
                .bindStrokes(Shortcut.QUALITY, questions::choose)
                .bind(Shortcut.READ_UP, () -> moveFocus(scene, TraversalDirection.PREVIOUS))
                .bind(Shortcut.READ_DOWN, () -> moveFocus(scene, TraversalDirection.NEXT))
                .bind(Shortcut.LEAVE_COMMENT, model::stopAsking);
        KeyBindings.on(scene, () -> active.getAsBoolean() && !isAsking())
                .bind(Shortcut.RELOAD, model::reload)
                .bind(Shortcut.UNDO, model::undo)
                .bind(Shortcut.HISTORY, history);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::enterOnChoice);
    }

    // Enter is a click on other buttons; one that only marks something submits like anywhere else.
    private void enterOnChoice(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ToggleButton && isReviewing()) {
            event.consume();
            model.submit();
        }
    }

    private void escape() {
        if (!form.leaveComment() && !model.leaveAsItWas()) {
            model.closeBanner();
        }
    }

    private boolean isReviewing() {
        return active.getAsBoolean()
                && model.stateProperty().get() instanceof DeskState.Reviewing
                && model.askingProperty().get() == Asking.NOTHING;
    }

    private boolean isAsking() {
        return active.getAsBoolean() && model.askingProperty().get() != Asking.NOTHING;
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }

    private static void moveFocus(Scene scene, TraversalDirection direction) {
        if (scene.getFocusOwner() != null) {
            scene.getFocusOwner().requestFocusTraversal(direction);
        }
    }
}
