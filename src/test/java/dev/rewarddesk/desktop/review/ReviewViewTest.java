package dev.rewarddesk.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.control.ImageViewer;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.guidelines.GuidelinesView;
import dev.rewarddesk.desktop.guidelines.GuidelinesViewModel;
import dev.rewarddesk.desktop.image.EncodedImages;
import dev.rewarddesk.desktop.image.Viewpoint;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real screen on a real backend, worked by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
final class ReviewViewTest {

    private static TestBackend backend;

    private final FxRobot robot = new FxRobot();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CopyOnWriteArrayList<Throwable> unexpected = new CopyOnWriteArrayList<>();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @SuppressWarnings("NullAway.Init")
    private ReviewViewModel model;

    @SuppressWarnings("NullAway.Init")
    private ReviewView view;

    @SuppressWarnings("NullAway.Init")
    private Overlay overlay;

    @SuppressWarnings("NullAway.Init")
    private Tasks tasks;

    private volatile CountDownLatch slow = new CountDownLatch(0);

    @BeforeAll
    static void startBackend() {
        backend = TestBackend.fresh();
    }

    @AfterAll
    static void stopBackend() {
        backend.close();
    }

    @Start
    void start(Stage stage) throws IOException {
        bench = new Bench(backend);
        tasks = new Tasks(this::inBackground, Platform::runLater, unexpected::add);
        model = bench.model(tasks);
        overlay = new Overlay();
        view = view(tasks);
        Scene scene = new Scene(new StackPane(view.root(), overlay), 980, 760);
        Appearance.follow(scene, new SimpleObjectProperty<>(Theme.LIGHT));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private ReviewView view(Tasks work) {
        GuidelinesViewModel guidelines = new GuidelinesViewModel(bench.workspace, settings);
        return new ReviewView(model, work, settings, overlay, new GuidelinesView(guidelines, _ -> {}));
    }

    @AfterEach
    void close() {
        robot.interact(view::onHide);
        threads.close();
        bench.close();
        assertThat(unexpected).isEmpty();
        assertThat(bench.failures).isEmpty();
    }

    @Test
    void tenItemsAreScoredByKeyboardWhileTheLineIsCutAndAreAllInTheDatabase() throws TimeoutException {
        bench.addAnswers(10);
        open();
        for (int i = 1; i <= 10; i++) {
            String number = " " + i;
            until(() -> text("#prompt").endsWith(number));
            switch (i % 3) {
                case 0 -> type(KeyCode.L, KeyCode.DIGIT5);
                case 1 -> type(KeyCode.RIGHT, KeyCode.RIGHT);
                default -> {
                    robot.press(KeyCode.SHIFT).type(KeyCode.LEFT, 2).release(KeyCode.SHIFT);
                    type(KeyCode.C);
                    robot.write("no " + i);
                    type(KeyCode.ESCAPE);
                }
            }
            if (i == 4) {
                bench.valve.set(Valve.State.SHUT);
            }
            type(KeyCode.ENTER);
        }
        until(() -> robot.lookup("#failed").query().isVisible());
        assertThat(text("#failedText")).contains("safe on this machine");
        assertThat(text("#progressText")).startsWith("10 this session");

        bench.valve.set(Valve.State.OPEN);
        type(KeyCode.F5);
        until(() -> bench.ask("select count(*) from rewards").equals("10"));
        assertThat(bench.ask(
                        "select score || coalesce(' ' || feedback_type || quality, '') || coalesce(' ' || comment, '')"
                                + " from rewards w join responses r on r.id = response_id order by r.created_at"))
                .isEqualTo("""
                        0.1
                        -0.5 no 2
                        0.9 like5
                        0.1
                        -0.5 no 5
                        0.9 like5
                        0.1
                        -0.5 no 8
                        0.9 like5
                        0.1""");
        until(() -> robot.lookup("#done").query().isVisible());
        assertThat(text("#doneText")).contains("10 today");
    }

    @Test
    void whatIsTypedWhileADecisionIsWrittenMeetsTheNextItem() throws TimeoutException {
        bench.addAnswers(2);
        open();
        type(KeyCode.RIGHT);
        slow = new CountDownLatch(1);
        robot.type(KeyCode.ENTER, KeyCode.D, KeyCode.C);
        robot.write("typed early");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text("#prompt")).endsWith(" 1");
        assertThat(text("#number")).isEqualTo("+0.05");
        assertThat(comment().getText()).isEmpty();

        slow.countDown();
        until(() -> text("#prompt").endsWith(" 2"));
        until(() -> comment().getText().equals("typed early"));
        assertThat(text("#number")).isEqualTo("−0.50");
        until(() ->
                bench.ask("select score || coalesce(comment, '') from rewards").equals("0.05"));
    }

