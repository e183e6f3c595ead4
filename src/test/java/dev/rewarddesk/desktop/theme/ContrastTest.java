package dev.rewarddesk.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.settings.Theme;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The colours of both themes, by the contrast of WCAG 2.2. */
@ExtendWith(ApplicationExtension.class)
final class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double SIGN = 3.0;
    private static final List<Pair> PAIRS = List.of(
            new Pair("-color-fg-default", "-desk-canvas", TEXT),
            new Pair("-color-fg-default", "-desk-rail", TEXT),
            new Pair("-color-fg-default", "-color-bg-inset", TEXT),
            new Pair("-color-fg-default", "-color-bg-overlay", TEXT),
            new Pair("-color-fg-default", "-color-danger-subtle", TEXT),
            new Pair("-color-fg-default", "-color-warning-subtle", TEXT),
            new Pair("-color-fg-default", "-color-success-subtle", TEXT),
            new Pair("-color-fg-muted", "-desk-canvas", TEXT),
            new Pair("-color-fg-muted", "-desk-rail", TEXT),
            new Pair("-color-fg-muted", "-color-bg-inset", TEXT),
            new Pair("-color-fg-muted", "-color-success-subtle", TEXT),
            new Pair("-color-accent-fg", "-desk-canvas", TEXT),
            new Pair("-color-accent-fg", "-color-accent-subtle", TEXT),
            new Pair("-color-danger-fg", "-desk-canvas", TEXT),
            new Pair("-color-success-fg", "-color-success-subtle", TEXT),
            new Pair("-color-fg-emphasis", "-color-accent-emphasis", TEXT),
            new Pair("-desk-on-success", "-desk-success", TEXT),
            new Pair("-desk-on-toast", "-desk-toast", TEXT),
            new Pair("-desk-focus", "-desk-canvas", SIGN),
            new Pair("-desk-focus", "-desk-rail", SIGN),
            new Pair("-color-success-fg", "-desk-rail", SIGN),
            new Pair("-color-danger-fg", "-desk-rail", SIGN),
            new Pair("-color-warning-fg", "-color-warning-subtle", SIGN),
            new Pair("-color-danger-emphasis", "-desk-canvas", SIGN),
            new Pair("-color-success-emphasis", "-desk-canvas", SIGN));

    private final FxRobot robot = new FxRobot();
    private final SimpleObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private VBox swatches;

    @SuppressWarnings("NullAway.Init")
    private Appearance appearance;

    @Start
    void start(Stage stage) {
        swatches = new VBox();
        Scene scene = new Scene(swatches, 400, 300);
        appearance = Appearance.follow(scene, theme);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    @AfterEach
    void end() {
        robot.interact(appearance::end);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void whatIsReadStandsOutFromWhatItIsOn(Theme look) {
        robot.interact(() -> theme.set(look));
        WaitForAsyncUtils.waitForFxEvents();
        Color canvas = colour("-desk-canvas", Color.WHITE);

        assertThat(PAIRS).allSatisfy(pair -> {
            Color below = colour(pair.background(), canvas);
            assertThat(contrast(colour(pair.foreground(), below), below))
                    .as("%s on %s, %s", pair.foreground(), pair.background(), look)
                    .isGreaterThanOrEqualTo(pair.least());
        });
    }

    /** The colour as it looks on another. */
    private Color colour(String name, Color below) {
        Region swatch = new Region();
        swatch.setStyle("-fx-background-color: " + name + ";");
        robot.interact(() -> {
            swatches.getChildren().setAll(swatch);
            swatches.applyCss();
        });
        Color top = (Color) swatch.getBackground().getFills().getFirst().getFill();
        return Color.color(
                mixed(top.getRed(), below.getRed(), top.getOpacity()),
                mixed(top.getGreen(), below.getGreen(), top.getOpacity()),
                mixed(top.getBlue(), below.getBlue(), top.getOpacity()));
    }

    private static double mixed(double top, double below, double opacity) {
        return top * opacity + below * (1 - opacity);
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private record Pair(String foreground, String background, double least) {}
}
