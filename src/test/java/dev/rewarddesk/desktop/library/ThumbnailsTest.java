package dev.rewarddesk.desktop.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.image.EncodedImages;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Image;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ThumbnailsTest {

    private static final byte[] PICTURE = EncodedImages.encode(EncodedImages.quarters(160, 120), "png");
    private static final long ONE = 4L * 160 * 120;

    private final List<Runnable> background = new ArrayList<>();
    private final Tasks tasks = new Tasks(background::add, Runnable::run, failure -> {
        throw new AssertionError(failure);
    });
    private final List<UUID> fetched = new ArrayList<>();
    private final List<Thumbnails.Thumbnail> seen = new ArrayList<>();

    @Test
    void noMoreIsKeptThanTheBoundAndTheOldestGoFirst() {
        Thumbnails thumbnails = new Thumbnails(this::picture, Tasks.inline(), 3 * ONE);
        List<Image> images = images(5);
        for (Image image : images) {
            thumbnails.want(image, null, seen::add);
            assertThat(thumbnails.bytes()).isLessThanOrEqualTo(3 * ONE);
        }
        assertThat(fetched).hasSize(5);

        thumbnails.want(images.get(4), null, seen::add);
        thumbnails.want(images.get(2), null, seen::add);
        assertThat(fetched).hasSize(5);
        thumbnails.want(images.getFirst(), null, seen::add);
        assertThat(fetched).hasSize(6);
        assertThat(seen).hasSize(8).allMatch(Thumbnails.Thumbnail.Ready.class::isInstance);
    }

    @Test
    void aFewAreFetchedAtATimeAndTheLastAskedForFirst() {
        Thumbnails thumbnails = new Thumbnails(this::picture, tasks, 100 * ONE);
        List<Image> images = images(8);
        images.forEach(image -> thumbnails.want(image, null, seen::add));
        assertThat(background).hasSize(4);

        background.getFirst().run();

        assertThat(background).hasSize(5);
        background.get(4).run();
        assertThat(fetched)
                .containsExactly(images.getFirst().id(), images.getLast().id());
    }

    @Test
    void whatIsScrolledAwayIsNotFetched() {
        Thumbnails thumbnails = new Thumbnails(this::picture, tasks, 100 * ONE);
        List<Image> images = images(6);
        List<Thumbnails.Wish> wishes = images.stream()
                .map(image -> thumbnails.want(image, null, seen::add))
                .toList();
        wishes.forEach(Thumbnails.Wish::withdraw);

        for (int i = 0; i < background.size(); i++) {
            background.get(i).run();
        }

        assertThat(fetched).hasSize(4);
        assertThat(seen).isEmpty();
    }

    @Test
    void twoLinesWithTheSameImageFetchItOnce() {
        Thumbnails thumbnails = new Thumbnails(this::picture, tasks, 100 * ONE);
        Image image = images(1).getFirst();
        thumbnails.want(image, null, seen::add);
        thumbnails.want(image, null, seen::add);

        background.getFirst().run();

        assertThat(background).hasSize(1);
        assertThat(seen).hasSize(2);
    }

    @Test
    void whatIsNoPictureIsBrokenAndWhatDidNotArriveIsTriedAgain() {
        List<byte[]> answers = new ArrayList<>(List.of("no picture".getBytes(StandardCharsets.UTF_8), PICTURE));
        Image image = images(1).getFirst();
        Thumbnails thumbnails = new Thumbnails((_, _) -> answers.removeFirst(), Tasks.inline(), 100 * ONE);
        thumbnails.want(image, null, seen::add);
        thumbnails.want(image, null, seen::add);
        assertThat(seen).hasSize(2).allMatch(Thumbnails.Thumbnail.Broken.class::isInstance);
        assertThat(answers).hasSize(1);

        boolean[] offline = {true};
        Thumbnails far = new Thumbnails(
                (_, _) -> {
                    if (offline[0]) {
                        throw new ServiceFailure.Offline("Not there.", null);
                    }
                    return PICTURE;
                },
                Tasks.inline(),
                100 * ONE);
        far.want(image, null, seen::add);
        offline[0] = false;
        far.want(image, null, seen::add);
        assertThat(seen.getLast()).isInstanceOf(Thumbnails.Thumbnail.Ready.class);
    }

    @Test
    void aPictureThatCameLargeIsMadeSmallHere() {
        byte[] large = EncodedImages.encode(EncodedImages.quarters(2000, 1500), "png");
        Thumbnails thumbnails = new Thumbnails((_, _) -> large, Tasks.inline(), 100 * ONE);
        thumbnails.want(images(1).getFirst(), null, seen::add);

        assertThat(thumbnails.bytes()).isLessThanOrEqualTo(2 * ONE);
        assertThat(seen).hasSize(1);
    }

    private byte[] picture(Image image, @Nullable String url) {
        fetched.add(image.id());
        return PICTURE;
    }

    private static List<Image> images(int count) {
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(new Image(
                    UUID.randomUUID(),
                    "a.png",
                    "x/a.png",
                    "0",
                    "image/png",
                    100,
                    160,
                    120,
                    "x",
                    null,
                    null,
                    null,
                    null));
        }
        return images;
    }
}
