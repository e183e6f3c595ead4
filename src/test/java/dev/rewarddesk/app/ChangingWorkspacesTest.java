package dev.rewarddesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.Member;
import dev.rewarddesk.settings.KnownWorkspace;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.net.URI;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** From one workspace to the next, and what becomes of the desk when a session ends. */
@ExtendWith(ApplicationExtension.class)
final class ChangingWorkspacesTest extends DesktopWindow {

    @Start
    void start(Stage stage) {
        in(stage);
    }

    @Stop
    void stop() {
        end();
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
}
