package dev.rewarddesk.desktop.welcome;

import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.ImportProgress;
import dev.rewarddesk.collect.ImportReport;
import dev.rewarddesk.desktop.navigation.Navigator;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.review.ReviewService;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Importing the sample or a folder, and what came of it. */
public final class WelcomeViewModel {

    private final FolderImport folders;
    private final ReviewService review;
    private final Callable<Path> sample;
    private final Navigator navigator;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.CHOOSING);
    private final ReadOnlyBooleanWrapper untouched = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ObservableList<ImportReport.Problem> problems = FXCollections.observableArrayList();

    public WelcomeViewModel(
            FolderImport folders, ReviewService review, Callable<Path> sample, Navigator navigator, Tasks tasks) {
        this.folders = folders;
        this.review = review;
        this.sample = sample;
        this.navigator = navigator;
        this.tasks = tasks;
    }

    /** Where an import stands. */
    public enum Stage {
        CHOOSING,
        IMPORTING,
        IMPORTED
    }

    /** Whether this person sees nothing to score yet, and never did. */
    public ReadOnlyBooleanProperty untouchedProperty() {
        return untouched.getReadOnlyProperty();
    }

    /** Where the import stands. */
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** From 0 to 1; negative while not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is being done, in words. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Why nothing, or not all, was imported; empty where all went well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What was imported, in words. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** The lines that were not imported, in file order; not to be changed. */
    public ObservableList<ImportReport.Problem> problems() {
        return FXCollections.unmodifiableObservableList(problems);
    }

    /** Imports the sample workspace. */
    public void loadSample() {
        start(Texts.of("welcome.sample.loading"), progress -> folders.run(sample.call(), progress));
    }

    /** Imports a folder of images and {@code responses.jsonl}. */
    public void importFolder(Path folder) {
        Path name = folder.getFileName();
        start(
                Texts.of("welcome.folder.loading", name == null ? folder : name),
                progress -> folders.run(folder, progress));
    }

    /** Back to the choice, and looks whether the workspace is still empty. */
    public void visit() {
        chooseAgain();
        tasks.run(review::progress)
                .onSuccess(now -> untouched.set(now.isUntouched()))
                // The words above the choice matter less than the choice.
                .onFailure(ServiceFailure.class, _ -> {})
                .start();
    }

    /** Back to the choice of what to import. */
    public void chooseAgain() {
        if (stage.get() != Stage.IMPORTING) {
            problem.set("");
            stage.set(Stage.CHOOSING);
        }
    }

    /** Goes to review what was imported. */
    public void startReviewing() {
        navigator.go(new Route.Review());
    }

    private void start(String words, Import work) {
        if (stage.get() == Stage.IMPORTING) {
            return;
        }
        problem.set("");
        problems.clear();
        status.set(words);
        progress.set(-1);
        stage.set(Stage.IMPORTING);
        Consumer<ImportProgress> listener = tasks.latest(this::progressed);
        tasks.run(() -> work.run(listener))
                .onSuccess(this::imported)
                .onFailure(ServiceFailure.class, this::failed)
                .onFailure(Exception.class, failure -> {
                    stage.set(Stage.CHOOSING);
                    tasks.report(failure);
                })
                .start();
    }

    private void progressed(ImportProgress now) {
        if (now.total() > 0) {
            progress.set((double) now.done() / now.total());
            status.set(Texts.of("welcome.progress", now.done(), now.total()));
        }
    }

    private void imported(ImportReport report) {
        problems.setAll(report.problems());
        summary.set(
                Texts.of("welcome.summary", report.images(), report.responses(), report.checkpoints(), report.known()));
        problem.set(problems.isEmpty() ? "" : Texts.of("welcome.problems", problems.size()));
        stage.set(Stage.IMPORTED);
    }

    private void failed(ServiceFailure failure) {
        problem.set(failure.getMessage());
        stage.set(Stage.CHOOSING);
    }

    @FunctionalInterface
    private interface Import {
        ImportReport run(Consumer<ImportProgress> progress) throws Exception;
    }
}
