package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.EndpointSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom to ask and how, as texts that are typed. */
public final class EndpointFields {

    private static final EndpointSettings USUAL = EndpointSettings.usual(URI.create("https://example.org"), "m");

    private final TextEntry url = new TextEntry(text -> address(text).isPresent() ? "" : Texts.of("answers.url.wrong"));
    private final TextEntry model = new TextEntry(text -> text.isEmpty() ? Texts.of("answers.model.wrong") : "");
    private final TextEntry key = new TextEntry(_ -> "");
    private final TextEntry temperature =
            new TextEntry(text -> isNumber(text, 2) ? "" : Texts.of("answers.temperature.wrong"));
    private final TextEntry promptPrice =
            new TextEntry(text -> isNumber(text, 1_000_000) ? "" : Texts.of("answers.price.wrong"));
    private final TextEntry answerPrice =
            new TextEntry(text -> isNumber(text, 1_000_000) ? "" : Texts.of("answers.price.wrong"));
    private final WholeNumber each = new WholeNumber(1, 100, USUAL.answersEach());
    private final WholeNumber concurrency = new WholeNumber(1, 256, USUAL.concurrency());
    private final WholeNumber requests = new WholeNumber(0, Integer.MAX_VALUE, USUAL.maxRequests());
    private final WholeNumber tokens = new WholeNumber(0, Long.MAX_VALUE, USUAL.maxTokens());
    private final WholeNumber length = new WholeNumber(1, 1_000_000, USUAL.answerTokens());
    private Optional<EndpointSettings> before = Optional.empty();

    public TextEntry url() {
        return url;
    }

    public TextEntry model() {
        return model;
    }

    /** A new key; empty for the one that is kept, or none. */
    public TextEntry key() {
        return key;
    }

    /** Empty for the endpoint's own. */
    public TextEntry temperature() {
        return temperature;
    }

    /** Of a million tokens asked; empty where nobody counts. */
    public TextEntry promptPrice() {
        return promptPrice;
    }

    /** Of a million tokens answered; empty where nobody counts. */
    public TextEntry answerPrice() {
        return answerPrice;
    }

    /** Answers to each prompt about each image. */
    public WholeNumber each() {
        return each;
    }

    public WholeNumber concurrency() {
        return concurrency;
    }

    public WholeNumber requests() {
        return requests;
    }

    public WholeNumber tokens() {
        return tokens;
    }

    /** The longest answer, in tokens. */
    public WholeNumber length() {
        return length;
    }

    /** Enters what was set before, unless something is entered by now. */
    void offer(Optional<EndpointSettings> chosen) {
        before = chosen;
        if (!url.value().isEmpty() || !model.value().isEmpty()) {
            return;
        }
        chosen.ifPresent(set -> {
            url.textProperty().set(set.url().toString());
            model.textProperty().set(set.model());
            temperature.textProperty().set(text(set.temperature()));
            promptPrice.textProperty().set(text(set.promptPrice()));
            answerPrice.textProperty().set(text(set.answerPrice()));
            each.set(set.answersEach());
            concurrency.set(set.concurrency());
            requests.set(set.maxRequests());
            tokens.set(set.maxTokens());
            length.set(set.answerTokens());
        });
    }

    /** What was entered; empty where something is wrong, which is said at its place then. */
    Optional<EndpointSettings> entered() {
        long wrong = Stream.concat(
                        Stream.of(url, model, temperature, promptPrice, answerPrice),
                        Stream.of(each, concurrency, requests, tokens, length).map(WholeNumber::entry))
                .filter(entry -> !entry.check())
                .count();
        return wrong > 0 ? Optional.empty() : address(url.value()).map(this::settings);
    }

    /** Says at its place why nobody can ask like that; answers whether it has one. */
    boolean refuse(ServiceFailure.Invalid reason) {
        TextEntry entry = Map.of(
                        "url",
                        url,
                        "model",
                        model,
                        "key",
                        key,
                        "temperature",
                        temperature,
                        "maxTokens",
                        length.entry(),
                        "answersEach",
                        each.entry(),
                        "concurrency",
                        concurrency.entry(),
                        "maxRequests",
                        requests.entry())
                .get(String.valueOf(reason.field()));
        if (entry != null) {
            entry.refuse(reason.getMessage());
        }
        return entry != null;
    }

    /** All in the order in which they are shown. */
    List<TextEntry> all() {
        return Stream.concat(
                        Stream.of(url, model, key, temperature),
                        Stream.concat(
                                Stream.of(each, concurrency, requests, tokens, length)
                                        .map(WholeNumber::entry),
                                Stream.of(promptPrice, answerPrice)))
                .toList();
    }

    private EndpointSettings settings(URI address) {
        // What is not asked here stays as it was set for the same endpoint.
        EndpointSettings rest = before.filter(set -> set.url().equals(address))
                .orElseGet(() -> EndpointSettings.usual(address, model.value()));
        return new EndpointSettings(
                address,
                model.value(),
                temperature.value().isEmpty() ? null : Double.valueOf(plain(temperature.value())),
                each.whole(),
                concurrency.whole(),
                requests.value(),
                tokens.value(),
                length.whole(),
                rest.lengthField(),
                rest.imageTokens(),
                rest.imageSide(),
                rest.timeoutSeconds(),
                price(promptPrice),
                price(answerPrice));
    }

    private static @Nullable BigDecimal price(TextEntry entry) {
        return entry.value().isEmpty() ? null : new BigDecimal(plain(entry.value()));
    }

    private static boolean isNumber(String text, double most) {
        if (text.isEmpty()) {
            return true;
        }
        if (!text.matches("[0-9]{1,9}([.,][0-9]{1,9})?")) {
            return false;
        }
        return Double.parseDouble(plain(text)) <= most;
    }

    private static String plain(String number) {
        return number.replace(',', '.');
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            return Optional.of(address).filter(each -> each.isAbsolute() && each.getHost() != null);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
