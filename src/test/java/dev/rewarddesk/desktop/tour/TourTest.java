package dev.rewarddesk.desktop.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.app.SampleSite;
import dev.rewarddesk.desktop.SmallSample;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.model.Activation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TourTest {

    @Test
    void theTourDoesTheMainJobAndPhotographsIt(@TempDir Path sample, @TempDir Path out) throws IOException {
        SmallSample.into(sample);
        try (TestDesk desk = new TestDesk();
                SampleSite site = SampleSite.open()) {
            List<Path> pictures = Tour.play(desk.services(sample), desk, () -> {}, site, out);

            assertThat(desk.services(sample).review().progress().done()).isEqualTo(4);
            assertThat(desk.checkpoints().history())
                    .extracting(Activation::version)
                    .containsExactly("one", "two", "one");
            assertThat(pictures)
                    .allMatch(picture -> picture.toFile().length() > 0)
                    .extracting(picture -> picture.getFileName().toString())
                    .doesNotHaveDuplicates()
                    .contains(
                            "1280x800-light-welcome.png",
                            "1280x800-light-settings-guidelines.png",
                            "1920x1080-dark-review-guidelines.png",
                            "1920x1080-dark-review-scored.png",
                            "1280x800-dark-checkpoints-evidence.png",
                            "1280x800-light-checkpoints-compare.png",
                            "1280x800-dark-not-taken.png",
                            "1280x800-light-review-offline.png",
                            "1920x1080-dark-review-history.png",
                            "1280x800-dark-checkpoint-activate.png",
                            "1920x1080-light-checkpoint-activate-guarded.png",
                            "1920x1080-dark-checkpoints-scheduled.png",
                            "1920x1080-light-settings.png",
                            "1280x800-dark-library-open.png",
                            "1920x1080-light-library-rewards.png",
                            "1920x1080-dark-collect-under-way.png",
                            "1280x800-light-collect-sessions.png",
                            "1280x800-light-cheat-sheet.png");
            for (Path picture : pictures) {
                BufferedImage image = ImageIO.read(picture.toFile());
                assertThat(picture.getFileName().toString())
                        .startsWith(image.getWidth() + "x" + image.getHeight() + "-");
            }
        }
    }
}
