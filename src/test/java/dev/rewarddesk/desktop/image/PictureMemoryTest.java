package dev.rewarddesk.desktop.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PictureMemoryTest {

    private final List<UUID> ids = Stream.generate(UUID::randomUUID).limit(5).toList();

    // JUnit calls decode before every test.
    @SuppressWarnings("NullAway.Init")
    private Preview picture;

    @BeforeEach
    void decode() throws UnreadablePictureException {
        picture = Preview.of(EncodedImages.encode(EncodedImages.quarters(100, 100), "png"), new Viewport(100, 100));
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() {
        PictureMemory memory = roomFor(3);
        put(memory, 0, 1, 2);
        assertThat(memory.get(ids.get(0))).isPresent();
        put(memory, 3);

        assertThat(kept(memory)).containsExactly(0, 2, 3);
        assertThat(memory.bytes()).isEqualTo(3 * picture.bytes());
    }

    @Test
    void whatIsPinnedStaysAndTheRestMakesRoom() {
        PictureMemory memory = roomFor(2);
        memory.pin(Set.of(ids.get(0)));
        put(memory, 0, 1, 2, 3);

        assertThat(kept(memory)).containsExactly(0, 3);
    }

    @Test
    void theBoundHoldsForWhatDoesNotFitBesideWhatIsPinned() {
        PictureMemory memory = roomFor(2);
        memory.pin(Set.of(ids.get(0), ids.get(1)));
        put(memory, 0, 1, 2);

        assertThat(kept(memory)).containsExactly(0, 1);
        assertThat(memory.bytes()).isLessThanOrEqualTo(memory.bound());
    }

    @Test
    void theSamePictureAgainTakesNoMore() {
        PictureMemory memory = roomFor(3);
        put(memory, 0, 0, 0, 0);

        assertThat(memory.bytes()).isEqualTo(picture.bytes());
    }

    private PictureMemory roomFor(int pictures) {
        return new PictureMemory(pictures * picture.bytes());
    }

    private void put(PictureMemory memory, int... places) {
        for (int place : places) {
            memory.put(ids.get(place), picture);
        }
    }

    private List<Integer> kept(PictureMemory memory) {
        return Stream.of(0, 1, 2, 3, 4)
                .filter(place -> memory.get(ids.get(place)).isPresent())
                .toList();
    }
}
