package dev.rewarddesk.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import dev.rewarddesk.cli.Program.Result;
import dev.rewarddesk.cli.Program.Running;
import dev.rewarddesk.collect.TestImages;
import dev.rewarddesk.embedded.TestBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnswerCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temporary;

    private Program program;

    @BeforeEach
    void start() throws Exception {
        program = new Program(temporary.resolve("home"));
        Files.move(TestBackend.emptyWorkspace(), program.home());
        Path folder = Files.createDirectory(temporary.resolve("data"));
        TestImages.folder(folder, 6, 1);
        Files.writeString(
                program.home().resolve("prompts.json"),
                "{\"prompts\":[{\"name\":\"what\",\"template\":\"What is it?\"}]}");
        assertThat(program.run("import", folder.toString()).status()).isZero();
    }

    @Test
    void withoutAnEndpointNothingIsAskedAndThePromptsCanBeSeen() throws Exception {
        assertThat(program.run("answer").status()).isEqualTo(2);
        Result preview = program.run("answer", "--dry-run", "--category", "test");
        assertThat(preview.status()).isZero();
        assertThat(preview.out()).contains("What is it?");
        assertThat(preview.out().lines().filter(line -> line.startsWith("# "))).hasSize(6);
    }

    @Test
    void aRunThatWasKilledGoesOnWithoutRepeatingWhatSucceeded() throws Exception {
        CountDownLatch some = new CountDownLatch(3);
        try (StandInEndpoint model = new StandInEndpoint((prompt, before) -> {
            some.countDown();
            return before < 3 ? StandInEndpoint.answer("a grid", "stop") : stalledWhile(before < 4);
        })) {
            String[] command = {
                "answer", "--json", "--endpoint", model.url().toString(), "--model", "stand-in-1", "--concurrency", "1"
            };
            try (Running running = program.started(command)) {
                assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
                awaitRequests(model, 4);
                running.process().destroyForcibly().waitFor();
            }
            Result second = program.run(command);

            assertThat(second.status()).as(second.err()).isZero();
            JsonNode summary = JSON.readTree(second.out());
            assertThat(summary.path("known").asInt()).isEqualTo(3);
            assertThat(summary.path("answered").asInt()).isEqualTo(3);
            // What was under way when it was killed is asked again, and nothing else.
            assertThat(model.asked().stream()
                            .collect(Collectors.groupingBy(StandInEndpoint.Asked::image))
                            .values())
                    .hasSize(6)
                    .filteredOn(times -> times.size() > 1)
                    .hasSize(1);
        }
    }

    @Test
    void toldToEndItKeepsWhatWasAnsweredAndSaysHowToGoOn() throws Exception {
        try (StandInEndpoint model = new StandInEndpoint((prompt, before) -> stalledWhile(before == 2))) {
            String[] command = {
                "answer", "--json", "--endpoint", model.url().toString(), "--model", "stand-in-1", "--concurrency", "1"
            };
            try (Running running = program.started(command)) {
                awaitRequests(model, 3);
                running.process().destroy();
                Result stopped = running.result();

                assertThat(stopped.err()).contains("Stopped. What was answered is kept");
                JsonNode summary = JSON.readTree(stopped.out());
                assertThat(summary.path("state").asText()).isEqualTo("cancelled");
                assertThat(summary.path("answered").asInt()).isEqualTo(2);
                assertThat(summary.path("failed")).isEmpty();
                assertThat(summary.path("waiting").asInt()).isEqualTo(4);
            }

            Result again = program.run(command);

            assertThat(again.status()).as(again.err()).isZero();
            assertThat(JSON.readTree(again.out()).path("answered").asInt()).isEqualTo(4);
        }
    }

    private static mockwebserver3.MockResponse stalledWhile(boolean stalled) {
        return stalled ? StandInEndpoint.silence() : StandInEndpoint.answer("a grid", "stop");
    }

    private static void awaitRequests(StandInEndpoint model, int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (model.asked().size() < count && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(model.asked()).hasSize(count);
    }
}
