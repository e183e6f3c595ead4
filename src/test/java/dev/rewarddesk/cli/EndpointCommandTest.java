package dev.rewarddesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EndpointCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "http://127.0.0.1:9/v1";

    @TempDir
    private Path temporary;

    private Path home;

    @BeforeEach
    void start() throws Exception {
        home = Files.createDirectory(temporary.resolve("home"));
    }

    @Test
    void whatIsSetIsShownChangedAndForgotten() throws Exception {
        assertThat(run("endpoint").out()).contains("No endpoint is set.");
        run("endpoint", "set", "--endpoint", HERE, "--model", "one", "--answers", "3", "--prompt-price", "2.5");
        Result changed = run("endpoint", "set", "--concurrency", "8", "--json");
        JsonNode shown = JSON.readTree(run("endpoint", "--json").out());

        assertThat(JSON.readTree(changed.out())).isEqualTo(shown);
        assertThat(shown.at("/endpoint/url").asText()).isEqualTo(HERE);
        assertThat(shown.at("/endpoint/answersEach").asInt()).isEqualTo(3);
        assertThat(shown.at("/endpoint/concurrency").asInt()).isEqualTo(8);
        assertThat(shown.path("keyKept").asBoolean()).isFalse();
        assertThat(run("endpoint", "forget").status()).isZero();
        assertThat(run("endpoint").out()).contains("No endpoint is set.");
    }

    @Test
    void whatNobodyCanAskWithIsNotSet() throws Exception {
        assertThat(run("endpoint", "set", "--endpoint", HERE, "--model", "one", "--concurrency", "1000")
                        .err())
                .contains("--concurrency is a whole number from 1 to 256, not 1000.");
        assertThat(run("endpoint", "set", "--endpoint", HERE, "--model", "one", "--keep-key")
                        .err())
                .contains("There is no key to keep: set REWARD_DESK_ENDPOINT_KEY");
        Result open = new Program(home, Map.of("REWARD_DESK_ENDPOINT_KEY", "sk-secret"))
                .run("endpoint", "set", "--endpoint", "http://example.org/v1", "--model", "one", "--keep-key");
        assertThat(open.status()).isEqualTo(1);
        assertThat(open.err()).contains("A key is sent over https alone").doesNotContain("sk-secret");
        assertThat(run("endpoint").out()).contains("No endpoint is set.");
        Files.writeString(home.resolve("endpoint.json"), "{");
        assertThat(run("endpoint").err())
                .contains("endpoint.json", "damaged", "forget the endpoint")
                .hasLineCount(1);
        assertThat(run("endpoint", "forget").status()).isZero();
        assertThat(run("endpoint").out()).contains("No endpoint is set.");
    }

    private Result run(String... arguments) throws Exception {
        return new Program(home).run(arguments);
    }
}
