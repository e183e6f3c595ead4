package dev.rewarddesk.desktop.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.answer.StandInEndpoint;
import dev.rewarddesk.collect.session.AlikeSite;
import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real view on real images and a stand-in endpoint, worked by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
final class AnswerViewTest {

    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path parent;

    private final FxRobot robot = new FxRobot();
    private final CopyOnWriteArrayList<Throwable> unexpected = new CopyOnWriteArrayList<>();

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private TestDesk desk;

    @SuppressWarnings("NullAway.Init")
    private SupabaseClient owner;

    @SuppressWarnings("NullAway.Init")
    private AlikeSite site;

    @SuppressWarnings("NullAway.Init")
    private Answering answering;

    @SuppressWarnings("NullAway.Init")
    private AnswerView view;

    @Start
    void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory(parent, "answer");
        desk = new TestDesk();
        owner = RealWorkspace.owner(desk.backend());
        site = new AlikeSite(owner, folder.resolve("collect"));
        Tasks tasks = new Tasks(work -> Thread.ofVirtual().start(work), Platform::runLater, unexpected::add);
        AnswerService answers = new AnswerService(owner, folder);
        answering = new Answering(answers);
        view = new AnswerView(new AnswerViewModel(
                answers, site.service(), TestEndpoints.in(folder), answering, new RecordingNotices(), tasks));
        stage.setScene(Appearance.inLight(new StackPane(view.root())));
        stage.setWidth(1160);
        stage.setHeight(800);
        stage.show();
        stage.requestFocus();
        view.onShow();
    }

    @AfterEach
    void close() {
        robot.interact(view::onHide);
        answering.close();
        site.close();
        owner.close();
        desk.close();
        assertThat(unexpected).isEmpty();
    }

    @Test
    void withoutAnEndpointItIsSaidWhatImagesWaitFor() {
        until(() -> isShown("#none"));
        assertThat(robot.lookup("#none .label").<Labeled>queryAll())
                .extracting(Labeled::getText)
                .anyMatch(text -> text.contains("POST") && text.contains("rft-responses"))
                .anyMatch(text -> text.contains("reward-desk endpoint set"));
        assertThat(text("#state")).isEqualTo("Not started");
    }

    @Test
    void aWrongFieldSaysSoAndNothingBegins() {
        until(() -> isShown("#none"));

        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);

        until(() ->
                robot.lookup("#urlField .form-error").<Labeled>query().getText().contains("http"));
        assertThat(text("#state")).isEqualTo("Not started");
    }

    @Test
    void keysFillTheFormPreviewThePromptsAndRun() throws Exception {
        site.collect(2);
        robot.interact(view::onShow);
        try (StandInEndpoint endpoint = new StandInEndpoint((_, _) -> StandInEndpoint.answer("A bird.", "stop"))) {
            until(() -> isShown("#none"));
            write("#url", endpoint.url().toString());
            write("#modelName", "stand-in-1");
            write("#key", StandInEndpoint.KEY);
            robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
            until(() -> text("#which").equals("Image 1 of 2"));
            assertThat(text("#context")).containsPattern("Alternative text: Bird [12]");
            assertThat(robot.lookup(".answer-prompt").queryAll()).hasSize(2);

            robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);

            until(() -> text("#state").equals("Done"));
            assertThat(robot.lookup(".answer-figure").<Labeled>query().getText())
                    .isEqualTo("4");
            assertThat(robot.lookup("#key").<TextInputControl>query().getText()).isEmpty();
            assertThat(text("#keyState")).startsWith("A key for this address is kept");
            assertThat(isShown("#none")).isFalse();
        }
    }

    private void write(String query, String words) {
        robot.interact(() -> {
            TextInputControl field = robot.lookup(query).query();
            field.requestFocus();
            field.setText(words);
        });
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>tryQuery().map(Labeled::getText).orElse("");
    }

    private boolean isShown(String query) {
        return robot.lookup(query)
                .tryQuery()
                .filter(AnswerViewTest::isReallyVisible)
                .isPresent();
    }

    private static boolean isReallyVisible(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come to that", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
