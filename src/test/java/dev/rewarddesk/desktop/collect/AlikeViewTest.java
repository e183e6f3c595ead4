package dev.rewarddesk.desktop.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.session.NearGroup;
import dev.rewarddesk.collect.session.Pictures;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class AlikeViewTest extends CollectScreen {

    @Start
    void start(Stage stage) {
        show(stage);
    }

    // Two pictures, and two of each that look like it.
    @BeforeEach
    void collect() {
        StringBuilder page = new StringBuilder();
        for (int seed = 1; seed <= 2; seed++) {
            int side = 0;
            for (int width : new int[] {256, 192, 128}) {
                String name = "picture-%d-%d.png".formatted(seed, side++);
                site.image("/" + name, Pictures.scaled(seed, width, width * 3 / 4));
                page.append("<img src=").append(name).append('>');
            }
        }
        site.page("/", page.toString());
        enter("urls", site.url("/"));
        allowThisMachine();
        press(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> text("stage").equals("Done"));
        press(KeyCode.ALT, KeyCode.DIGIT3);
        until(() -> isShown("alikeList") && rows() == 4 && find("alikeList").isFocused());
    }

    @Test
    void whatLooksAlikeIsDecidedByKeyboardAndNothingHappensBeforeItIsCarriedOut() {
        assertThat(service.groups()).hasSize(2);

        press(KeyCode.K);
        press(KeyCode.X);
        until(() -> text("alikeCount").contains("2 decided"));
        press(KeyCode.U);
        assertThat(held()).hasSize(4);

        press(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> rows() == 2);

        assertThat(held()).hasSize(2);
        assertThat(service.groups()).hasSize(1);
        assertThat(bench.backend().service().get("/functions/v1/upload").ok().get("data"))
                .as("two that were taken and one that was kept")
                .hasSize(3);
    }

    @Test
    void aWholeGroupIsDecidedAtOnce() {
        press(KeyCode.SHIFT, KeyCode.X);
        until(() -> text("alikeCount").contains("2 decided"));
        press(KeyCode.SHIFT, KeyCode.K);
        until(() -> text("alikeCount").contains("4 decided"));
        press(KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> isShown("nothingAlike"));
        assertThat(bench.backend().service().get("/functions/v1/upload").ok().get("data"))
                .hasSize(4);
    }

    @Test
    void whoLeavesWithDecisionsIsAsked() {
        press(KeyCode.K);
        until(() -> text("alikeCount").contains("1 decided"));

        press(KeyCode.ALT, KeyCode.DIGIT1);

        until(() -> !notices.questions().isEmpty());
        assertThat(isShown("alikeList")).isTrue();
        assertThat(held()).hasSize(4);
    }

    private int rows() {
        return ((ListView<?>) find("alikeList")).getItems().size();
    }

    private List<NearGroup.Held> held() {
        return service.groups().stream().flatMap(group -> group.held().stream()).toList();
    }
}
