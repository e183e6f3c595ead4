package dev.rewarddesk.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.image.EncodedImages;
import dev.rewarddesk.desktop.image.ImageFiles;
import dev.rewarddesk.desktop.image.ImageSource;
import dev.rewarddesk.desktop.image.PictureMemory;
import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.image.PictureState.Veiled.Why;
import dev.rewarddesk.desktop.image.Viewport;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.settings.SensitiveImages;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureShelfTest {

    private static final long PLENTY = 1 << 26;

    @TempDir
    private Path temp = Path.of("made by JUnit");

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Tasks tasks = new Tasks(background::add, Runnable::run, failure -> {
        throw new AssertionError(failure);
    });
    private final ObjectProperty<SensitiveImages> blurred = new SimpleObjectProperty<>(SensitiveImages.MARKED);
    private final Map<UUID, byte[]> workspace = new HashMap<>();
    private final List<UUID> fetched = new ArrayList<>();
    private boolean offline;

    @Test
    void picturesAreFetchedSeveralAtATimeInTheOrderOfReview() {
        List<Image> images = images(9);
        PictureShelf shelf = shelf(PLENTY);
        shelf.want(images.getFirst(), images.subList(1, 9));

        assertThat(background).hasSize(PictureShelf.AT_A_TIME);
        work();

        assertThat(fetched).containsExactlyElementsOf(ids(images));
    }

    @Test
    void thePictureOfTheNextItemIsThereAtOnce() {
        List<Image> images = images(3);
        PictureShelf shelf = shelf(PLENTY);
        shelf.want(images.getFirst(), images.subList(1, 3));
        work();
        shelf.want(images.get(1), images.subList(2, 3));

        assertThat(shelf.currentProperty().get()).isInstanceOf(PictureState.Ready.class);
        assertThat(background).isEmpty();
        shelf.want(images.getFirst(), images.subList(1, 3));
        assertThat(shelf.currentProperty().get()).as("back again").isInstanceOf(PictureState.Ready.class);
    }

    @Test
    void theCurrentPictureDoesNotWaitForOthers() {
        List<Image> images = images(9);
        PictureShelf shelf = shelf(PLENTY);
        shelf.want(images.getFirst(), images.subList(1, 8));
        shelf.want(images.get(8), images.subList(1, 8));

        assertThat(background).hasSize(PictureShelf.AT_A_TIME + 1);
    }

    @Test
    void beyondWhatMemoryHoldsPicturesAreFetchedAndNotDecoded() {
        List<Image> images = images(6);
        PictureMemory memory = new PictureMemory(500_000);
        PictureShelf shelf = shelf(memory);
        shelf.want(images.getFirst(), images.subList(1, 6));
        work();

        assertThat(fetched).hasSize(6);
        assertThat(memory.bytes()).isLessThanOrEqualTo(memory.bound());
        assertThat(memory.get(images.get(1).id())).isPresent();
        assertThat(memory.get(images.get(5).id())).isEmpty();
        offline = true;
        shelf.want(images.get(5), List.of());
        work();
        assertThat(shelf.currentProperty().get()).isInstanceOf(PictureState.Ready.class);
    }

    @Test
    void whatWasFetchedIsThereOfflineAfterARestart() {
        List<Image> images = images(4);
        shelf(PLENTY).want(images.getFirst(), images.subList(1, 4));
        work();
        offline = true;
        PictureShelf restarted = shelf(PLENTY);
        restarted.want(images.get(3), List.of());
        work();

        assertThat(restarted.currentProperty().get()).isInstanceOf(PictureState.Ready.class);
    }

    @Test
    void aPictureThatDidNotArriveAheadIsAskedForAgainWhenItsTurnComes() {
        List<Image> images = images(2);
        PictureShelf shelf = shelf(PLENTY);
        offline = true;
        shelf.want(images.getFirst(), images.subList(1, 2));
        work();
        assertThat(shelf.currentProperty().get())
                .isInstanceOfSatisfying(
                        PictureState.Broken.class,
                        broken -> assertThat(broken.again()).isTrue());
        offline = false;
        shelf.want(images.get(1), List.of());
        work();

        assertThat(shelf.currentProperty().get()).isInstanceOf(PictureState.Ready.class);
    }

    @Test
    void aPictureThatCannotBeShownSaysWhyAndIsNotAskedForAgain() {
        Image image = images(1).getFirst();
        workspace.put(image.id(), "no picture".getBytes(StandardCharsets.UTF_8));
        PictureShelf shelf = shelf(PLENTY);
        shelf.want(image, List.of());
        work();

        assertThat(shelf.currentProperty().get()).isInstanceOfSatisfying(PictureState.Broken.class, broken -> {
            assertThat(broken.again()).isFalse();
            assertThat(broken.reason()).contains("no image");
        });
    }

    @Test
    void bytesThatAreNotWhatTheWorkspaceSaysAreNotKept() {
        Image image = images(1).getFirst();
        workspace.put(image.id(), EncodedImages.encode(EncodedImages.quarters(8, 8), "png"));
        shelf(PLENTY).want(image, List.of());
        work();
        shelf(PLENTY).want(image, List.of());
        work();

        assertThat(fetched).hasSize(2);
    }

    @Test
    void aMarkedPictureIsBlurredUntilItIsRevealedAndStaysSo() {
        Image plain = images(1).getFirst();
        Image marked = marked(images(1).getFirst());
        PictureShelf shelf = shelf(PLENTY);
        shelf.want(marked, List.of(plain));
        work();

        assertVeiled(shelf, Why.MARKED);
        shelf.reveal();
        assertThat(shelf.currentProperty().get()).isInstanceOf(PictureState.Ready.class);
        shelf.want(plain, List.of());
        assertThat(shelf.currentProperty().get()).isInstanceOf(PictureState.Ready.class);
        shelf.want(marked, List.of());
        assertThat(shelf.currentProperty().get()).isInstanceOf(PictureState.Ready.class);
        shelf.reveal();
        assertVeiled(shelf, Why.MARKED);
    }

    @Test
    void whatIsBlurredFollowsTheSettingAtOnce() {
        Image plain = images(1).getFirst();
        PictureShelf shelf = shelf(PLENTY);
        shelf.want(plain, List.of());
        work();

        blurred.set(SensitiveImages.ALWAYS);
        assertVeiled(shelf, Why.ALL);
        blurred.set(SensitiveImages.NEVER);
        assertThat(shelf.currentProperty().get()).isInstanceOf(PictureState.Ready.class);
        shelf.want(marked(plain), List.of());
        assertThat(shelf.currentProperty().get()).isInstanceOf(PictureState.Ready.class);
    }

    private static void assertVeiled(PictureShelf shelf, Why why) {
        assertThat(shelf.currentProperty().get())
                .isInstanceOfSatisfying(
                        PictureState.Veiled.class,
                        veiled -> assertThat(veiled.why()).isEqualTo(why));
    }

    private PictureShelf shelf(long memory) {
        return shelf(new PictureMemory(memory));
    }

    private PictureShelf shelf(PictureMemory memory) {
        PictureShelf shelf = new PictureShelf(
                tasks, new ImageSource(new ImageFiles(temp.resolve("images"), PLENTY), this::fetch), memory, blurred);
        shelf.prepareFor(new Viewport(200, 150));
        return shelf;
    }

    private byte[] fetch(Image image) {
        if (offline) {
            throw new ServiceFailure.Offline("The workspace does not answer.", null);
        }
        fetched.add(image.id());
        return workspace.getOrDefault(image.id(), new byte[0]);
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private List<Image> images(int count) {
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BufferedImage drawn = EncodedImages.quarters(200, 150);
            drawn.setRGB(0, 0, workspace.size());
            byte[] bytes = EncodedImages.encode(drawn, "png");
            UUID id = UUID.randomUUID();
            workspace.put(id, bytes);
            images.add(new Image(
                    id,
                    "image.png",
                    "general/" + id,
                    ImageFiles.sha256Of(bytes),
                    "image/png",
                    bytes.length,
                    200,
                    150,
                    "general",
                    null,
                    null,
                    null,
                    false));
        }
        return images;
    }

    private static Image marked(Image image) {
        return new Image(
                image.id(),
                image.fileName(),
                image.storagePath(),
                image.sha256(),
                image.contentType(),
                image.sizeBytes(),
                image.width(),
                image.height(),
                image.category(),
                null,
                null,
                null,
                true);
    }

    private static List<UUID> ids(List<Image> images) {
        return images.stream().map(Image::id).toList();
    }
}
