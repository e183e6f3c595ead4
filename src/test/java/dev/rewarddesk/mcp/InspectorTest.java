package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.functions.Npm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The protocol's own inspector, at its command line, lists and calls every tool. */
@Timeout(300)
final class InspectorTest {

    private static final String UNTESTED =
            "The MCP server is not tried with the inspector: it is not in src/test/inspector/node_modules, or there is no Node.";
    private static final Path INSPECTOR = Path.of(
                    "src/test/inspector/node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js")
            .toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        if (!Files.isRegularFile(INSPECTOR)) {
            throw Npm.absent(UNTESTED);
        }
        Path home = folder.resolve("home");
        Files.move(TestBackend.emptyWorkspace(), home);
        var imported = new Program(home)
                .run("import", Pictures.folder(folder.resolve("images")).toString());
        assertThat(imported.status()).as(imported.err()).isZero();
        List<String> command = Program.command("mcp");
        config = folder.resolve("servers.json");
        JSON.writeValue(
                config.toFile(),
                Map.of(
                        "mcpServers",
                        Map.of(
                                "desk",
                                Map.of(
                                        "command",
                                        command.getFirst(),
                                        "args",
                                        command.subList(1, command.size()),
                                        "env",
                                        Map.of("REWARD_DESK_HOME", home.toString())))));
    }

    @Test
    void everyToolIsListedAndCalled() throws Exception {
        Set<String> called = new TreeSet<>();
        JsonNode tools = inspect("--method", "tools/list", "--strict").path("tools");

        JsonNode item = call(called, "rft_next_items", false, "limit=1").at("/structuredContent/items/0");
        call(
                called,
                "rft_create_reward",
                false,
                "response_id=" + item.path("response_id").asText(),
                "score=0.5");
        call(called, "rft_get_statistics", false);
        call(called, "rft_manage_checkpoints", false, "action=list");
        call(called, "scrape_website", false, "url=http://127.0.0.1:9/", "max_images=1");
        // It declares no roots.
        call(called, "rft_process_images", true, "image_paths=[\"/etc/hostname\"]");

        assertThat(tools).isNotEmpty();
        tools.forEach(tool -> assertThat(called).contains(tool.path("name").asText()));
    }

    private JsonNode call(Set<String> called, String tool, boolean fails, String... arguments) throws Exception {
        List<String> options = new ArrayList<>(List.of("--method", "tools/call", "--tool-name", tool));
        for (String argument : arguments) {
            options.addAll(List.of("--tool-arg", argument));
        }
        JsonNode result = inspect(options.toArray(String[]::new));
        assertThat(result.path("isError").asBoolean()).as(result.toString()).isEqualTo(fails);
        called.add(tool);
        return result;
    }

    private JsonNode inspect(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("node", INSPECTOR.toString(), "--cli", "--config", config.toString(), "--server", "desk"));
        command.addAll(List.of(options));
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
        builder.environment().put("HOME", folder.toString());
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            throw Npm.absent(UNTESTED);
        }
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        JsonNode document = out.isBlank() ? JSON.missingNode() : JSON.readTree(out);
        assertThat(document.isObject())
                .as(command + "\n" + process.exitValue() + "\n" + out + Files.readString(err))
                .isTrue();
        if (process.exitValue() != 0 && !document.path("isError").asBoolean()) {
            throw new AssertionError(out + Files.readString(err));
        }
        return document;
    }
}
