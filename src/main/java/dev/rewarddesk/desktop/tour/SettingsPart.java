package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.model.GuardRails;
import dev.rewarddesk.model.Revised;
import dev.rewarddesk.model.WorkspaceChange;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

/** The part of the tour that sets how the workspace works, also while another lead does. */
final class SettingsPart {

    private static final String GUIDELINES = """
            # How to score

            Look at the **image** first, then read the answer.

            | | Score |
            |---|--:|
            | All of it is right | +1.00 |
            | Right, but something is missing | +0.50 |
            | Something is made up | −0.50 |
            | Nothing is right | −1.00 |

            1. Count what can be counted.
            2. Check colours and places:
               - *left* is left for the one who looks,
               - `behind` is not `under`.
            3. Write down what is wrong.

            > When in doubt, skip: somebody else will look.

            - [x] The image is on screen whole
            - [ ] The answer is read to its end

            More in [the handbook](https://example.org/handbook).
            """;

    private final Play play;
    private final Hands hands;
    private final Camera camera;
    private final AccountService elsewhere;

    /** @param elsewhere another lead's */
    SettingsPart(Play play, AccountService elsewhere) {
        this.play = play;
        this.elsewhere = elsewhere;
        this.hands = play.hands();
        this.camera = play.camera();
    }

    /** Writes what reviewers are told. */
    void writeGuidelines() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        play.until("the settings can be changed", () -> play.isShown("lease"));
        FxThread.run(() -> {
            TextArea text = (TextArea) play.find("guidelines");
            text.setText(GUIDELINES);
            text.requestFocus();
        });
        play.until("the guidelines are previewed", () -> text("previewScroll").contains("How to score"));
        camera.take("settings-guidelines");
        hands.press(KeyCode.CONTROL, KeyCode.S);
        play.until("the guidelines are saved", () -> !play.isShown("unsaved"));
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    void play() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        play.settle();
        camera.take("settings");
        bothChangeARule();
        bothChangeAGuardRail();
    }

    private void bothChangeARule() {
        enter("overlap", "5");
        elsewhere.change(new WorkspaceChange(2, null, null), elsewhere.workspace());
        hands.press(KeyCode.CONTROL, KeyCode.S);
        play.until("one can choose between two rules", () -> play.isShown("conflict"));
        scrollTo(0.4);
        camera.take("settings-conflict");
        choose("takeTheirs");
    }

    private void bothChangeAGuardRail() {
        enter("reviewers", "4");
        Revised<GuardRails> now = elsewhere.guardRails();
        GuardRails rails = now.value();
        elsewhere.change(new GuardRails(rails.rewards(), 2, rails.lowerBound(), rails.days()), now.revision());
        hands.press(KeyCode.CONTROL, KeyCode.S);
        play.until("one can choose between two guard rails", () -> play.isShown("railsConflict"));
        scrollTo(0.75);
        camera.take("settings-guard-rails-conflict");
        choose("takeTheirRails");
    }

    private void enter(String field, String text) {
        FxThread.run(() -> {
            TextField input = (TextField) play.find(field);
            input.requestFocus();
            input.setText(text);
        });
    }

    private void choose(String button) {
        FxThread.run(((Button) play.find(button))::fire);
        play.settle();
    }

    private void scrollTo(double share) {
        FxThread.run(() -> ((ScrollPane) play.find("settingsScroll")).setVvalue(share));
    }

    private String text(String id) {
        StringBuilder words = new StringBuilder();
        play.find(id).lookupAll(".markdown-text").forEach(node -> words.append(((Text) node).getText()));
        return words.toString();
    }
}
