package dev.rewarddesk.desktop.comparison;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.model.Comparison;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** A comparison as a picture: all of the sheet, always in light and at the same width, whatever the window shows of it. */
final class ComparisonPicture {

    private static final double WIDTH = 1160;
    private static final double SCALE = 2;

    private ComparisonPicture() {}

    /** Takes it; call it on the FX thread. */
    static WritableImage of(ComparisonViewModel model, Comparison comparison) {
        Label title = new Label(Texts.of(
                "comparison.picture.title",
                comparison.first().checkpoint().version(),
                comparison.second().checkpoint().version()));
        title.getStyleClass().add("page-title");
        Label date = new Label(Texts.moment(Instant.now()));
        date.getStyleClass().add("muted");
        VBox paper = new VBox(title, date, new ComparisonSheet(model, comparison).root());
        paper.getStyleClass().addAll("canvas", "comparison-paper");
        // Unmanaged, so that the scene leaves its size alone.
        paper.setManaged(false);
        Appearance.inLight(new Pane(paper));
        paper.applyCss();
        paper.resize(WIDTH, paper.prefHeight(WIDTH));
        paper.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(SCALE, SCALE));
        return paper.snapshot(parameters, null);
    }

    /** The picture as PNG; blocks. */
    static byte[] png(WritableImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", bytes);
        return bytes.toByteArray();
    }
}
