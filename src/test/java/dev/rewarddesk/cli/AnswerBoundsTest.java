package dev.rewarddesk.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.EndpointSettings;
import dev.rewarddesk.settings.config.ConfigSchema;
import dev.rewarddesk.settings.config.Setting;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The bounds that the schema tells for asking are those that the service holds to. */
final class AnswerBoundsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "temperature",
                "answers",
                "concurrency",
                "max_requests",
                "max_tokens",
                "answer_tokens",
                "image_tokens",
                "image_side",
                "timeout"
            })
    void theServiceTakesTheEdgesAndNothingBeyond(String name) {
        Setting setting = ConfigSchema.ours().at("/answer/" + name).orElseThrow();
        BigDecimal least = setting.schema().path("minimum").decimalValue();
        BigDecimal most = setting.schema().path("maximum").decimalValue();

        assertThatCode(() -> settings(name, least)).doesNotThrowAnyException();
        assertThatThrownBy(() -> settings(name, least.subtract(BigDecimal.ONE)))
                .isInstanceOf(ServiceFailure.Invalid.class);
        assertThatCode(() -> settings(name, most)).doesNotThrowAnyException();
        if (most.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0) {
            assertThatThrownBy(() -> settings(name, most.add(BigDecimal.ONE)))
                    .isInstanceOf(ServiceFailure.Invalid.class);
        }
    }

    private static AnswerSettings settings(String name, BigDecimal value) {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs("--" + name.replace('_', '-') + "=" + value.toPlainString());
        EndpointSettings usual = EndpointSettings.usual(URI.create("http://127.0.0.1:1/v1"), "one");
        return AnswerSettings.of(holder.options.chosen(Optional.of(usual)).orElseThrow(), null);
    }

    @Command
    private static final class Holder {
        @Mixin
        private EndpointOptions options = new EndpointOptions();
    }
}
