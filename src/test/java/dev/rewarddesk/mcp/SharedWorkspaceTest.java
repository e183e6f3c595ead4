package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several servers at work in one workspace, whose backend is in yet another process: what is killed is replaced, and nothing is lost. */
@Timeout(240)
final class SharedWorkspaceTest {

    private static final int RESPONSES = 200;

    @TempDir
    private Path folder;

    private final Set<String> recorded = ConcurrentHashMap.newKeySet();

    @Test
    void noRecordedScoreIsLostWhenTheProcessThatHoldsTheBackendIsKilled() throws Exception {
        Path home = folder.resolve("home");
        Files.move(TestBackend.emptyWorkspace(), home);
        try (Program.Running holder = new Program(home).started("serve", "--json")) {
            JsonNode access = new ObjectMapper().readTree(holder.firstLine());
            String key = access.path("secretKey").asText();
            List<String> responses =
                    responses(new TestApi(URI.create(access.path("url").asText()), key, key));
            try (Client one = Client.of(home);
                    Client two = Client.of(home);
                    ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<List<String>>> complaints = List.of(
                        both.submit(scoring(one, responses.subList(0, RESPONSES / 2))),
                        both.submit(scoring(two, responses.subList(RESPONSES / 2, RESPONSES))));
                while (recorded.size() < 10) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                holder.process().destroyForcibly().waitFor();
                assertThat(recorded).as("killed in the midst").hasSizeLessThan(RESPONSES);

                for (Future<List<String>> each : complaints) {
                    assertThat(each.get())
                            .allSatisfy(complaint -> assertThat(complaint)
                                    .contains("What to do:")
                                    .doesNotContain("Exception", "java."));
                }
                assertThat(recorded).hasSize(RESPONSES);
                JsonNode agents = two.document("rft_get_statistics", Map.of("include_agents", true))
                        .path("agents");
                assertThat(agents.findValuesAsText("total")).containsExactly(String.valueOf(RESPONSES));
                assertThat(one.document("rft_get_statistics", Map.of("include_agents", true))
                                .path("agents"))
                        .isEqualTo(agents);
            }
        }
    }

    // Each is tried until it is recorded, under the same id, as a client would.
    private Callable<List<String>> scoring(Client client, List<String> responses) {
        return () -> {
            List<String> complaints = new ArrayList<>();
            for (String response : responses) {
                String id = UUID.randomUUID().toString();
                CallToolResult result = score(client, response, id);
                while (Boolean.TRUE.equals(result.isError())) {
                    complaints.add(Client.text(result));
                    assertThat(complaints).as("complaints").hasSizeLessThan(100);
                    TimeUnit.MILLISECONDS.sleep(200);
                    result = score(client, response, id);
                }
                recorded.add(client.valid("rft_create_reward", result)
                        .path("response_id")
                        .asText());
            }
            return complaints;
        };
    }

    private static CallToolResult score(Client client, String response, String id) {
        return client.call("rft_create_reward", Map.of("response_id", response, "score", 0.5, "id", id));
    }

    private static List<String> responses(TestApi service) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < RESPONSES; i++) {
            ids.add(service.post(
                            "/functions/v1/rft-responses",
                            "{\"user_id\":\"t\",\"prompt\":\"How many? %d\",\"response_text\":\"Two.\"}".formatted(i))
                    .ok()
                    .at("/data/id")
                    .asText());
        }
        return ids;
    }
}
