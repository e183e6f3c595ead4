package dev.rewarddesk.desktop.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.ImportReport;
import dev.rewarddesk.desktop.SmallSample;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.navigation.Navigator;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.welcome.WelcomeViewModel.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WelcomeViewModelTest {

    @TempDir
    private Path folder;

    private final TestDesk desk = new TestDesk();
    private final Navigator navigator = new Navigator();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theSampleIsImportedAndReviewingStarts() throws IOException {
        SmallSample.into(folder);
        WelcomeViewModel welcome = welcome(Tasks.inline());

        welcome.visit();
        assertThat(welcome.untouchedProperty().get()).isTrue();

        welcome.loadSample();

        assertThat(welcome.stageProperty().get()).isEqualTo(Stage.IMPORTED);
        assertThat(welcome.summaryProperty().get()).contains("2 images").contains("4 responses");
        assertThat(welcome.problemProperty().get()).isEmpty();
        welcome.visit();
        assertThat(welcome.untouchedProperty().get()).isFalse();
        welcome.startReviewing();
        assertThat(navigator.routeProperty().get()).contains(new Route.Review());
    }

    @Test
    void badLinesAreListedWithPlaceAndReason() throws IOException {
        SmallSample.into(folder);
        Files.writeString(folder.resolve("responses.jsonl"), "{\"nonsense\n", StandardOpenOption.APPEND);
        WelcomeViewModel welcome = welcome(Tasks.inline());

        welcome.importFolder(folder);

        assertThat(welcome.stageProperty().get()).isEqualTo(Stage.IMPORTED);
        assertThat(welcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.reason()).isNotEmpty();
        });
        assertThat(welcome.problemProperty().get()).contains("One line");
    }

    @Test
    void aFolderWithoutResponsesIsExplained() {
        WelcomeViewModel welcome = welcome(Tasks.inline());

        welcome.importFolder(folder);

        String said = welcome.problemProperty().get()
                + String.join(
                        "",
                        welcome.problems().stream()
                                .map(ImportReport.Problem::reason)
                                .toList());
        assertThat(said).isNotEmpty();
    }

    @Test
    void aSampleThatCannotBeUnpackedIsReportedAndTheChoiceStays() {
        List<Throwable> reported = new ArrayList<>();
        Tasks tasks = new Tasks(Runnable::run, Runnable::run, reported::add);
        WelcomeViewModel welcome = new WelcomeViewModel(
                folders(),
                desk.services(folder).review(),
                () -> {
                    throw new IOException("no room");
                },
                navigator,
                tasks);

        welcome.loadSample();

        assertThat(reported).singleElement().isInstanceOf(IOException.class);
        assertThat(welcome.stageProperty().get()).isEqualTo(Stage.CHOOSING);
    }

    private WelcomeViewModel welcome(Tasks tasks) {
        return new WelcomeViewModel(folders(), desk.services(folder).review(), () -> folder, navigator, tasks);
    }

    private FolderImport folders() {
        return desk.services(folder).folders();
    }
}
