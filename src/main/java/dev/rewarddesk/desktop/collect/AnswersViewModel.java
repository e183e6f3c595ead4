package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.answer.EndpointKey;
import dev.rewarddesk.collect.answer.ImageFilter;
import dev.rewarddesk.collect.answer.ImageToAnswer;
import dev.rewarddesk.collect.prompt.Prompt;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.EndpointSettings;
import dev.rewarddesk.settings.Endpoints;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Having a model answer about images: which ones, who is asked and how, and what would be asked. */
public final class AnswersViewModel {

    private final AnswerService service;
    private final Endpoints endpoints;
    private final AnswerDesk desk;
    private final Tasks tasks;
    private final EndpointFields fields = new EndpointFields();
    private final StringProperty category = new SimpleStringProperty("");
    private final StringProperty session = new SimpleStringProperty("");
    private final BooleanProperty declinedAgain = new SimpleBooleanProperty();
    private final BooleanProperty keyKept = new SimpleBooleanProperty();
    private final BooleanProperty previewing = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());

    public AnswersViewModel(AnswerService service, Endpoints endpoints, AnswerDesk desk, Tasks tasks) {
        this.service = service;
        this.endpoints = endpoints;
        this.desk = desk;
        this.tasks = tasks;
    }

    /**
     * What would be asked.
     *
     * @param images how many images there are
     * @param prompts about the first of them, to the letter
     */
    public record Preview(int images, List<Prompt> prompts) {}

    /** Whom to ask, and how. */
    public EndpointFields fields() {
        return fields;
    }

    /** Of that category alone; empty for all. */
    public StringProperty categoryProperty() {
        return category;
    }

    /** Of that session alone; empty for all. */
    public StringProperty sessionProperty() {
        return session;
    }

    public BooleanProperty declinedAgainProperty() {
        return declinedAgain;
    }

    /** Whether a key for the endpoint is in the vault. */
    public ReadOnlyBooleanProperty keyKeptProperty() {
        return keyKept;
    }

    public ReadOnlyBooleanProperty previewingProperty() {
        return previewing;
    }

    /** What went wrong; empty while nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Empty until somebody looked. */
    public ReadOnlyObjectProperty<Optional<Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    private record Known(Optional<EndpointSettings> chosen, boolean keyKept) {}

    /** Shows whom the person has set before. What is being entered stays. */
    public void load() {
        tasks.run(() -> {
                    Optional<EndpointSettings> chosen = endpoints.chosen();
                    return new Known(
                            chosen,
                            chosen.isPresent()
                                    && endpoints.key(chosen.get().url()).isPresent());
                })
                .onSuccess(known -> {
                    fields.offer(known.chosen());
                    keyKept.set(known.keyKept());
                })
                .onFailure(IOException.class, failure -> problem.set(String.valueOf(failure.getMessage())))
                .start();
    }

    /** Shows what would be asked; asks nobody. */
    public void look() {
        problem.set("");
        ImageFilter filter = filter();
        tasks.run(() -> {
                    List<ImageToAnswer> images = service.images(filter);
                    return new Preview(
                            images.size(),
                            images.isEmpty()
                                    ? List.of()
                                    : service.prompts()
                                            .preview(images.getFirst().context())
                                            .prompts());
                })
                .whileRunning(previewing)
                .onSuccess(seen -> preview.set(Optional.of(seen)))
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    /** Keeps what was entered, and asks. */
    public void start() {
        problem.set("");
        Optional<EndpointSettings> entered = fields.entered();
        if (entered.isEmpty() || desk.busyProperty().get()) {
            return;
        }
        EndpointSettings chosen = entered.get();
        String typed = fields.key().value();
        boolean again = declinedAgain.get();
        ImageFilter filter = filter();
        tasks.run(() -> kept(chosen, typed))
                .onSuccess(settings -> {
                    fields.key().textProperty().set("");
                    keyKept.set(settings.endpoint().key() != null);
                    desk.start(
                            filter,
                            again ? settings.askingDeclinedAgain() : settings,
                            failure -> problem.set(failure.getMessage()));
                })
                .onFailure(ServiceFailure.class, failure -> {
                    if (!(failure instanceof ServiceFailure.Invalid invalid && fields.refuse(invalid))) {
                        problem.set(failure.getMessage());
                    }
                })
                .onFailure(IOException.class, _ -> problem.set(Texts.of("answers.not-kept")))
                .start();
    }

    // What nobody could ask with is not kept.
    private AnswerSettings kept(EndpointSettings chosen, String typed) throws IOException {
        Optional<String> secret = typed.isEmpty() ? endpoints.key(chosen.url()) : Optional.of(typed);
        AnswerSettings settings =
                AnswerSettings.of(chosen, secret.map(EndpointKey::new).orElse(null));
        endpoints.choose(chosen);
        if (!typed.isEmpty()) {
            endpoints.keep(chosen.url(), typed);
        }
        return settings;
    }

    private ImageFilter filter() {
        return new ImageFilter(named(category), named(session));
    }

    private static Optional<String> named(StringProperty text) {
        return Optional.of(text.get().strip()).filter(name -> !name.isEmpty());
    }
}
