package dev.rewarddesk.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.model.Score;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ScoreSliderTest {

    private final FxRobot robot = new FxRobot();
    private final List<Score> chosen = new ArrayList<>();

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private ScoreSlider slider;

    @Start
    void start(Stage stage) {
        slider = new ScoreSlider();
        slider.onChosen(chosen::add);
        stage.setScene(new Scene(new StackPane(slider), 500, 120));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void theBarRunsFromZeroToTheScore() {
        Bounds zero = part(".score-zero");
        show(new Score(0.5));
        assertThat(part(".score-bar").getMinX()).isEqualTo(zero.getCenterX());
        assertThat(part(".score-bar").getMaxX()).isEqualTo(part(".score-thumb").getCenterX());
        show(new Score(-1));
        assertThat(part(".score-bar").getMaxX()).isEqualTo(zero.getCenterX());
        assertThat(part(".score-thumb").getCenterX()).isLessThan(zero.getCenterX() - 200);
        show(Score.ZERO);
        assertThat(part(".score-bar").getWidth()).isZero();
    }

    @Test
    void pointingReportsTheNearestStepAndShowsNothingByItself() {
        robot.clickOn(slider);

        assertThat(chosen).containsExactly(Score.ZERO);
        assertThat(slider.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING))
                .isEqualTo("No score yet");
    }

    @Test
    void aScreenReaderReadsAndMovesIt() {
        show(new Score(-0.35));
        assertThat(slider.queryAccessibleAttribute(AccessibleAttribute.VALUE)).isEqualTo(-0.35);
        assertThat(slider.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING))
                .isEqualTo("−0.35");
        assertThat(slider.queryAccessibleAttribute(AccessibleAttribute.MIN_VALUE))
                .isEqualTo(-1.0);

        robot.interact(() -> {
            slider.executeAccessibleAction(AccessibleAction.INCREMENT);
            slider.executeAccessibleAction(AccessibleAction.SET_VALUE, 0.72);
        });
        assertThat(chosen).containsExactly(new Score(-0.3), new Score(0.7));
    }

    private void show(Score score) {
        robot.interact(() -> {
            slider.show(score, false);
            slider.getScene().getRoot().layout();
        });
    }

    private Bounds part(String style) {
        Node found = slider.lookup(style);
        return found.getBoundsInParent();
    }
}
