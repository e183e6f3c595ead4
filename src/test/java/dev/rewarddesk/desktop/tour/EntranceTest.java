package dev.rewarddesk.desktop.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.desktop.signin.DoorPage;
import dev.rewarddesk.desktop.signin.SignInViewModel;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.desktop.workspace.Place;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.Role;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.StandInProject;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team's workspace looks like from outside, and when it no longer lets somebody in; the pictures stay in the target folder. */
final class EntranceTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    private Path folder;

    private final TestBackend backend = TestBackend.fresh();
    private final BackendAccess access = backend.backend().access();
    private final StandInProject project = new StandInProject(access);

    @AfterEach
    void close() {
        project.close();
        backend.close();
    }

    @Test
    void theTourSignsInAndConnectsAndIsToldWhatIsWrong() {
        backend.annotator("ida");
        project.offerBrowserWays();
        try (OneProject workspaces = new OneProject(project, folder)) {
            Tour.Guest guest =
                    new Tour.Guest(project.url().toString(), project.key(), "ida@example.org", "password of ida");

            List<Path> pictures = Tour.enter(workspaces, guest, PICTURES);

            assertThat(pictures)
                    .extracting(picture -> picture.getFileName().toString())
                    .contains(
                            "1280x800-light-sign-in.png",
                            "1280x800-dark-sign-in-wrong.png",
                            "1920x1080-light-workspace-menu.png",
                            "1280x800-dark-connect-wrong-key.png");
        }
    }

    @Test
    void theBrowserIsWaitedFor() {
        FxThread.startHeadless();
        project.offerBrowserWays();
        SupabaseClient client = SupabaseClient.forPerson(
                new WorkspaceAddress(project.url(), project.key()), new InMemorySessionStore());
        Tasks tasks = new Tasks(work -> Thread.ofVirtual().start(work), Platform::runLater, failure -> {
            throw new AssertionError(failure);
        });
        ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
        SignInViewModel model = new SignInViewModel(
                new SignInService(client),
                _ -> {
                    throw new IOException("none here");
                },
                () -> {},
                tasks);
        Stage[] stage = new Stage[1];
        Appearance[] appearance = new Appearance[1];
        DoorPage page = FxThread.call(() -> {
            DoorPage made = new DoorPage(new Place.Hosted(project.url(), "Street scenes"), model, new NoExits());
            made.root().setManaged(false);
            stage[0] = new Stage();
            Scene scene = new Scene(new Pane(made.root()), 960, 640);
            appearance[0] = Appearance.follow(scene, settings.map(Settings::theme));
            stage[0].setScene(scene);
            stage[0].show();
            model.choose("google");
            return made;
        });
        while (!FxThread.call(() -> model.noBrowserProperty().get())) {
            Thread.onSpinWait();
        }
        new Camera(page.root(), settings, Play::pulse, PICTURES).take("sign-in-browser");
        FxThread.run(() -> {
            model.cancelBrowser();
            stage[0].close();
            appearance[0].end();
        });
        client.close();
        assertThat(PICTURES.resolve("1280x800-dark-sign-in-browser.png")).isNotEmptyFile();
    }

    @Test
    void whoIsSignedOutIsAskedAgainAndWhoIsNoMemberIsTold() {
        backend.annotator("ida");
        for (int i = 1; i <= 3; i++) {
            backend.service()
                    .post(
                            "/functions/v1/rft-responses",
                            "{\"user_id\": \"t\", \"prompt\": \"How many boats? %d\", \"response_text\": \"Two boats.\"}"
                                    .formatted(i))
                    .ok();
        }
        try (OneProject workspaces = new OneProject(project, folder);
                Play play = openPlay(workspaces)) {
            Camera camera = play.camera();
            play.until("one may sign in", () -> play.isShown("email"));
            signIn(play);
            play.until("an item is there", () -> play.isShown("slider"));
            play.hands().press(KeyCode.CONTROL, KeyCode.DIGIT3);
            play.until("the settings are shown", () -> play.isShown("light"));
            camera.take("settings-of-a-team");
            play.hands().press(KeyCode.CONTROL, KeyCode.DIGIT1);
            play.until("an item is there again", () -> play.isShown("slider"));
            project.endSessions("user_banned");
            play.hands().press(KeyCode.L);
            play.hands().press(KeyCode.ENTER);
            play.until("one is asked again", () -> play.isShown("signInProblem"));
            camera.take("sign-in-again");

            project.mend();
            signIn(play);
            play.until("all is sent", () -> !play.isShown("email"));
            try (SupabaseClient owner = RealWorkspace.owner(backend)) {
                MembersService members = new MembersService(owner);
                members.list().stream()
                        .filter(member -> member.role() == Role.ANNOTATOR)
                        .forEach(member -> members.revoke(member.userId()));
            }
            play.hands().press(KeyCode.CONTROL, KeyCode.L);
            play.until("one is told", () -> play.isShown("failureCode"));
            camera.take("no-member");
            play.hands().press(KeyCode.ESCAPE);
            play.settle();
            camera.take("no-member-after");
        }
    }

    private static Play openPlay(OneProject workspaces) {
        FxThread.startHeadless();
        return Play.open(workspaces, _ -> {}, PICTURES);
    }

    private static void signIn(Play play) {
        FxThread.run(() -> {
            ((TextInputControl) play.find("email")).setText("ida@example.org");
            ((TextInputControl) play.find("password")).setText("password of ida");
            ((ButtonBase) play.find("signIn")).fire();
        });
    }

    private record NoExits() implements DoorPage.Exits {
        @Override
        public void local() {
            throw new AssertionError();
        }

        @Override
        public void forget() {
            throw new AssertionError();
        }
    }
}
