package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.answer.EndpointKey;
import dev.rewarddesk.desktop.collect.WholeNumber;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.EndpointSettings;
import dev.rewarddesk.settings.Endpoints;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask for answers, as a form. Its key goes into the vault and is never shown again: what is typed is forgotten here as soon
 * as it is kept.
 */
public final class EndpointViewModel {

    private static final long MOST = 1_000_000_000_000L;
    private static final int MOST_ANSWERS = 100;
    private static final int MOST_AT_A_TIME = 256;

    private final Endpoints endpoints;
    private final Tasks tasks;
    private final TextEntry url = new TextEntry(Numbers::address);
    private final TextEntry model = new TextEntry(typed -> typed.isEmpty() ? Texts.of("endpoint.model.missing") : "");
    private final TextEntry key = new TextEntry(_ -> "");
    private final TextEntry temperature = new TextEntry(Numbers::temperature);
    private final WholeNumber answersEach = new WholeNumber(1, MOST_ANSWERS, 1);
    private final WholeNumber concurrency = new WholeNumber(1, MOST_AT_A_TIME, 1);
    private final WholeNumber maxRequests = new WholeNumber(0, MOST, 0);
    private final WholeNumber maxTokens = new WholeNumber(0, MOST, 0);
    private final TextEntry promptPrice = new TextEntry(Numbers::price);
    private final TextEntry answerPrice = new TextEntry(Numbers::price);
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(LoadState.LOADING);
    private final ReadOnlyBooleanWrapper set = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper keyKept = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private Optional<EndpointSettings> before = Optional.empty();

    EndpointViewModel(Endpoints endpoints, Tasks tasks) {
        this.endpoints = endpoints;
        this.tasks = tasks;
        usual();
    }

    /** The API's base. */
    public TextEntry url() {
        return url;
    }

    /** As the endpoint calls it. */
    public TextEntry model() {
        return model;
    }

    /** What is typed to be kept; empty where the kept one stays. */
    public TextEntry key() {
        return key;
    }

    /** From 0 to 2; empty for the endpoint's own. */
    public TextEntry temperature() {
        return temperature;
    }

    /** Answers to each prompt about each image. */
    public TextEntry answersEach() {
        return answersEach.entry();
    }

    /** Images that are asked about at the same time. */
    public TextEntry concurrency() {
        return concurrency.entry();
    }

    /** Requests of a run at most. */
    public TextEntry maxRequests() {
        return maxRequests.entry();
    }

    /** Tokens of a run at most. */
    public TextEntry maxTokens() {
        return maxTokens.entry();
    }

    /** Of a million tokens asked; empty where nobody counts. */
    public TextEntry promptPrice() {
        return promptPrice;
    }

    /** Of a million tokens answered; empty where nobody counts. */
    public TextEntry answerPrice() {
        return answerPrice;
    }

    /** Where the loading stands. */
    public ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether an endpoint is set. */
    public ReadOnlyBooleanProperty setProperty() {
        return set.getReadOnlyProperty();
    }

    /** Whether the vault has a key for the endpoint that is set. */
    public ReadOnlyBooleanProperty keyKeptProperty() {
        return keyKept.getReadOnlyProperty();
    }

    /** What is wrong that belongs to no field; empty while nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether something is read or kept. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    private record Known(Optional<EndpointSettings> settings, boolean key) {}

    /** Looks what is set; what was typed since stays where something was loaded before. */
    public void load() {
        if (state.get() == LoadState.LOADED) {
            return;
        }
        problem.set("");
        tasks.run(this::known)
                .whileRunning(busy)
                .onSuccess(known -> {
                    show(known);
                    state.set(LoadState.LOADED);
                })
                .onFailure(IOException.class, failure -> {
                    problem.set(String.valueOf(failure.getMessage()));
                    state.set(LoadState.FAILED);
                })
                .start();
    }

    /** Keeps what was typed where all of it is right. */
    public void save() {
        save(_ -> {});
    }

