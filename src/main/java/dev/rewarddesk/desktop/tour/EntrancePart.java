package dev.rewarddesk.desktop.tour;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

/** The part of the tour that comes to a team's workspace: signing in, and connecting to another. */
final class EntrancePart {

    private final Play play;
    private final Hands hands;
    private final Camera camera;
    private final Tour.Guest guest;

    EntrancePart(Play play, Tour.Guest guest) {
        this.play = play;
        this.hands = play.hands();
        this.camera = play.camera();
        this.guest = guest;
    }

    void play() {
        play.until("one may sign in", () -> play.isShown("email"));
        camera.take("sign-in");
        beRefused();
        beInvited();
        enter("email", guest.email());
        enter("password", guest.password());
        hands.press(KeyCode.ENTER);
        play.until("one is signed in", () -> play.isShown("workspaceMenu"));
        play.until("a screen is shown", () -> play.isShown("choosing") || play.isShown("checkAgain"));
        menu();
        connect();
    }

    private void beRefused() {
        press("signIn");
        camera.take("sign-in-missing");
        enter("email", guest.email());
        enter("password", "not this one");
        hands.press(KeyCode.ENTER);
        play.until("it is refused", () -> play.isShown("signInProblem"));
        camera.take("sign-in-wrong");
    }

    private void beInvited() {
        press("toInvitation");
        play.until("an invitation can be entered", () -> play.isShown("link"));
        camera.take("sign-in-invited");
        enter("link", "https://example.org/");
        enter("newPassword", "short");
        hands.press(KeyCode.ENTER);
        play.settle();
        camera.take("sign-in-invited-refused");
        press("fromInvitation");
        play.settle();
    }

    private void menu() {
        FxThread.run(() -> ((MenuButton) play.find("workspaceMenu")).show());
        play.settle();
        camera.take("workspace-menu");
        FxThread.run(() -> ((MenuButton) play.find("workspaceMenu"))
                .getItems().stream()
                        .filter(item -> "workspaces.connect".equals(item.getId()))
                        .forEach(MenuItem::fire));
        FxThread.run(() -> {
            if (play.isShown("workspaceMenu")) {
                ((MenuButton) play.find("workspaceMenu")).hide();
            }
        });
    }

    private void connect() {
        play.until("one may connect", () -> play.isShown("connectUrl"));
        camera.take("connect");
        hands.press(KeyCode.ENTER);
        play.settle();
        camera.take("connect-missing");
        enter("connectUrl", "our project");
        enter("connectKey", guest.key());
        hands.press(KeyCode.ENTER);
        play.settle();
        camera.take("connect-no-url");
        enter("connectUrl", "https://127.0.0.1:1");
        hands.press(KeyCode.ENTER);
        play.until("nobody answers", () -> play.isShown("connectProblem"));
        camera.take("connect-nobody");
        enter("connectKey", "sb_secret_0123456789");
        hands.press(KeyCode.ENTER);
        play.settle();
        camera.take("connect-secret-key");
        enter("connectUrl", guest.url());
        enter("connectKey", guest.key().substring(0, guest.key().length() - 1) + "0");
        hands.press(KeyCode.ENTER);
        play.settle();
        camera.take("connect-wrong-key");
    }

    private void press(String button) {
        FxThread.run(((ButtonBase) play.find(button))::fire);
        play.settle();
    }

    private void enter(String field, String text) {
        FxThread.run(() -> {
            TextInputControl input = (TextInputControl) play.find(field);
            input.requestFocus();
            input.setText(text);
        });
    }
}
