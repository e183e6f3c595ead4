package dev.rewarddesk.cli;

import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.answer.Endpoint;
import dev.rewarddesk.collect.answer.EndpointKey;
import dev.rewarddesk.collect.answer.ImageLimits;
import dev.rewarddesk.collect.answer.Patience;
import dev.rewarddesk.collect.answer.Prices;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a model is asked, as the command line says it. */
final class EndpointOptions {

    private static final int BYTES = 4 << 20;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "The API's address, such as https://api.example.com/v1.")
    private @Nullable URI endpoint;

    @Option(names = "--model", paramLabel = "NAME", description = "The model, as the endpoint calls it.")
    private @Nullable String model;

    @Option(names = "--temperature", paramLabel = "T", description = "0 to 2. Default: the endpoint's own.")
    private @Nullable Double temperature;

    @Option(names = "--answers", paramLabel = "N", description = "Answers to each prompt about each image. Default: 1.")
    private int answers = 1;

    @Option(names = "--concurrency", paramLabel = "N", description = "Images asked about at the same time. Default: 4.")
    private int concurrency = 4;

    @Option(
            names = "--max-requests",
            paramLabel = "N",
            description = "Requests at most, repetitions included. Default: 1000.")
    private long maxRequests = 1_000;

    @Option(names = "--max-tokens", paramLabel = "N", description = "Tokens at most, in all. Default: 2000000.")
    private long maxTokens = 2_000_000;

    @Option(names = "--answer-tokens", paramLabel = "N", description = "Tokens of one answer at most. Default: 1024.")
    private int answerTokens = 1_024;

    @Option(
            names = "--image-tokens",
            paramLabel = "N",
            description = "Tokens to set aside for an image until it is known what it counts. Default: 6000.")
    private int imageTokens = 6_000;

    @Option(
            names = "--image-side",
            paramLabel = "PIXELS",
            description = "Larger images are sent as smaller copies. Default: 1568.")
    private int side = 1_568;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "For one request. Default: 120.")
    private int timeout = 120;

    @Option(
            names = "--prompt-price",
            paramLabel = "P",
            description = "What a million tokens asked cost, to count the cost.")
    private @Nullable BigDecimal promptPrice;

    @Option(names = "--answer-price", paramLabel = "P", description = "What a million tokens answered cost.")
    private @Nullable BigDecimal answerPrice;

    @Option(names = "--declined-again", description = "Ask again what the model declined before.")
    private boolean declinedAgain;

    /** Ends with wrong usage where nothing says whom to ask. */
    URI endpoint(CommandLine line) {
        if (endpoint == null || model == null) {
            throw new ParameterException(
                    line,
                    "Name the --endpoint and the --model. Without them images wait for a pipeline that posts responses;"
                            + " --dry-run shows what would be asked.");
        }
        return endpoint;
    }

    AnswerSettings settings(CommandLine line, Optional<EndpointKey> key) {
        if (side < 16) {
            throw new ParameterException(line, "--image-side must be at least 16.");
        }
        Endpoint asked = new Endpoint(
                endpoint(line),
                key.orElse(null),
                String.valueOf(model),
                temperature,
                answerTokens,
                Duration.ofSeconds(timeout));
        BigDecimal nothing = BigDecimal.ZERO;
        Prices prices = promptPrice == null && answerPrice == null
                ? null
                : new Prices(promptPrice == null ? nothing : promptPrice, answerPrice == null ? nothing : answerPrice);
        return new AnswerSettings(
                asked,
                answers,
                concurrency,
                maxRequests,
                maxTokens,
                imageTokens,
                new ImageLimits(side, BYTES),
                Patience.USUAL,
                prices,
                declinedAgain);
    }
}
