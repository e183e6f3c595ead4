package dev.rewarddesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.Role;
import dev.rewarddesk.settings.KnownWorkspace;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Into a workspace and out of it, on every way that there is. */
@ExtendWith(ApplicationExtension.class)
final class SigningInAtTheDeskTest extends DesktopWindow {

    @Start
    void start(Stage stage) {
        in(stage);
    }

    @Stop
    void stop() {
        end();
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
    void aWorkspaceIsForgottenAtItsDoor() {
        atTheDoor();
        focus("forget");
        type(KeyCode.SPACE);

        until(() -> isShown("choosing"));
        assertThat(file.load().hosted()).isEmpty();
    }
}
