package dev.rewarddesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.desktop.DesktopScene;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.Member;
import dev.rewarddesk.model.Role;
import dev.rewarddesk.settings.KnownWorkspace;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import dev.rewarddesk.settings.WorkspacesFile;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.StandInProject;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** From one workspace to the next by keyboard: the whole window, with real workspaces behind it. */
@ExtendWith(ApplicationExtension.class)
final class DesktopSceneTest {

    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final TestBackend backend = TestBackend.fresh();
    private final StandInProject project = new StandInProject(backend.backend().access());
    private final AtomicReference<URI> browsed = new AtomicReference<>();
    private final Settings settings = Settings.DEFAULT.withTheme(Theme.LIGHT);

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private WorkspacesFile file;

    @SuppressWarnings("NullAway.Init")
    private OpenedWorkspaces workspaces;

    @SuppressWarnings("NullAway.Init")
    private DesktopScene content;

    @SuppressWarnings("NullAway.Init")
    private Appearance appearance;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @BeforeEach
    void build() {
        file = new WorkspacesFile(folder.resolve("workspaces.json"));
        workspaces = new OpenedWorkspaces(
                folder.resolve("local"), folder.resolve("hosted"), folder.resolve("cache"), file, new NoKeychain());
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

    @Stop
    void stop() {
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

    @Test
    void theWelcomeLeadsToATeamsWorkspaceWhichIsSignedInToAndOutOf() throws IOException {
        Files.move(TestBackend.emptyWorkspace(), folder.resolve("local"));
        onFx(content::start);
        until(() -> isShown("choosing"));

        focus("connect");
        type(KeyCode.SPACE);
        until(() -> hasFocus("connectUrl"));
        type(KeyCode.ESCAPE);
        until(() -> isShown("choosing"));
        focus("connect");
        type(KeyCode.SPACE);
        until(() -> hasFocus("connectUrl"));
        enter(project.url().toString());
        type(KeyCode.TAB);
        enter(project.key());
        type(KeyCode.ENTER);
        until(() -> hasFocus("email"));

        signIn("owner@localhost.localdomain", backend.backend().access().ownerPassword());
        until(() -> text("#connection").equals("Connected"));
        until(() -> file.load().current().map(KnownWorkspace::name).equals(Optional.of("Reward Desk")));
        assertThat(menu()).anyMatch(item -> item.startsWith("Reward Desk (127.0.0.1:"));

        choose("workspaces.sign-out");
        until(() -> text(".dialog-title").contains("Sign out"));
        assertThat(text(".dialog-text")).contains("Everything that you decided is in the workspace");
        type(KeyCode.ENTER);
        until(() -> hasFocus("email"));
        assertThat(folder.resolve("hosted")).isDirectoryRecursivelyContaining("regex:.*/vault\\.key");
        assertThat(folder.resolve("hosted")).isDirectoryNotContaining("regex:.*/session");
    }

    @Test
    void somebodySignsInWithAProviderInTheBrowser() {
        project.offerBrowserWays();
        atTheDoor();
        until(() -> shown("#providers .button").anyMatch(button -> button.equals("Sign in with Google")));

        robot.interact(() -> robot.lookup("#providers .button").queryAllAs(ButtonBase.class).stream()
                .filter(button -> button.getText().endsWith("Google"))
                .forEach(ButtonBase::fire));
        until(() -> browsed.get() != null);
        until(() -> isShown("inBrowser"));
        String page = project.browse(browsed.get());

        assertThat(page).contains("You are signed in").contains("go back to Reward Desk");
        until(() -> text("#connection").equals("Connected"));
        assertThat(text("#person")).contains("Owner");
    }

    @Test
    void somebodySignsInWithTheirCompany() {
        project.offerBrowserWays();
        atTheDoor();
        until(() -> isShown("domainForm"));

        focus("domain");
        enter("elsewhere.example");
        type(KeyCode.ENTER);
        until(() -> text("#domainField .form-error").contains("Nobody signs in by this domain"));
        robot.interact(() -> field("domain").clear());
        enter("ada@example.org");
        type(KeyCode.ENTER);
        until(() -> browsed.get() != null);
        project.browse(browsed.get());

        until(() -> text("#connection").equals("Connected"));
    }

    @Test
    void waitingForTheBrowserCanBeGivenUp() {
        project.offerBrowserWays();
        atTheDoor();
        until(() -> isShown("domainForm"));
        focus("domain");
        enter("example.org");
        type(KeyCode.ENTER);
        until(() -> isShown("inBrowser"));

        focus("cancelBrowser");
        type(KeyCode.SPACE);

        until(() -> isShown("asking"));
        assertThat(isShown("signInProblem")).isFalse();
    }

    @Test
    void whoIsInvitedSetsAPasswordAndIsIn() {
        String link;
        try (SupabaseClient owner = RealWorkspace.owner(backend)) {
            link = String.valueOf(new MembersService(owner)
                    .invite("ida@example.org", Role.ANNOTATOR, "Ida")
                    .link());
        }
        atTheDoor();

        focus("toInvitation");
        type(KeyCode.SPACE);
        until(() -> hasFocus("link"));
        enter("nothing");
        type(KeyCode.TAB);
        enter("short");
        type(KeyCode.ENTER);
        until(() -> text("#newPasswordField .form-error").contains("8"));
        enter(" no more");
        type(KeyCode.ENTER);
        until(() -> text("#linkField .form-error").contains("no invitation"));
        robot.interact(() -> field("link").setText(link));
        type(KeyCode.ENTER);

        until(() -> text("#person").equals("Ida · Annotator"));
        assertThat(isShown("members")).as("the leads' screen").isFalse();
    }

    @Test
    void signingOutWithUnsentRewardsKeepsThemUntilTheSamePersonIsBack() {
        backend.annotator("ida");
        answers(2);
        insideAs("ida");
        until(() -> isShown("slider"));
        project.cut();
        type(KeyCode.RIGHT);
        type(KeyCode.ENTER);
        until(() -> text("#syncWord").startsWith("1 waiting"));

        choose("workspaces.sign-out");
        until(() -> text(".dialog-text").contains("One decision is not sent yet"));
        type(KeyCode.ENTER);
        until(() -> hasFocus("email"));
        project.mend();
        assertThat(rewards()).isZero();

        signIn("ida@example.org", "password of ida");
        until(() -> rewards() == 1);
        until(() -> text("#syncWord").startsWith("All"));
    }

    @Test
    void theMenuSwitchesBetweenWorkspacesByKeyboardAndKeysReachTheNewOneAlone() throws IOException {
        try (TestBackend other = TestBackend.fresh()) {
            other.annotator("ida");
            URI url = other.url();
            String key = other.backend().access().publishableKey();
            file.change(before -> before.open(new KnownWorkspace(url, key, "Reading_team")));
            backend.annotator("ida");
            insideAs("ida");
            assertThat(menu())
                    .contains("On this machine")
                    .anyMatch(item -> item.startsWith("Reading_team (127.0.0.1:"));

            robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W).release(KeyCode.W, KeyCode.SHIFT, KeyCode.CONTROL);
            type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
            until(() -> hasFocus("email"));
            assertThat(text(".entrance-title")).isEqualTo("Sign in to Reading_team");

            signIn("ida@example.org", "password of ida");
            until(() -> text("#connection").equals("Connected"));
            assertThat(file.load().current().map(KnownWorkspace::url)).contains(url);
        }
    }

    @Test
    void aSessionThatEndedIsSaidAndSigningInAgainGoesOnWhereItWas() {
        backend.annotator("ida");
        answers(2);
        insideAs("ida");
        until(() -> isShown("slider"));
        project.endSessions("user_banned");
        type(KeyCode.RIGHT);
        type(KeyCode.ENTER);

        until(() -> text(".dialog-title").equals("Sign in again"));
        assertThat(text("#signInProblem")).contains("locked").contains("kept on this machine");
        assertThat(text("#connection")).isEqualTo("Signed out");
        until(() -> hasFocus("password"));
        assertThat(field("email").getText()).isEqualTo("ida@example.org");
        type(KeyCode.ESCAPE);
        until(() -> !isShown("signInProblem"));
        type(KeyCode.C);
        until(() -> scene.getFocusOwner() instanceof TextInputControl);
        enter("the third pear");
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        until(() -> isShown("light"));
        assertThat(rewards()).isZero();

        project.mend();
        choose("workspaces.sign-in");
        until(() -> hasFocus("password"));
        enter("password of ida");
        type(KeyCode.ENTER);
        until(() -> rewards() == 1);
        until(() -> text("#connection").equals("Connected"));

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
        until(() -> isShown("comment") && field("comment").getText().equals("the third pear"));
    }

    @Test
    void whenSomebodyElseSignsInAgainNothingOfTheFormerPersonStays() {
        backend.annotator("ida");
        answers(2);
        insideAs("ida");
        until(() -> isShown("slider"));
        type(KeyCode.C);
        until(() -> scene.getFocusOwner() instanceof TextInputControl);
        enter("the third pear");
        type(KeyCode.ESCAPE);
        project.endSessions("session_not_found");
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        until(() -> text(".dialog-title").equals("Sign in again"));
        until(() -> hasFocus("password"));
        robot.interact(() -> field("email").clear());
        focus("email");

        project.mend();
        signIn(
                backend.backend().access().ownerEmail(),
                backend.backend().access().ownerPassword());

        until(() -> text("#person").equals("Owner · Lead"));
        // Both are still in Ida's hand.
        until(() -> isShown("checkAgain"));
        assertThat(isShown("comment")).isFalse();
    }

    @Test
    void whoIsNoMemberAnyMoreIsToldSoAndLosesNothing() {
        backend.annotator("ida");
        answers(2);
        insideAs("ida");
        until(() -> isShown("slider"));
        try (SupabaseClient owner = RealWorkspace.owner(backend)) {
            MembersService members = new MembersService(owner);
            Member ida = members.list().stream()
                    .filter(member -> member.email().equals("ida@example.org"))
                    .findFirst()
                    .orElseThrow();
            members.revoke(ida.userId());
            type(KeyCode.RIGHT);
            type(KeyCode.ENTER);

            until(() -> text(".dialog-text").contains("A lead has revoked your membership"));
            assertThat(text("#connection")).isEqualTo("Not a member");
            until(() -> isShown("refusedCount"));
            type(KeyCode.ENTER);

            members.restore(ida.userId());
        }
        robot.press(KeyCode.CONTROL).type(KeyCode.U).release(KeyCode.CONTROL);
        until(() -> isShown("refusedList"));
        until(() -> text("#refusedList .entry-why").contains("revoked"));
    }

    @Test
    void aWorkspaceIsForgottenAtItsDoor() {
        atTheDoor();
        focus("forget");
        type(KeyCode.SPACE);

        until(() -> isShown("choosing"));
        assertThat(file.load().hosted()).isEmpty();
    }

    private void atTheDoor() {
        try {
            file.change(before -> before.open(new KnownWorkspace(project.url(), project.key(), "The team")));
            Files.move(TestBackend.emptyWorkspace(), folder.resolve("local"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        onFx(content::start);
        until(() -> hasFocus("email"));
    }

    private void insideAs(String name) {
        atTheDoor();
        signIn(name + "@example.org", "password of " + name);
        until(() -> text("#connection").equals("Connected"));
    }

    private void signIn(String email, String password) {
        enter(email);
        type(KeyCode.TAB);
        enter(password);
        type(KeyCode.ENTER);
    }

    private void answers(int count) {
        for (int i = 1; i <= count; i++) {
            backend.service()
                    .post(
                            "/functions/v1/rft-responses",
                            "{\"user_id\": \"t\", \"prompt\": \"How many? %d\", \"response_text\": \"Two.\"}"
                                    .formatted(i))
                    .ok();
        }
    }

    private int rewards() {
        return backend.service()
                .get("/functions/v1/rft-rewards")
                .ok()
                .get("data")
                .size();
    }

    private List<String> menu() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W).release(KeyCode.W, KeyCode.SHIFT, KeyCode.CONTROL);
        List<String> items =
                items().stream().map(item -> String.valueOf(item.getText())).collect(Collectors.toList());
        type(KeyCode.ESCAPE);
        return items;
    }

    private void choose(String item) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W).release(KeyCode.W, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.interact(
                () -> items().stream().filter(each -> item.equals(each.getId())).forEach(MenuItem::fire));
        type(KeyCode.ESCAPE);
    }

    private List<MenuItem> items() {
        return robot.lookup("#workspaceMenu").queryAs(MenuButton.class).getItems();
    }

    // Pasted, as people do; keys pressed at a loaded machine come late.
    private void enter(String text) {
        robot.interact(() -> {
            if (scene.getFocusOwner() instanceof TextInputControl input) {
                input.appendText(text);
            }
        });
    }

    private void type(KeyCode... keys) {
        robot.type(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void focus(String id) {
        robot.interact(() -> scene.lookup("#" + id).requestFocus());
    }

    private TextInputControl field(String id) {
        return (TextInputControl) scene.lookup("#" + id);
    }

    private boolean hasFocus(String id) {
        Node focused = scene.getFocusOwner();
        return focused != null && id.equals(focused.getId()) && isShown(focused);
    }

    private boolean isShown(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && isShown(node);
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private Stream<String> shown(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .filter(DesktopSceneTest::isShown)
                .filter(Labeled.class::isInstance)
                .map(node -> String.valueOf(((Labeled) node).getText()));
    }

    private String text(String selector) {
        return shown(selector).collect(Collectors.joining("\n"));
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), work);
    }

    private void until(BooleanSupplier condition) {
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
