package dev.rewarddesk.cli;

import dev.rewarddesk.settings.EndpointSettings;
import dev.rewarddesk.settings.LengthField;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a model is asked, as the command line says it; what it does not say is as it was set, or as usual. */
@Section("answer")
final class EndpointOptions {

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "The API's address, such as https://api.example.com/v1.")
    private @Nullable URI endpoint;

    @Option(names = "--model", paramLabel = "NAME", description = "The model, as the endpoint calls it.")
    private @Nullable String model;

    @Option(names = "--temperature", paramLabel = "T", description = "0 to 2. Usually: the endpoint's own.")
    private @Nullable Double temperature;

    @Option(names = "--answers", paramLabel = "N", description = "Answers to each prompt about each image. Usually: 1.")
    private @Nullable Integer answers;

    @Option(names = "--concurrency", paramLabel = "N", description = "Images asked about at the same time. Usually: 4.")
    private @Nullable Integer concurrency;

    @Option(
            names = "--max-requests",
            paramLabel = "N",
            description = "Requests of a run at most, repetitions included. Usually: 1000.")
    private @Nullable Long maxRequests;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description = "Tokens of a run at most, in all. Usually: 2000000.")
    private @Nullable Long maxTokens;

    @Option(names = "--answer-tokens", paramLabel = "N", description = "Tokens of one answer at most. Usually: 1024.")
    private @Nullable Integer answerTokens;

    @Option(
            names = "--length-field",
            paramLabel = "NAME",
            description =
                    "What the endpoint calls that: max_tokens, max_completion_tokens, or auto, which finds out. Usually: auto.")
    private @Nullable LengthField lengthField;

    @Option(
            names = "--image-tokens",
            paramLabel = "N",
            description = "Tokens to set aside for an image until it is known what it counts. Usually: 6000.")
    private @Nullable Integer imageTokens;

    @Option(
            names = "--image-side",
            paramLabel = "PIXELS",
            description = "Larger images are sent as smaller copies. Usually: 1568.")
    private @Nullable Integer side;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "For one request. Usually: 120.")
    private @Nullable Integer timeout;

    @Option(
            names = "--prompt-price",
            paramLabel = "P",
            description = "What a million tokens asked cost, to count the cost.")
    private @Nullable BigDecimal promptPrice;

    @Option(names = "--answer-price", paramLabel = "P", description = "What a million tokens answered cost.")
    private @Nullable BigDecimal answerPrice;

    /**
     * These options over what was set before; what was set for another endpoint says nothing of this one. Ends with wrong usage where
     * nothing says whom to ask.
     */
    EndpointSettings over(Optional<EndpointSettings> set, CommandLine line) {
        return chosen(set)
                .orElseThrow(() -> new ParameterException(
                        line,
                        "Name the --endpoint and the --model, here or with `reward-desk endpoint set`. Without them images wait for a"
                                + " pipeline that posts responses; --dry-run shows what would be asked."));
    }

    /** As above; empty where nothing says whom to ask. */
    Optional<EndpointSettings> chosen(Optional<EndpointSettings> set) {
        Optional<EndpointSettings> same = set.filter(before -> endpoint == null || endpoint.equals(before.url()));
        URI url = given(endpoint, same.map(EndpointSettings::url).orElse(null));
        String name = given(model, same.map(EndpointSettings::model).orElse(null));
        if (url == null || name == null) {
            return Optional.empty();
        }
        EndpointSettings before = same.orElseGet(() -> EndpointSettings.usual(url, name));
        return Optional.of(new EndpointSettings(
                url,
                name,
                temperature == null ? before.temperature() : temperature,
                or(answers, before.answersEach()),
                or(concurrency, before.concurrency()),
                maxRequests == null ? before.maxRequests() : maxRequests,
                maxTokens == null ? before.maxTokens() : maxTokens,
                or(answerTokens, before.answerTokens()),
                lengthField == null ? before.lengthField() : lengthField,
                or(imageTokens, before.imageTokens()),
                or(side, before.imageSide()),
                or(timeout, before.timeoutSeconds()),
                promptPrice == null ? before.promptPrice() : promptPrice,
                answerPrice == null ? before.answerPrice() : answerPrice));
    }

    private static <T> @Nullable T given(@Nullable T now, @Nullable T before) {
        return now == null ? before : now;
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }
}
