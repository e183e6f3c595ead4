package dev.rewarddesk.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.SmallSample;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.navigation.Navigator;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.Connection;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.supabase.PretendWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShellViewModelTest {

    private final Navigator navigator = new Navigator();

    @Test
    void anEmptyWorkspaceOpensOnWelcomeAndAFilledOneOnReview(@TempDir Path folder) throws IOException {
        SmallSample.into(folder);
        try (TestDesk desk = new TestDesk()) {
            Services services = desk.services(folder);
            ShellViewModel shell = new ShellViewModel(desk.workspace(), services.review(), navigator, Tasks.inline());

            shell.start();
            assertThat(navigator.routeProperty().get()).contains(new Route.Welcome());

            services.folders().run(folder, _ -> {});
            shell.start();
            assertThat(navigator.routeProperty().get()).contains(new Route.Review());
            assertThat(shell.person().getValue()).contains("Lead");
            assertThat(shell.connection().getValue()).isEqualTo(Connection.CONNECTED);
        }
    }

    @Test
    void whoMayBringNothingInWaitsAtTheReviewOfAnEmptyWorkspace() {
        try (TestDesk desk = new TestDesk()) {
            desk.backend().annotator("ada");
            try (SupabaseClient ada = desk.signIn("ada@example.org", "password of ada")) {
                CurrentWorkspace workspace = new CurrentWorkspace(new AccountService(ada), Tasks.inline());
                new ShellViewModel(workspace, new ReviewService(ada), navigator, Tasks.inline()).start();
            }

            assertThat(navigator.routeProperty().get()).contains(new Route.Review());
        }
    }

    @Test
    void aWorkspaceThatIsGoneOpensOnReviewWhichSaysSo() throws IOException {
        PretendWorkspace pretend = new PretendWorkspace();
        CurrentWorkspace workspace = new CurrentWorkspace(new AccountService(pretend.signedIn()), Tasks.inline());
        ReviewService review = new ReviewService(pretend.signedIn());
        pretend.close();

        new ShellViewModel(workspace, review, navigator, Tasks.inline()).start();

        assertThat(navigator.routeProperty().get()).contains(new Route.Review());
        assertThat(workspace.connectionProperty().get()).isEqualTo(Connection.OFFLINE);
    }

    @Test
    void aScreenThatHoldsThePersonBackIsNotLeft() {
        navigator.go(new Route.Review());
        navigator.askBeforeLeaving(_ -> false);

        assertThat(navigator.go(new Route.Settings())).isFalse();
        assertThat(navigator.routeProperty().get()).contains(new Route.Review());
    }
}
