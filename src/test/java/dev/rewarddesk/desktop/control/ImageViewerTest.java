package dev.rewarddesk.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.image.EncodedImages;
import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.image.Preview;
import dev.rewarddesk.desktop.image.UnreadablePictureException;
import dev.rewarddesk.desktop.image.Viewpoint;
import dev.rewarddesk.desktop.image.Viewport;
import dev.rewarddesk.desktop.task.Tasks;
import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class ImageViewerTest {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 480;

    private final FxRobot robot = new FxRobot();
    private final Tasks tasks = new Tasks(work -> Thread.ofVirtual().start(work), Platform::runLater, failure -> {
        throw new AssertionError(failure);
    });

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private ImageViewer viewer;

    @Start
    void start(Stage stage) {
        viewer = new ImageViewer();
        viewer.decodeOn(tasks);
        stage.setScene(new Scene(new StackPane(viewer), WIDTH, HEIGHT));
        stage.sizeToScene();
        stage.show();
    }

    @ParameterizedTest
    @CsvSource({"8000, 6000, jpeg", "900, 9000, png", "9000, 900, png", "64, 48, gif", "1200, 900, webp"})
    void everySizeIsShownWholeAndThenPixelByPixel(int width, int height, String format) throws Exception {
        show(width, height, format);
        Viewpoint fitting = viewpoint();
        assertThat(fitting.fits()).isTrue();
        assertQuarters(Math.min(WIDTH, width * fitting.scale()) / 4, Math.min(HEIGHT, height * fitting.scale()) / 4);

        robot.interact(viewer::zoomToOne);
        assertThat(viewpoint().zoom()).isEqualTo(1);
        assertQuarters(Math.min(WIDTH, width) / 4.0, Math.min(HEIGHT, height) / 4.0);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> viewer.isSharp());
        assertQuarters(Math.min(WIDTH, width) / 4.0, Math.min(HEIGHT, height) / 4.0);
        assertQuarters(2, 2);
    }

    @Test
    void aLargeImageIsSharpWhereverOneLooks() throws Exception {
        show(8000, 6000, "jpeg");
        robot.interact(viewer::zoomToOne);
        for (int i = 0; i < 12; i++) {
            robot.interact(() -> viewer.look(1, 0.5));
        }
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> viewer.isSharp());

        assertThat(viewpoint().x()).isEqualTo(WIDTH - 8000);
        assertThat(colourAt(WIDTH / 2.0, HEIGHT / 2.0)).isEqualTo("white");
    }

    @Test
    void atHighZoomPixelsHaveSharpEdges() throws Exception {
        show(64, 48, "png");
        for (int i = 0; i < 30; i++) {
            robot.interact(viewer::zoomIn);
        }

        assertThat(viewpoint().zoom()).isEqualTo(Viewpoint.MAX_ZOOM);
        assertQuarters(1, 1);
    }

    @Test
    void aBrokenImageSaysWhyAndOffersAnotherTryWhereThatMayHelp() throws Exception {
        Runnable[] again = {() -> {}};
        boolean[] tried = {false};
        again[0] = () -> tried[0] = true;
        robot.interact(() -> {
            viewer.onTryAgain(again[0]);
            viewer.show(new PictureState.Broken("It did not arrive.", true));
        });
        assertThat(robot.lookup(".image-viewer-state .label").queryLabeled().getText())
                .isEqualTo("It did not arrive.");
        robot.interact(
                () -> robot.lookup(".image-viewer-state .button").queryButton().fire());
        assertThat(tried[0]).isTrue();

        robot.interact(() -> viewer.show(new PictureState.Broken("It is damaged.", false)));
        assertThat(robot.lookup(".image-viewer-state .button").queryButton().isVisible())
                .isFalse();
    }

    @Test
    void aVeiledImageIsBlurredAndSaysWhyAndHowToSeeIt() throws Exception {
        Preview preview = preview(EncodedImages.encode(checks(), "png"));
        boolean[] asked = {false};
        robot.interact(() -> {
            viewer.onReveal(() -> asked[0] = true);
            viewer.show(new PictureState.Veiled(preview, PictureState.Veiled.Why.MARKED));
        });
        assertThat(robot.lookup(".image-viewer-veil .label").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText))
                .anyMatch(text -> text.contains("marked as sensitive"));
        assertThat(contrast()).isLessThan(0.2);
        robot.interact(viewer::zoomToOne);
        assertThat(contrast()).isLessThan(0.2);

        robot.interact(
                () -> robot.lookup(".image-viewer-veil .button").queryButton().fire());
        assertThat(asked[0]).isTrue();
        robot.interact(() -> viewer.show(new PictureState.Ready(preview)));
        assertThat(robot.lookup(".image-viewer-veil").query().isVisible()).isFalse();
        assertThat(contrast()).isGreaterThan(0.9);
    }

    @Test
    void zoomAndPlaceAreKeptForTheNextImageWhenAskedTo() throws Exception {
        show(2000, 1600, "png");
        robot.interact(() -> {
            viewer.zoomKeptProperty().set(true);
            viewer.zoomToOne();
            viewer.look(1, 1);
        });
        Viewpoint before = viewpoint();
        robot.interact(() -> viewer.show(new PictureState.Loading()));
        show(2000, 1600, "jpeg");

        assertThat(viewpoint()).isEqualTo(before);
        robot.interact(() -> viewer.zoomKeptProperty().set(false));
        show(2000, 1600, "png");
        assertThat(viewpoint().fits()).isTrue();
    }

    @Test
    void anAnimationPlaysUntilItIsStoppedOrOutOfView() throws Exception {
        Preview preview = preview(EncodedImages.animation(40, 40));
        robot.interact(() -> viewer.show(new PictureState.Ready(preview)));
        untilColour("green");
        untilColour("red");

        robot.interact(() -> viewer.movingProperty().set(false));
        String stopped = colourAt(WIDTH / 2.0, HEIGHT / 2.0);
        robot.interact(() -> viewer.movingProperty().set(true));
        untilColour(stopped.equals("red") ? "green" : "red");
        robot.interact(() -> viewer.getScene().getWindow().hide());
        assertThat(viewer.isMoving()).isFalse();
    }

    private void untilColour(String colour) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> colourAt(WIDTH / 2.0, HEIGHT / 2.0).equals(colour));
    }

    private static Preview preview(byte[] bytes) throws UnreadablePictureException {
        return Preview.of(bytes, new Viewport(WIDTH, HEIGHT));
    }

    private static BufferedImage checks() {
        BufferedImage image = new BufferedImage(600, 480, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 600; x++) {
            for (int y = 0; y < 480; y++) {
                image.setRGB(x, y, (x / 16 + y / 16) % 2 == 0 ? 0 : 0xffffff);
            }
        }
        return image;
    }

    /** Between the brightest and the darkest pixel above the words. */
    private double contrast() {
        WaitForAsyncUtils.waitForFxEvents();
        double[] found = {1, 0};
        robot.interact(() -> {
            PixelReader pixels = viewer.getScene().snapshot(null).getPixelReader();
            for (int x = 100; x < WIDTH - 100; x += 4) {
                double bright = pixels.getColor(x, 60).getBrightness();
                found[0] = Math.min(found[0], bright);
                found[1] = Math.max(found[1], bright);
            }
        });
        return found[1] - found[0];
    }

    @Test
    void theBarSaysSizeAndZoom() throws Exception {
        show(1200, 960, "png");

        assertThat(robot.lookup(".image-size").queryAs(Labeled.class).getText()).isEqualTo("1200 × 960");
        assertThat(robot.lookup(".image-zoom").queryAs(Labeled.class).getText()).isEqualTo("50%");
    }

    private void show(int width, int height, String format) throws Exception {
        Preview preview = preview(EncodedImages.encode(EncodedImages.quarters(width, height), format));
        robot.interact(() -> viewer.show(new PictureState.Ready(preview)));
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> viewer.viewpointProperty().get() != null);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Viewpoint viewpoint() {
        WaitForAsyncUtils.waitForFxEvents();
        return Objects.requireNonNull(viewer.viewpointProperty().get());
    }

    /** The four colours, so far from the middle of the view. */
    private void assertQuarters(double across, double down) throws TimeoutException {
        double x = WIDTH / 2.0;
        double y = HEIGHT / 2.0;
        assertThat(colourAt(x - across, y - down)).isEqualTo("red");
        assertThat(colourAt(x + across, y - down)).isEqualTo("green");
        assertThat(colourAt(x - across, y + down)).isEqualTo("blue");
        assertThat(colourAt(x + across, y + down)).isEqualTo("white");
    }

    private String colourAt(double x, double y) {
        WaitForAsyncUtils.waitForFxEvents();
        Color[] found = new Color[1];
        robot.interact(() -> {
            PixelReader pixels = viewer.getScene().snapshot(null).getPixelReader();
            found[0] = pixels.getColor((int) x, (int) y);
        });
        Color colour = found[0];
        boolean red = colour.getRed() > 0.9;
        boolean green = colour.getGreen() > 0.9;
        boolean blue = colour.getBlue() > 0.9;
        if (red && green && blue) {
            return "white";
        }
        return red && !green && !blue
                ? "red"
                : green && !red && !blue ? "green" : blue && !red && !green ? "blue" : colour.toString();
    }
}
