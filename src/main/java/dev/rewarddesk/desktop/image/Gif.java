package dev.rewarddesk.desktop.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the blocks of a GIF say, read without decoding a pixel.
 *
 * @param width of the canvas that the frames are drawn on
 * @param height of the canvas
 * @param frames in the order in which they are shown; as many as there are until the file is cut off
 */
record Gif(int width, int height, List<Frame> frames) {

    // Faster ones are what browsers show at this pace.
    private static final Duration USUAL_DELAY = Duration.ofMillis(100);
    private static final int LEAST_HUNDREDTHS = 2;

    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int IMAGE = 0x2c;

    Gif {
        frames = List.copyOf(frames);
    }

    /** What becomes of a frame before the next one is drawn. */
    enum Disposal {
        STAYS,
        CLEARED,
        /** What was there before the frame is there again. */
        UNDONE
    }

    /** A part of the canvas that is drawn anew, and for how long it is seen. */
    record Frame(int x, int y, int width, int height, Duration shown, Disposal disposal) {}

    static Gif of(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.position(6);
        int width = file.getShort() & 0xffff;
        int height = file.getShort() & 0xffff;
        int packed = file.get();
        file.getShort();
        List<Frame> frames = new ArrayList<>();
        try {
            skipColours(file, packed);
            readBlocks(file, frames);
        } catch (BufferUnderflowException | IllegalArgumentException cutOff) {
            // The decoder will say so, should it come that far.
            return new Gif(width, height, frames);
        }
        return new Gif(width, height, frames);
    }

    boolean isAnimated() {
        return frames.size() > 1;
    }

    /** Whether there is more to the canvas than the first frame. */
    boolean beginsInPart() {
        return !frames.isEmpty()
                && (frames.getFirst().width() != width || frames.getFirst().height() != height);
    }

    /** Whether the canvas and every frame on it have no more than so many pixels. */
    boolean fitsIn(long pixels) {
        return (long) width * height <= pixels
                && frames.stream().allMatch(frame -> (long) frame.width() * frame.height() <= pixels);
    }

    private static void readBlocks(ByteBuffer file, List<Frame> frames) {
        Duration delay = USUAL_DELAY;
        Disposal disposal = Disposal.STAYS;
        while (true) {
            int block = file.get() & 0xff;
            if (block == EXTENSION && (file.get() & 0xff) == GRAPHIC_CONTROL) {
                file.get();
                int packed = file.get();
                int hundredths = file.getShort() & 0xffff;
                delay = hundredths < LEAST_HUNDREDTHS ? USUAL_DELAY : Duration.ofMillis(hundredths * 10L);
                disposal = switch ((packed >> 2) & 7) {
                    case 2 -> Disposal.CLEARED;
                    case 3 -> Disposal.UNDONE;
                    default -> Disposal.STAYS;
                };
                file.get();
                skipData(file);
            } else if (block == EXTENSION) {
                skipData(file);
            } else if (block == IMAGE) {
                int x = file.getShort() & 0xffff;
                int y = file.getShort() & 0xffff;
                int width = file.getShort() & 0xffff;
                int height = file.getShort() & 0xffff;
                skipColours(file, file.get());
                file.get();
                skipData(file);
                frames.add(new Frame(x, y, width, height, delay, disposal));
                delay = USUAL_DELAY;
                disposal = Disposal.STAYS;
            } else {
                return;
            }
        }
    }

    private static void skipColours(ByteBuffer file, int packed) {
        if ((packed & 0x80) != 0) {
            file.position(file.position() + 3 * (2 << (packed & 7)));
        }
    }

    private static void skipData(ByteBuffer file) {
        for (int length = file.get() & 0xff; length > 0; length = file.get() & 0xff) {
            file.position(file.position() + length);
        }
    }
}
