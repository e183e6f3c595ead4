package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import dev.rewarddesk.collect.answer.StandInEndpoint;
import dev.rewarddesk.collect.session.PretendSite;
import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/mcp.md} shows works as it is written there. */
@Timeout(180)
final class ExampleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile("(?s)```json\n(.*?)```");

    @TempDir
    private Path folder;

    @Test
    void theExampleLeadsFromAWebsiteToAnActiveCheckpoint() throws Exception {
        Path home = folder.resolve("home");
        Files.move(TestBackend.emptyWorkspace(), home);
        Path images = Pictures.folder(folder.resolve("images"));
        List<String> steps = steps();
        assertThat(steps).hasSize(6);
        try (PretendSite site = new PretendSite()
                        .page("/", "<img src=/0.png alt=owl>")
                        .image("/0.png", Files.readAllBytes(images.resolve("0.png")));
                StandInEndpoint model = new StandInEndpoint((_, _) -> StandInEndpoint.answer("An owl.", "stop"))) {
            var set = new Program(home)
                    .run("endpoint", "set", "--endpoint", model.url().toString(), "--model", "stand-in-1");
            assertThat(set.status()).as(set.err()).isZero();
            try (Client client = Client.of(home, List.of("--allow-private"), spec -> spec)) {
                String response = "";
                for (String step : steps) {
                    JsonNode call =
                            JSON.readTree(step.replace("$site", site.url("/")).replace("$response_id", response));
                    Map<String, Object> arguments =
                            JSON.convertValue(call.path("arguments"), new TypeReference<Map<String, Object>>() {});
                    JsonNode result = client.document(call.path("tool").asText(), arguments);
                    response = result.at("/items/0/response_id").asText(response);
                }

                JsonNode end = client.document("rft_get_statistics", Map.of());
                assertThat(end.at("/checkpoints/active").asText()).isEqualTo("birds-1");
                assertThat(end.at("/responses/total").asInt()).isPositive();
            }
        }
    }

    private static List<String> steps() throws IOException {
        return STEP.matcher(Files.readString(Path.of("docs", "mcp.md")))
                .results()
                .map(step -> step.group(1))
                .toList();
    }
}
