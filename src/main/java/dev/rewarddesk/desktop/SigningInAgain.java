package dev.rewarddesk.desktop;

import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.desktop.control.Card;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.signin.SignInView;
import dev.rewarddesk.desktop.signin.SignInViewModel;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.Connection;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks who is signed out to sign in again, over the screen they are at, so that they are back there afterwards. When somebody
 * else signs in, the workspace is opened anew: nothing of the former person's stays on the screen.
 */
final class SigningInAgain {

    private final SignInService signIn;
    private final SignInViewModel.Browser browser;
    private final Services services;
    private final CurrentWorkspace workspace;
    private final Tasks tasks;
    private final Overlay overlay;
    private final Runnable openAnew;
    private final Optional<UUID> before;
    private final String email;
    private boolean asked;

    SigningInAgain(
            SignInService signIn,
            SignInViewModel.Browser browser,
            Services services,
            CurrentWorkspace workspace,
            Tasks tasks,
            Overlay overlay,
            Runnable openAnew) {
        this.signIn = signIn;
        this.browser = browser;
        this.services = services;
        this.workspace = workspace;
        this.tasks = tasks;
        this.overlay = overlay;
        this.openAnew = openAnew;
        this.before = signIn.person();
        this.email = signIn.email();
    }

    /** Asks from now on, once each time that the sign-in ends. */
    void watch() {
        workspace.connectionProperty().subscribe(state -> {
            if (state != Connection.SIGNED_OUT) {
                asked = false;
            } else if (!asked) {
                asked = true;
                ask();
            }
        });
    }

    /** Asks now. */
    void ask() {
        SignInViewModel model = new SignInViewModel(signIn, browser, this::done, tasks);
        model.email().textProperty().set(email);
        SignInView view = new SignInView(model);
        Card card = new Card(Texts.of("signin.again"), view.root());
        card.button(Texts.of("signin.later"), overlay::close);
        overlay.open(card, view.first(), model::cancelBrowser);
        model.start(workspace.refusal().map(ServiceFailure::getMessage).orElse(""));
    }

    private void done() {
        overlay.close();
        if (!signIn.person().equals(before)) {
            openAnew.run();
            return;
        }
        tasks.run(services.outgoing()::hurry).start();
        workspace.refresh();
    }
}
