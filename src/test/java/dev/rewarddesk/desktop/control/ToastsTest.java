package dev.rewarddesk.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ToastsTest {

    private final FxRobot robot = new FxRobot();

    // TestFX calls start before every test; before the first one there is no toolkit.
    @SuppressWarnings("NullAway.Init")
    private Toasts toasts;

    @Start
    void start(Stage stage) {
        toasts = new Toasts();
        stage.setScene(new Scene(toasts, 400, 300));
        stage.show();
    }

    @Test
    void whatIsSaidAgainStandsThereOnceAsTheNewest() {
        robot.interact(() -> {
            toasts.show("kept");
            toasts.show("other");
            toasts.show("kept");
        });

        assertThat(shown()).containsExactly("other", "kept");
    }

    @Test
    void theOldestMakesRoom() {
        robot.interact(() -> List.of("1", "2", "3", "4").forEach(toasts::show));

        assertThat(shown()).containsExactly("2", "3", "4");
    }

    private List<String> shown() {
        return toasts.getChildren().stream()
                .map(toast -> ((Labeled) toast).getText())
                .toList();
    }
}
