package dev.rewarddesk.desktop.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.session.Pictures;
import dev.rewarddesk.collect.session.PretendSite;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class CollectViewTest extends CollectScreen {

    @Start
    void start(Stage stage) {
        show(stage);
    }

    @Test
    void aRunIsBegunByKeyboardAndTellsWhatItBrought() {
        enter("urls", site.url("/"));
        allowThisMachine();

        press(KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> text("newImages").equals("2"));
        until(() -> text("stage").equals("Done"));
        assertThat(text("ending")).startsWith("2 new images");
        assertThat(text("notTaken")).isEqualTo("2");
        assertThat(((Pane) find("reasons")).getChildren())
                .extracting(node -> ((Label) node).getText())
                .contains("1 image: not there", "1 image: no JPEG, PNG, WebP or GIF by its content");
        assertThat(((Pane) find("pictures")).getChildren()).hasSize(2);
        assertThat(find("anew").isFocused()).isTrue();
        assertThat(find("resume").isVisible()).isFalse();
    }

    @Test
    void whatIsWrongIsSaidAtItsPlaceAndNothingBegins() {
        enter("urls", "no url");
        enter("pages", "many");
        enter("rules", "birds");

        press(KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> error("pages").startsWith("Enter a whole number"));
        assertThat(error("rules")).contains("birds");
        assertThat(((TextInputControl) input("pages")).isFocused()).isTrue();
        assertThat(service.sessions()).isEmpty();

        enter("pages", "10");
        enter("rules", "");
        press(KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> error("urls").contains("\"no url\" is no http or https URL"));
        assertThat(service.sessions()).isEmpty();
    }

    @Test
    void aRunIsPausedStoppedAndGoneOnWith() {
        site.on("/slow.png", _ -> {
            awaitGate();
            return PretendSite.bytes("image/png", Pictures.png(7));
        });
        site.page("/", "<img src=one.png><img src=slow.png>");
        enter("urls", site.url("/"));
        allowThisMachine();
        press(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> text("newImages").equals("1"));

        press(KeyCode.CONTROL, KeyCode.P);
        until(() -> text("stage").equals("Paused"));
        press(KeyCode.CONTROL, KeyCode.P);
        until(() -> text("stage").equals("Collecting"));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        until(() -> text("stage").equals("Stopped"));
        assertThat(text("ending")).contains("you can go on with the rest");
        gate.countDown();
        until(() -> find("resume").isFocused());
        press(KeyCode.ENTER);

        until(() -> text("stage").equals("Done"));
        assertThat(text("newImages")).isEqualTo("2");
    }

    @Test
    void sessionsAreListedWithWhatTheyDidNotTake() {
        enter("urls", site.url("/"));
        allowThisMachine();
        press(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> text("stage").equals("Done"));

        press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);

        until(() -> isShown("detail"));
        assertThat(((ListView<?>) find("sessionList")).getItems()).hasSize(1);
        assertThat(text("detailTitle")).isEqualTo(site.url("/"));
        assertThat(text("notTakenTitle")).isEqualTo("Not taken: 2");
        assertThat(text("detailFacts")).contains("2 new images");
        assertThat(((Button) find("detailGoOn")).isVisible()).isFalse();

        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> ((Button) find("detailAgain")).fire());
        until(() -> find("urls").isVisible()
                && find("start").getParent().getParent().isVisible());
        assertThat(((TextInputControl) input("urls")).getText()).isEqualTo(site.url("/"));
        assertThat(((CheckBox) find("allowPrivate")).isSelected()).isTrue();
    }

    @Test
    void theKeysLeadThroughAllPartsAndBack() {
        site.image("/large.png", Pictures.scaled(1, 256, 192));
        site.image("/half.png", Pictures.scaled(1, 128, 96));
        site.page("/", "<img src=large.png><img src=half.png>");
        enter("urls", site.url("/"));
        allowThisMachine();
        press(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> text("stage").equals("Done"));

        press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        until(() -> find("sessionList").isFocused());
        press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        until(() -> hasFocus("heldCards"));
        press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        until(() -> find("url").isFocused());
        press(KeyCode.CONTROL, KeyCode.PAGE_UP);
        until(() -> hasFocus("heldCards"));
        press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        until(() -> isShown("anew"));
    }

    @Test
    void whereNothingWasCollectedItSaysSo() {
        until(() -> input("urls").isFocused());
        press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);

        until(() -> isShown("noSessions"));
    }

    private boolean hasFocus(String within) {
        Node whole = scene.lookup("#" + within);
        for (Node each = scene.getFocusOwner(); each != null; each = each.getParent()) {
            if (each.equals(whole)) {
                return true;
            }
        }
        return false;
    }
}
