package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.answer.ImageFilter;
import dev.rewarddesk.collect.answer.ImageToAnswer;
import dev.rewarddesk.collect.prompt.PageContext;
import dev.rewarddesk.collect.prompt.PromptPreview;
import dev.rewarddesk.collect.prompt.PromptTemplates;
import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which images a model is to be asked about, and what it would be asked about each, to the letter. Asks nobody. */
public final class PromptsViewModel {

    /** Nobody reads the prompts of more. */
    private static final int MOST_SHOWN = 500;

    private final AnswerService answers;
    private final CollectService collecting;
    private final Tasks tasks;
    private final ObservableList<RunChoice> sessions = FXCollections.observableArrayList();
    private final ObjectProperty<RunChoice> session = new SimpleObjectProperty<>(RunChoice.ALL);
    private final TextEntry category = new TextEntry(_ -> "");
    private final BooleanProperty declinedAgain = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private List<Shown> all = List.of();

    PromptsViewModel(AnswerService answers, CollectService collecting, Tasks tasks) {
        this.answers = answers;
        this.collecting = collecting;
        this.tasks = tasks;
        sessions.add(RunChoice.ALL);
        category.textProperty().subscribe((_, _) -> forget());
        session.subscribe((_, _) -> forget());
    }

    /**
     * What would be asked about one image.
     *
     * @param at which of the images, from 0
     * @param images how many there are in all; 0 where there are none
     */
    public record Shown(int at, int images, PageContext context, PromptPreview preview) {}

    /** The runs that images can be of; the first entry stands for all. */
    public ObservableList<RunChoice> sessions() {
        return sessions;
    }

    /** The images of that run. */
    public ObjectProperty<RunChoice> sessionProperty() {
        return session;
    }

    /** The images of that category alone; empty for all. */
    public TextEntry category() {
        return category;
    }

    /** Whether what the model declined before is asked again. */
    public BooleanProperty declinedAgainProperty() {
        return declinedAgain;
    }

    /** What is previewed; empty until somebody asks, and when the choice of images changes. */
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What went wrong; empty while nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether images are being looked for. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Which images. */
    ImageFilter filter() {
        return new ImageFilter(
                Optional.of(category.value()).filter(typed -> !typed.isEmpty()),
                session.get().session());
    }

    /** Looks which runs there are. */
    public void load() {
        tasks.run(collecting::sessions)
                .onSuccess(this::list)
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    /** Looks which images there are and what would be asked about the first. */
    public void preview() {
        if (busy.get()) {
            return;
        }
        problem.set("");
        ImageFilter wanted = filter();
        tasks.run(() -> previews(wanted))
                .whileRunning(busy)
                .onSuccess(found -> {
                    if (wanted.equals(filter())) {
                        all = found;
                        shown.set(Optional.of(found.getFirst()));
                    }
                })
                .onFailure(ServiceFailure.class, failure -> {
                    forget();
                    problem.set(failure.getMessage());
                })
                .start();
    }

    /** Shows the next image's, or the one's before. */
    public void move(int by) {
        shown.get().ifPresent(now -> {
            int index = now.at() + by;
            if (index >= 0 && index < all.size()) {
                shown.set(Optional.of(all.get(index)));
            }
        });
    }

    private List<Shown> previews(ImageFilter wanted) {
        PromptTemplates prompts = answers.prompts();
        List<ImageToAnswer> images = answers.images(wanted);
        if (images.isEmpty()) {
            return List.of(new Shown(0, 0, PageContext.NONE, new PromptPreview(List.of())));
        }
        return IntStream.range(0, Math.min(images.size(), MOST_SHOWN))
                .mapToObj(index -> {
                    PageContext context = images.get(index).context();
                    return new Shown(index, images.size(), context, prompts.preview(context));
                })
                .toList();
    }

    private void list(List<CollectReport> found) {
        RunChoice chosen = session.get();
        sessions.setAll(Stream.concat(
                        Stream.of(RunChoice.ALL),
                        found.stream().filter(run -> !run.dryRun()).map(run -> new RunChoice(Optional.of(run))))
                .toList());
        session.set(sessions.stream()
                .filter(one -> one.session().equals(chosen.session()))
                .findFirst()
                .orElse(RunChoice.ALL));
    }

    private void forget() {
        all = List.of();
        shown.set(Optional.empty());
    }
}