    /** The same, and tells how to ask then. */
    void save(Consumer<AnswerSettings> then) {
        problem.set("");
        // Every field is checked, so that all that is wrong is seen at once.
        long wrong = entries().filter(entry -> !entry.check()).count();
        if (wrong > 0 || busy.get()) {
            return;
        }
        EndpointSettings chosen = typed();
        String secret = key.value();
        tasks.run(() -> keep(chosen, secret))
                .whileRunning(busy)
                .onSuccess(settings -> {
                    before = Optional.of(chosen);
                    key.textProperty().set("");
                    set.set(true);
                    keyKept.set(settings.endpoint().key() != null);
                    state.set(LoadState.LOADED);
                    then.accept(settings);
                })
                .onFailure(ServiceFailure.Invalid.class, this::refused)
                .onFailure(IOException.class, _ -> problem.set(Texts.of("endpoint.not-kept")))
                .start();
    }

    /** Asks nobody any more, and forgets the key. */
    public void forget() {
        tasks.run(endpoints::forget)
                .whileRunning(busy)
                .onSuccess(_ -> {
                    problem.set("");
                    show(new Known(Optional.empty(), false));
                    state.set(LoadState.LOADED);
                })
                .onFailure(IOException.class, _ -> problem.set(Texts.of("endpoint.not-kept")))
                .start();
    }

    private Known known() throws IOException {
        Optional<EndpointSettings> chosen = endpoints.chosen();
        return new Known(
                chosen, chosen.isPresent() && endpoints.key(chosen.get().url()).isPresent());
    }

    // What nobody could ask with is not kept.
    private AnswerSettings keep(EndpointSettings chosen, String secret) throws IOException {
        Optional<String> used = secret.isEmpty() ? endpoints.key(chosen.url()) : Optional.of(secret);
        AnswerSettings settings =
                AnswerSettings.of(chosen, used.map(EndpointKey::new).orElse(null));
        if (!secret.isEmpty()) {
            endpoints.keep(chosen.url(), secret);
        }
        endpoints.choose(chosen);
        return settings;
    }

    private void show(Known known) {
        before = known.settings();
        set.set(before.isPresent());
        keyKept.set(known.key());
        key.textProperty().set("");
        before.ifPresentOrElse(this::fill, this::usual);
    }

    private void usual() {
        fill(EndpointSettings.usual(URI.create(""), ""));
    }

    private void fill(EndpointSettings settings) {
        url.textProperty().set(settings.url().toString());
        model.textProperty().set(settings.model());
        temperature.textProperty().set(text(settings.temperature()));
        answersEach.set(settings.answersEach());
        concurrency.set(settings.concurrency());
        maxRequests.set(settings.maxRequests());
        maxTokens.set(settings.maxTokens());
        promptPrice.textProperty().set(text(settings.promptPrice()));
        answerPrice.textProperty().set(text(settings.answerPrice()));
    }

    // What the form does not show stays as it was set for the same endpoint.
    private EndpointSettings typed() {
        URI address = URI.create(url.value());
        EndpointSettings rest = before.filter(settings -> settings.url().equals(address))
                .orElseGet(() -> EndpointSettings.usual(address, model.value()));
        return new EndpointSettings(
                address,
                model.value(),
                Numbers.decimal(temperature.value())
                        .map(BigDecimal::doubleValue)
                        .orElse(null),
                answersEach.whole(),
                concurrency.whole(),
                maxRequests.value(),
                maxTokens.value(),
                rest.answerTokens(),
                rest.lengthField(),
                rest.imageTokens(),
                rest.imageSide(),
                rest.timeoutSeconds(),
                Numbers.decimal(promptPrice.value()).orElse(null),
                Numbers.decimal(answerPrice.value()).orElse(null));
    }

    private void refused(ServiceFailure.Invalid failure) {
        switch (Objects.requireNonNullElse(failure.field(), "")) {
            case "url" -> url.refuse(failure.getMessage());
            case "model" -> model.refuse(failure.getMessage());
            case "key" -> key.refuse(failure.getMessage());
            case "temperature" -> temperature.refuse(failure.getMessage());
            case "prices" -> promptPrice.refuse(failure.getMessage());
            default -> problem.set(failure.getMessage());
        }
    }

    private Stream<TextEntry> entries() {
        return List.of(
                url,
                model,
                key,
                temperature,
                answersEach.entry(),
                concurrency.entry(),
                maxRequests.entry(),
                maxTokens.entry(),
                promptPrice,
                answerPrice)
                .stream();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
