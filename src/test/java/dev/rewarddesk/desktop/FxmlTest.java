package dev.rewarddesk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.opening.OpeningView;
import dev.rewarddesk.failure.ServiceFailure;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FxmlTest {

    @Start
    void start(Stage stage) {
        OpeningView view = new OpeningView(() -> {}, () -> {}, () -> {});
        view.failed(new ServiceFailure.Offline("The workspace cannot be reached. Nothing was lost.", null), true);
        stage.setScene(new Scene(view.root(), 800, 600));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void aWorkspaceThatDoesNotOpenIsExplained(FxRobot robot) {
        assertThat(robot.lookup("#text").queryLabeled().getText()).contains("cannot be reached");
    }
}
