package dev.rewarddesk.app;

import dev.rewarddesk.desktop.DesktopScene;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.settings.KnownWorkspace;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import dev.rewarddesk.settings.WorkspacesFile;
import dev.rewarddesk.supabase.StandInProject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window at a team's door or inside, with real workspaces behind it, worked by keyboard. */
abstract class DesktopWindow {

    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    final FxRobot robot = new FxRobot();
    final TestBackend backend = TestBackend.fresh();
    final StandInProject project = new StandInProject(backend.backend().access());
    final AtomicReference<URI> browsed = new AtomicReference<>();
    private final Settings settings = Settings.DEFAULT.withTheme(Theme.LIGHT);

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    WorkspacesFile file;

    @SuppressWarnings("NullAway.Init")
    OpenedWorkspaces workspaces;

    @SuppressWarnings("NullAway.Init")
    DesktopScene content;

    @SuppressWarnings("NullAway.Init")
    private Appearance appearance;

    @SuppressWarnings("NullAway.Init")
    Scene scene;

    /** The window, before every test. */
    final void in(Stage window) {
        stage = window;
    }

    @BeforeEach
    void build() {
        file = new WorkspacesFile(folder.resolve("workspaces.json"));
        workspaces = new OpenedWorkspaces(
                folder.resolve("local"),
                folder.resolve("hosted"),
                folder.resolve("cache"),
                file,
                new NoKeychain(),
                OwnEndpoints.in(folder, new NoKeychain()));
        onFx(() -> {
            content = new DesktopScene(
                    workspaces,
                    new SimpleObjectProperty<>(settings),
                    browsed::set,
                    work -> Thread.ofVirtual().start(work),
                    stage::close);
            scene = new Scene(content.root(), 980, 700);
            appearance = Appearance.follow(scene, new SimpleObjectProperty<>(Theme.LIGHT));
            stage.setScene(scene);
            stage.sizeToScene();
            stage.show();
            stage.requestFocus();
        });
    }

    /** Ends what the window shows, after every test. */
    final void end() {
        content.end();
        appearance.end();
    }

    @AfterEach
    void close() {
        onFx(content::end);
        workspaces.close();
        project.close();
        backend.close();
    }

    void atTheDoor() {
        try {
            file.change(before -> before.open(new KnownWorkspace(project.url(), project.key(), "The team")));
            Files.move(TestBackend.emptyWorkspace(), folder.resolve("local"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        onFx(content::start);
        until(() -> hasFocus("email"));
    }

    void insideAs(String name) {
        atTheDoor();
        signIn(name + "@example.org", "password of " + name);
        until(() -> text("#connection").equals("Connected"));
    }

    void signIn(String email, String password) {
        enter(email);
        type(KeyCode.TAB);
        enter(password);
        type(KeyCode.ENTER);
    }

    void answers(int count) {
        for (int i = 1; i <= count; i++) {
            backend.service()
                    .post(
                            "/functions/v1/rft-responses",
                            "{\"user_id\": \"t\", \"prompt\": \"How many? %d\", \"response_text\": \"Two.\"}"
                                    .formatted(i))
                    .ok();
        }
    }

    int rewards() {
        return backend.service()
                .get("/functions/v1/rft-rewards")
                .ok()
                .get("data")
                .size();
    }

    List<String> menu() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W).release(KeyCode.W, KeyCode.SHIFT, KeyCode.CONTROL);
        List<String> items =
                items().stream().map(item -> String.valueOf(item.getText())).collect(Collectors.toList());
        type(KeyCode.ESCAPE);
        return items;
    }

    void choose(String item) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W).release(KeyCode.W, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.interact(
                () -> items().stream().filter(each -> item.equals(each.getId())).forEach(MenuItem::fire));
        type(KeyCode.ESCAPE);
    }

    List<MenuItem> items() {
        return robot.lookup("#workspaceMenu").queryAs(MenuButton.class).getItems();
    }

    // Pasted, as people do; keys pressed at a loaded machine come late.
    void enter(String text) {
        robot.interact(() -> {
            if (scene.getFocusOwner() instanceof TextInputControl input) {
                input.appendText(text);
            }
        });
    }

    void type(KeyCode... keys) {
        robot.type(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void focus(String id) {
        robot.interact(() -> scene.lookup("#" + id).requestFocus());
    }

    TextInputControl field(String id) {
        return (TextInputControl) scene.lookup("#" + id);
    }

    boolean hasFocus(String id) {
        Node focused = scene.getFocusOwner();
        return focused != null && id.equals(focused.getId()) && isShown(focused);
    }

    boolean isShown(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && isShown(node);
    }

    static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    Stream<String> shown(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .filter(DesktopWindow::isShown)
                .filter(Labeled.class::isInstance)
                .map(node -> String.valueOf(((Labeled) node).getText()));
    }

    String text(String selector) {
        return shown(selector).collect(Collectors.joining("\n"));
    }

    static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), work);
    }

    void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException late) {
            throw new AssertionError(
                    "It did not come to that; the focus is on " + scene.getFocusOwner() + ", and it says:\n"
                            + text(".label") + text(".text"),
                    late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