    @Test
    void theLastOneIsUndoneChangedAndLeftByKeyboard() throws TimeoutException {
        bench.addAnswers(3);
        open();
        type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 2"));
        until(() -> bench.ask("select count(*) from rewards").equals("1"));
        until(() -> model.historyProperty().get().getFirst().fate() == Past.Fate.SYNCED);
        type(KeyCode.LEFT);
        undo();
        until(() -> text("#prompt").endsWith(" 1"));
        assertThat(text("#remark")).contains("Esc leaves it as it was");
        assertThat(robot.lookup("#skip").query().isDisabled()).isTrue();
        type(KeyCode.L, KeyCode.ESCAPE);
        until(() -> text("#prompt").endsWith(" 2"));
        assertThat(text("#number")).isEqualTo("−0.05");

        undo();
        until(() -> text("#prompt").endsWith(" 1"));
        type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> bench.ask("select score || ' ' || revision from rewards").equals("0.1 2"));
        assertThat(text("#prompt")).endsWith(" 2");
    }

    @Test
    void inTheCommentWhatWasTypedIsUndoneFirst() throws TimeoutException {
        bench.addAnswers(2);
        open();
        type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 2"));
        type(KeyCode.C);
        robot.write("x");
        undo();

        assertThat(comment().getText()).isEmpty();
        assertThat(text("#prompt")).endsWith(" 2");
    }

    @Test
    void theHistoryIsOpenedByKeyboardAndAnyOfItIsChanged() throws TimeoutException {
        bench.addAnswers(4);
        open();
        for (int i = 1; i <= 3; i++) {
            type(KeyCode.RIGHT, KeyCode.ENTER);
            String next = " " + (i + 1);
            until(() -> text("#prompt").endsWith(next));
        }
        until(() -> bench.ask("select count(*) from rewards").equals("3"));
        type(KeyCode.H);
        until(() -> robot.lookup("#historyList").tryQuery().isPresent());
        until(() -> robot.lookup("#historyList .entry-fate").queryAllAs(Labeled.class).stream()
                        .filter(fate -> fate.getText().endsWith("in the workspace"))
                        .count()
                == 3);
        type(KeyCode.DOWN, KeyCode.ENTER);
        until(() -> !overlay.openProperty().get());
        until(() -> text("#prompt").endsWith(" 2"));
        type(KeyCode.D, KeyCode.BACK_SPACE, KeyCode.ENTER);
        until(() -> bench.ask("select string_agg(score::text, ' ' order by created_at) from rewards")
                .equals("0.05 -0.5 0.05"));
        until(() -> text("#prompt").endsWith(" 4"));
    }

    @Test
    void skippingAsksForAReasonOnlyWhenAskedTo() throws TimeoutException {
        bench.addAnswers(4);
        open();
        shift(KeyCode.S);
        until(() -> robot.lookup("#ownWords").query().getParent().isVisible());
        type(KeyCode.ESCAPE);
        assertThat(text("#prompt")).endsWith(" 1");
        shift(KeyCode.S);
        type(KeyCode.DIGIT2);
        until(() -> text("#prompt").endsWith(" 2"));
        shift(KeyCode.S);
        robot.interact(() -> robot.lookup("#ownWords").query().requestFocus());
        robot.write("5 too many");
        type(KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 3"));
        until(() -> bench.ask("select reason from review_skips order by created_at")
                .equals("I do not know the subject\n5 too many"));
    }

    @Test
    void aDraftIsThereAfterACrash() throws TimeoutException {
        bench.addAnswers(1);
        open();
        type(KeyCode.L, KeyCode.C);
        robot.write("half a sen");
        until(() -> bench.outgoing.drafts().stream()
                .anyMatch(draft -> draft.comment().equals("half a sen")));
        robot.interact(() -> {
            bench.crash(tasks);
            Tasks anew = new Tasks(this::inBackground, Platform::runLater, unexpected::add);
            model = bench.model(anew);
            view = view(anew);
            ((StackPane) overlay.getParent()).getChildren().set(0, view.root());
        });
        open();

        until(() -> comment().getText().equals("half a sen"));
        assertThat(text("#number")).isEqualTo("+0.50");
        assertThat(text("#remark")).contains("entered before is back");
    }

    @Test
    void typeAndQualitySuggestTheScoreVisiblyUntilItIsSetByHand() throws TimeoutException {
        bench.addAnswers(1);
        open();
        type(KeyCode.D);
        assertThat(text("#number")).isEqualTo("−0.50");
        type(KeyCode.DIGIT1);
        assertThat(text("#number")).isEqualTo("−0.90");
        assertThat(text("#origin")).isEqualTo("suggested");
        assertThat(robot.lookup("#dislike").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(robot.lookup("#quality1").queryAs(ToggleButton.class).isSelected())
                .isTrue();

        type(KeyCode.RIGHT, KeyCode.N);
        assertThat(text("#number")).isEqualTo("−0.85");
        assertThat(text("#origin")).isEqualTo("set by you · −0.40 suggested");
        type(KeyCode.BACK_SPACE);
        assertThat(text("#number")).isEqualTo("−0.40");
    }

    @Test
    void whatIsTypedIntoTheCommentDoesNothingElse() throws TimeoutException {
        bench.addAnswers(2);
        open();
        type(KeyCode.C);
        until(() -> comment().isFocused());
        robot.write("lnds f 15+-0?");
        assertThat(comment().getText()).isEqualTo("lnds f 15+-0?");
        assertThat(text("#number")).isEqualTo("–");
        assertThat(text("#prompt")).endsWith(" 1");

        type(KeyCode.ESCAPE, KeyCode.L);
        assertThat(comment().isFocused()).isFalse();
        type(KeyCode.C);
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        until(() -> bench.ask("select comment from rewards").equals("lnds f 15+-0?"));
        until(() -> text("#prompt").endsWith(" 2"));
        assertThat(comment().getText()).isEmpty();
        until(() -> !comment().isFocused());
    }

    @Test
    void theImageIsZoomedAndMovedByKeyboard() throws TimeoutException {
        String image = bench.addImage("quarters.png", EncodedImages.encode(EncodedImages.quarters(4000, 3000), "png"));
        bench.addAnswer("What colours?", "Four.", image);
        open();
        until(() -> viewpoint() != null);
        double fitting = zoom();
        robot.press(KeyCode.SHIFT).type(KeyCode.EQUALS).release(KeyCode.SHIFT);
        assertThat(zoom()).isGreaterThan(fitting);
        type(KeyCode.MINUS);
        assertThat(zoom()).isEqualTo(fitting);
        type(KeyCode.Z);
        assertThat(zoom()).isEqualTo(1);
        double x = Objects.requireNonNull(viewpoint()).x();
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertThat(Objects.requireNonNull(viewpoint()).x()).isLessThan(x);
        assertThat(text("#number")).isEqualTo("–");
        type(KeyCode.DIGIT0);
        assertThat(zoom()).isEqualTo(fitting);
        assertThat(text("#number")).as("0 is no quality").isEqualTo("–");
    }

    @Test
    void anotherAnswerToTheSameImageKeepsTheZoom() throws TimeoutException {
        String image = bench.addImage("same.png", EncodedImages.encode(EncodedImages.quarters(4001, 3000), "png"));
        bench.addAnswer("What colours? 1", "Four.", image);
        bench.addAnswer("What colours? 2", "Five.", image);
        open();
        until(() -> viewpoint() != null);
        type(KeyCode.Z, KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 2"));

        assertThat(zoom()).isEqualTo(1);
    }

    @Test
    void flaggingAsksForAReasonByOneKey() throws TimeoutException {
        bench.addAnswers(2);
        open();
        type(KeyCode.F);
        assertThat(robot.lookup(".reason-choice").query().isVisible()).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".reason-choice").query().isVisible()).isFalse();
        assertThat(text("#prompt")).endsWith(" 1");

        type(KeyCode.F, KeyCode.DIGIT3);
        until(() -> bench.ask("select reason from review_flags").equals("not_safe"));
        until(() -> text("#prompt").endsWith(" 2"));
        assertThat(text("#number"))
                .as("the key that chose the reason does nothing else")
                .isEqualTo("–");
    }

    @Test
    void skippingIsOneKeyAndComesBackLast() throws TimeoutException {
        bench.addAnswers(2);
        open();
        type(KeyCode.S);
        until(() -> text("#prompt").endsWith(" 2"));
        type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 1"));
    }

    @Test
    void enterWithoutAScoreSaysThatOneIsMissing() throws TimeoutException {
        bench.addAnswers(1);
        open();
        type(KeyCode.ENTER);

        assertThat(text("#origin")).isEqualTo("Give it a score first");
    }

    @Test
    void tabGoesRoundAndIsTrappedNowhere() throws TimeoutException {
        bench.addAnswers(1);
        open();
        Set<String> visited = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Node owner = view.root().getScene().getFocusOwner();
            visited.add(owner == null || owner.getId() == null ? "?" : owner.getId());
            type(KeyCode.TAB);
        }

        assertThat(visited)
                .contains(
                        "prompt",
                        "answer",
                        "like",
                        "neutral",
                        "dislike",
                        "quality1",
                        "quality5",
                        "slider",
                        "comment",
                        "skip",
                        "flag",
                        "submit");
        assertThat(comment().getText()).isEmpty();
    }

    @Test
    void enterSubmitsFromAChoiceAndClicksAButton() throws TimeoutException {
        bench.addAnswers(2);
        open();
        robot.interact(() -> robot.lookup("#skip").query().requestFocus());
        type(KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 2"));
        robot.interact(() -> robot.lookup("#like").query().requestFocus());
        type(KeyCode.SPACE, KeyCode.ENTER);
        until(() -> bench.ask("select feedback_type from rewards").equals("like"));
    }

    @Test
    void textRunsInItsOwnDirectionAndWraps() throws TimeoutException {
        String arabic = "أرى في الصورة أربعة مربعات ملونة: أحمر وأخضر في الأعلى، وأزرق وأبيض في الأسفل. ".repeat(4);
        bench.addAnswer("ما هذا؟", arabic, null);
        bench.addAnswer("これは何ですか。", "四つの色の領域があります。".repeat(30), null);
        open();
        TextArea answer = robot.lookup("#answer").queryAs(TextArea.class);
        assertThat(answer.getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(answer.getText().lines().count()).isGreaterThan(3);
        assertThat(answer.getText().replace("\n", "")).isEqualTo(arabic);
        robot.interact(() -> comment().setText(arabic));
        WaitForAsyncUtils.waitForFxEvents();

        type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> answer.getText().startsWith("四つ"));
        assertThat(answer.getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        until(() -> bench.ask("select comment from rewards").equals(arabic.strip()));
    }

    @Test
    void aLongAnswerIsScrolledByKeyboard() throws TimeoutException {
        bench.addAnswer("Go on.", "And so on. ".repeat(900), null);
        open();
        type(KeyCode.PAGE_DOWN);
        TextArea answer = robot.lookup("#answer").queryAs(TextArea.class);
        until(() -> answer.getScrollTop() > 50);
        type(KeyCode.PAGE_UP);
        until(() -> answer.getScrollTop() == 0);
    }

    private void inBackground(Runnable work) {
        CountDownLatch until = slow;
        threads.execute(() -> {
            try {
                until.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            work.run();
        });
    }

    private void undo() {
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void shift(KeyCode key) {
        robot.press(KeyCode.SHIFT).type(key).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void open() throws TimeoutException {
        robot.interact(view::onShow);
        until(() -> model.stateProperty().get() instanceof DeskState.Reviewing);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(KeyCode... keys) {
        robot.type(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private TextArea comment() {
        return robot.lookup("#comment").queryAs(TextArea.class);
    }

    private @Nullable Viewpoint viewpoint() {
        return robot.lookup("#viewer")
                .queryAs(ImageViewer.class)
                .viewpointProperty()
                .get();
    }

    private double zoom() {
        WaitForAsyncUtils.waitForFxEvents();
        return Objects.requireNonNull(viewpoint()).zoom();
    }

    private String text(String node) {
        Node found = robot.lookup(node).query();
        return found instanceof TextInputControl input ? input.getText() : ((Labeled) found).getText();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
