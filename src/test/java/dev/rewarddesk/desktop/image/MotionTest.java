package dev.rewarddesk.desktop.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MotionTest {

    private static final int RED = 0xffff0000;
    private static final int GREEN = 0xff00ff00;
    private static final int BLUE = 0xff0000ff;
    private static final int NOTHING = 0;

    @Test
    void framesAreDrawnOverEachOtherAndDisposedOfAsTheFileSays() throws Exception {
        byte[] gif = new GifBytes(8, 4)
                .frame(0, 0, 8, 4, 1, 1, 10)
                .frame(0, 0, 4, 4, 2, 3, 0)
                .frame(4, 0, 4, 4, 3, 2, 50)
                .frame(0, 0, 1, 1, 2, 1, 10)
                .bytes();

        List<Motion.Frame> frames = moving(gif);

        assertThat(frames.stream().map(frame -> frame.pixels().at(2, 2))).containsExactly(RED, GREEN, RED, RED);
        assertThat(frames.stream().map(frame -> frame.pixels().at(6, 2))).containsExactly(RED, RED, BLUE, NOTHING);
        assertThat(frames.getLast().pixels().at(0, 0)).isEqualTo(GREEN);
    }

    @Test
    void framesAreShownAsLongAsTheFileSaysAndNeverTooShort() throws Exception {
        byte[] gif = new GifBytes(4, 4)
                .frame(0, 0, 4, 4, 1, 1, 0)
                .frame(0, 0, 4, 4, 2, 1, 1)
                .frame(0, 0, 4, 4, 3, 1, 7)
                .bytes();

        assertThat(moving(gif).stream().map(Motion.Frame::shown))
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(70));
    }

    @Test
    void aFirstFrameInAPartOfTheCanvasIsShownInItsPlace() throws Exception {
        Preview still = preview(new GifBytes(8, 8).frame(4, 4, 4, 4, 1, 1, 0).bytes());

        assertThat(still.picture().width()).isEqualTo(8);
        assertThat(still.motion()).isEqualTo(new Motion.Still());
        assertThat(still.levels().getFirst().at(1, 1)).isEqualTo(NOTHING);
        assertThat(still.levels().getFirst().at(6, 6)).isEqualTo(RED);
    }

    @Test
    void aFrameBeyondTheCanvasIsCutOff() throws Exception {
        byte[] gif = new GifBytes(4, 4)
                .frame(2, 2, 10, 10, 1, 2, 0)
                .frame(3, 0, 9, 1, 2, 3, 0)
                .bytes();

        List<Motion.Frame> frames = moving(gif);

        assertThat(frames.getFirst().pixels().at(3, 3)).isEqualTo(RED);
        assertThat(frames.getLast().pixels().at(3, 3)).isEqualTo(NOTHING);
        assertThat(frames.getLast().pixels().at(3, 0)).isEqualTo(GREEN);
    }

    @Test
    void whatHasTooManyFramesStandsStill() throws Exception {
        GifBytes gif = new GifBytes(4, 4);
        for (int i = 0; i < 20_000; i++) {
            gif.frame(0, 0, 4, 4, 1 + i % 3, 1, 2);
        }

        Preview preview = preview(gif.bytes());

        assertThat(preview.motion()).isEqualTo(new Motion.TooMuch());
        assertThat(preview.fitted().at(1, 1)).isEqualTo(RED);
    }

    @Test
    void whatMovesOnTooLargeACanvasStandsStill() throws Exception {
        byte[] gif = new GifBytes(60_000, 60_000)
                .frame(0, 0, 40, 40, 1, 1, 2)
                .frame(0, 0, 40, 40, 2, 1, 2)
                .bytes();

        Preview preview = preview(gif);

        assertThat(preview.motion()).isEqualTo(new Motion.TooMuch());
        assertThat(preview.picture().width()).isEqualTo(40);
    }

    @Test
    void framesTakeNoMoreMemoryThanTheyMay() throws Exception {
        GifBytes gif = new GifBytes(700, 700);
        for (int i = 0; i < 30; i++) {
            gif.frame(0, 0, 700, 700, 1 + i % 3, 1, 2);
        }
        byte[] bytes = gif.bytes();

        assertThat(preview(bytes).motion()).isEqualTo(new Motion.TooMuch());
        Preview small = Preview.of(bytes, new Viewport(300, 300));
        assertThat(small.motion()).isInstanceOf(Motion.Moving.class);
        assertThat(small.bytes()).isBetween(30L * 4 * 350 * 350, 60_000_000L);
    }

    private static Preview preview(byte[] gif) throws UnreadablePictureException {
        return Preview.of(gif, new Viewport(800, 800));
    }

    private static List<Motion.Frame> moving(byte[] gif) throws UnreadablePictureException {
        return ((Motion.Moving) preview(gif).motion()).frames();
    }
}
