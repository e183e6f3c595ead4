package dev.rewarddesk.desktop.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.RatedDesk;
import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ComparisonViewModelTest {

    @SuppressWarnings("NullAway.Init")
    private RatedDesk desk;

    private final RecordingNotices notices = new RecordingNotices();

    @SuppressWarnings("NullAway.Init")
    private ComparisonViewModel model;

    @BeforeAll
    void rate(@TempDir Path folder) throws IOException {
        desk = new RatedDesk(folder);
    }

    @BeforeEach
    void open() {
        model = new ComparisonViewModel(
                desk.desk().checkpoints(),
                notices,
                Tasks.inline(),
                desk.services().review()::bytesOf);
        model.open(desk.desk().checkpoints().list(), desk.checkpoint("two"), desk.checkpoint("one"));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void theWorseOneIsSaidToBeWorse() {
        assertThat(model.stateProperty().get()).isEqualTo(LoadState.LOADED);
        Comparison comparison = model.comparisonProperty().get().orElseThrow();
        assertThat(comparison.difference().mean()).isNegative();
        assertThat(Verdict.of(comparison)).startsWith("one is ").contains("better than two", "higher");
        assertThat(Verdict.ofPaired(comparison)).contains("2 images", "lower");
    }

    @Test
    void exchangingThemTurnsTheDifferenceAround() {
        double before = difference();

        model.swap();

        assertThat(difference()).isEqualTo(-before);
        assertThat(model.firstProperty().get()).extracting(Checkpoint::version).isEqualTo("one");
        assertThat(Verdict.of(model.comparisonProperty().get().orElseThrow())).startsWith("one is ");
    }

    @Test
    void theImagesOfBothAreThereInSmall() {
        assertThat(model.comparisonProperty().get().orElseThrow().images())
                .hasSize(2)
                .allSatisfy(image ->
                        assertThat(model.thumbnail(image.image()).get()).isInstanceOf(Thumbnail.Ready.class));
    }

    @Test
    void theTableIsWrittenWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(model.fileName("csv"));
        assertThat(file.getFileName()).hasToString("two-one.csv");
        Files.writeString(file, "what was there before");

        model.saveTable(file);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).startsWith("\ufeffpart,item,first");
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("all,,two,2,-0."));
        assertThat(lines).filteredOn(line -> line.startsWith("score,")).hasSize(41);
        assertThat(lines).filteredOn(line -> line.startsWith("image,")).hasSize(2);
        assertThat(names(folder)).containsExactly("two-one.csv");
        assertThat(notices.told()).last().asString().contains("two-one.csv");
    }

    @Test
    void whatCannotBeWrittenIsExplainedAndLeavesNothing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("not-there").resolve("x.csv");

        model.saveTable(file);

        assertThat(notices.failures()).last().isInstanceOf(ServiceFailure.Invalid.class);
        assertThat(notices.failures().getLast()).hasMessageContaining("the folder is not there");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void aFolderInItsPlaceStays(@TempDir Path folder) throws IOException {
        Path taken = Files.createDirectory(folder.resolve("x.csv"));
        Files.writeString(taken.resolve("inside"), "kept");

        model.saveTable(taken);

        assertThat(notices.failures()).last().isInstanceOf(ServiceFailure.Invalid.class);
        assertThat(names(folder)).containsExactly("x.csv");
        assertThat(taken.resolve("inside")).hasContent("kept");
    }

    @Test
    void oneThatIsGoneMeanwhileIsSaid() {
        Checkpoint gone = desk.desk().checkpoint("gone");
        desk.desk().checkpoints().delete(gone);

        model.firstProperty().set(gone);

        assertThat(model.stateProperty().get()).isEqualTo(LoadState.FAILED);
        assertThat(model.problemProperty().get()).isNotEmpty();
    }

    private double difference() {
        return Objects.requireNonNull(
                model.comparisonProperty().get().orElseThrow().difference().mean());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
