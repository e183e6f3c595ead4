package dev.rewarddesk.desktop.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.control.ImageViewer;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.ResponseStatus;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.settings.Theme;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real screen on a real backend, worked by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
final class LibraryViewTest {

    private static final long PATIENCE_SECONDS = 30;

    private final FxRobot robot = new FxRobot();
    private final Stock stock = new Stock();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CopyOnWriteArrayList<Throwable> unexpected = new CopyOnWriteArrayList<>();

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private LibraryViewModel model;

    @SuppressWarnings("NullAway.Init")
    private LibraryView view;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        Tasks tasks = new Tasks(threads, Platform::runLater, unexpected::add);
        model = stock.library(tasks);
        stock.follow();
        view = new LibraryView(model, tasks);
        scene = new Scene(view.root(), 980, 760);
        Appearance.follow(scene, new SimpleObjectProperty<>(Theme.LIGHT));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        stage.requestFocus();
    }

    @AfterEach
    void close() {
        threads.close();
        stock.close();
        assertThat(unexpected).isEmpty();
    }

    @Test
    void anEmptyLibrarySaysSo() {
        show();

        until(() -> isShown("empty"));
        assertThat(isShown("noneFound")).isFalse();
    }

    @Test
    void goingDownLoadsPageAfterPage() {
        int count = 2 * LibraryService.PAGE + 10;
        for (int i = 0; i < count; i++) {
            stock.respond("answer " + i);
        }
        show();
        until(() -> list().isFocused() && list().getSelectionModel().getSelectedIndex() == 0);

        for (int page = 0; page < 3; page++) {
            type(KeyCode.END);
            WaitForAsyncUtils.waitForFxEvents();
            int expected = Math.min(count, (page + 2) * LibraryService.PAGE);
            until(() -> list().getItems().size() == expected);
        }
        type(KeyCode.END);
        until(() -> list().getSelectionModel().getSelectedItem().answer().equals("answer 0"));
    }

    @Test
    void wordsAreSearchedWithoutTheMouseAndClearedAgain() {
        UUID boats = stock.respond("How many boats?", "Four.", "m", null);
        stock.respond("How many cars?", "Five.", "m", null);
        show();
        until(() -> list().getItems().size() == 2);

        robot.write('/');
        until(() -> scene.getFocusOwner() instanceof TextInputControl);
        robot.write("boats");
        until(() -> list().getItems().size() == 1);
        assertThat(list().getItems().getFirst().id()).isEqualTo(boats);
        robot.write("?/nowhere");
        until(() -> isShown("noneFound"));
        type(KeyCode.ESCAPE);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        until(() -> list().getItems().size() == 2);
    }

    @Test
    void aRewardIsFoundOpenedAndChangedByKeyboard() {
        UUID id = stock.respond("How many boats?", "Four.", "m", stock.upload("harbour", 300, 200));
        stock.give(id, 0.5, "fine");
        show();
        until(() -> list().isFocused() && list().getItems().size() == 1);

        robot.press(KeyCode.ALT).type(KeyCode.DIGIT2).release(KeyCode.ALT);
        until(() -> model.shelfProperty().get() == Shelf.REWARDS && list().isFocused());
        until(() -> list().getItems().size() == 1
                && list().getItems().getFirst().standing() instanceof LibraryRow.Standing.OfReward);
        type(KeyCode.ENTER);
        until(() -> isShown("open"));
        type(KeyCode.E);
        until(() -> scene.getFocusOwner() != null
                && "slider".equals(scene.getFocusOwner().getId()));
        type(KeyCode.LEFT);
        type(KeyCode.L);
        type(KeyCode.DIGIT4);
        type(KeyCode.C);
        until(() -> scene.getFocusOwner() instanceof TextInputControl);
        robot.write(", e/d");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        until(() -> !isShown("slider") && isShown("edit"));
        until(() -> list().isFocused());

        stock.arrived();
        Reward reward = stock.reward(id);
        assertThat(reward.score()).isEqualTo(new Score(0.45));
        assertThat(reward.feedback()).isEqualTo(new Feedback(FeedbackType.LIKE, 4));
        assertThat(reward.comment()).isEqualTo("fine, e/d");
        type(KeyCode.ESCAPE);
        until(() -> !isShown("open") && list().isFocused());
    }

    @Test
    void aConflictShowsBothAndOneIsChosen() {
        UUID id = stock.respond("Four.");
        stock.give(id, 0.5, "fine");
        show();
        until(() -> list().isFocused() && list().getItems().size() == 1);
        type(KeyCode.ENTER);
        until(() -> isShown("open"));
        type(KeyCode.E);
        until(() -> isShown("slider"));
        stock.changeElsewhere(id, -0.25, "elsewhere");
        type(KeyCode.RIGHT);
        type(KeyCode.ENTER);
        until(() -> isShown("fate")
                && robot.lookup("#fate").queryLabeled().getText().contains("not taken"));
        type(KeyCode.E);

        until(() -> isShown("conflict"));
        assertThat(robot.lookup("#mine").queryLabeled().getText()).contains("+0.55");
        assertThat(robot.lookup("#other").queryLabeled().getText())
                .isEqualTo("Saved there: −0.25 · no impression · elsewhere");
        until(() -> scene.getFocusOwner() != null
                && "keepMine".equals(scene.getFocusOwner().getId()));
        type(KeyCode.ENTER);
        until(() -> isShown("edit"));
        stock.arrived();
        assertThat(stock.reward(id).score()).isEqualTo(new Score(0.55));
    }

    @Test
    void anAnimationIsStoppedAndPlayedByAKeyWhichACommentMayHold() {
        UUID id = stock.respond("What moves?", "Nothing.", "m", stock.uploadAnimation());
        stock.give(id, 0.5, "fine");
        show();
        until(() -> list().isFocused() && list().getItems().size() == 1);
        type(KeyCode.ENTER);
        until(() -> isShown("open") && viewer().viewpointProperty().get() != null);
        assertThat(viewer().movingProperty().get()).isTrue();

        type(KeyCode.P);
        assertThat(viewer().movingProperty().get()).isFalse();
        type(KeyCode.P);
        assertThat(viewer().movingProperty().get()).isTrue();

        type(KeyCode.E);
        until(() -> isShown("slider"));
        type(KeyCode.C);
        until(() -> scene.getFocusOwner() instanceof TextInputControl);
        type(KeyCode.P);
        assertThat(viewer().movingProperty().get()).isTrue();
    }

    @Test
    void whatWasNotTakenIsInViewWithoutScrolling() {
        UUID id = stock.respond("How many?", "Many words. ".repeat(120), "m", stock.upload("harbour", 300, 400));
        stock.give(id, 0.5, "fine");
        show();
        until(() -> list().isFocused() && list().getItems().size() == 1);
        type(KeyCode.ENTER);
        until(() -> isShown("open"));
        type(KeyCode.E);
        until(() -> isShown("slider"));
        robot.interact(() -> ((ScrollPane) scene.lookup("#scroll")).setVvalue(0));
        stock.changeElsewhere(id, -0.25, "elsewhere");
        type(KeyCode.RIGHT);
        type(KeyCode.ENTER);

        until(() -> isShown("fate")
                && robot.lookup("#fate").queryLabeled().getText().contains("not taken"));
        until(() -> {
            Node said = scene.lookup("#fate");
            return said.localToScene(said.getLayoutBounds()).getMaxY() <= scene.getHeight();
        });
    }

    @Test
    void aLeadPutsAFlaggedItemBackByKeyboard() {
        UUID id = stock.respond("Four.");
        stock.flag(id, "seen before");
        show();
        until(() -> list().isFocused() && list().getItems().size() == 1);
        until(() -> robot.lookup("#flagged").queryLabeled().getText().contains("1"));

        robot.press(KeyCode.ALT).type(KeyCode.DIGIT3).release(KeyCode.ALT);
        until(() -> model.shelfProperty().get() == Shelf.FLAGGED
                && !model.paging().loadingProperty().get());
        type(KeyCode.ENTER);
        until(() -> isShown("flags"));
        type(KeyCode.U);

        until(() -> list().getItems().isEmpty());
        assertThat(stock.service.response(id).response().status()).isEqualTo(ResponseStatus.PENDING);
        until(() -> robot.lookup("#flagged").queryLabeled().getText().contains("0"));
    }

    @Test
    void linesShowThumbnailsAndTheOpenItemFollowsTheSelection() {
        String image = stock.upload("harbour", 640, 480);
        stock.respond("How many?", "First.", "m", image);
        stock.respond("How many?", "Second.", "m", image);
        show();
        until(() -> list().isFocused() && list().getItems().size() == 2);
        until(() -> robot.lookup(".portrait .image-view").queryAllAs(ImageView.class).stream()
                        .filter(picture -> picture.getImage() != null)
                        .count()
                == 2);

        type(KeyCode.ENTER);
        until(() -> answer().equals("Second."));
        type(KeyCode.DOWN);
        until(() -> answer().equals("First."));
        assertThat(list().isFocused()).isTrue();
    }

    private ImageViewer viewer() {
        return (ImageViewer) scene.lookup("#viewer");
    }

    private String answer() {
        return isShown("open")
                ? robot.lookup("#answer").queryAs(TextInputControl.class).getText()
                : "";
    }

    private void show() {
        robot.interact(view::onShow);
    }

    private void type(KeyCode key) {
        robot.type(key);
    }

    private ListView<LibraryRow> list() {
        return robot.lookup("#list").queryListView();
    }

    private boolean isShown(String id) {
        Node node = scene.lookup("#" + id);
        boolean shown = node != null;
        for (Node each = node; each != null; each = each.getParent()) {
            shown &= each.isVisible();
        }
        return shown;
    }

    private void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come to that; the focus is on " + scene.getFocusOwner(), late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
