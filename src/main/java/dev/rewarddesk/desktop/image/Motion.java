package dev.rewarddesk.desktop.image;

import java.time.Duration;
import java.util.List;

/** Whether a picture moves. */
public sealed interface Motion {

    /** It does not. */
    record Still() implements Motion {}

    /**
     * It does.
     *
     * @param frames at least two, all of the size of the preview's first level
     */
    record Moving(List<Frame> frames) implements Motion {

        /** Keeps its own copy of the list. */
        public Moving {
            frames = List.copyOf(frames);
        }
    }

    /** It would, and is too long or too large for that; its first frame is shown. */
    record TooMuch() implements Motion {}

    /** What is seen of it for a while. */
    record Frame(Pixels pixels, Duration shown) {}
}
