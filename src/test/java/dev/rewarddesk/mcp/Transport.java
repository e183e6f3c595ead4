package dev.rewarddesk.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The ways in which clients reach the program, which runs in a process of its own. */
enum Transport {
    STDIO {
        @Override
        Client open(Path home, List<String> options, UnaryOperator<McpClient.SyncSpec> more) {
            List<String> command = new ArrayList<>(Program.command("mcp"));
            command.addAll(options);
            StdioClientTransport transport = new StdioClientTransport(
                    ServerParameters.builder(command.getFirst())
                            .args(command.subList(1, command.size()))
                            .env(Map.of("REWARD_DESK_HOME", home.toString()))
                            .build(),
                    McpJsonDefaults.getMapper());
            List<String> errors = new CopyOnWriteArrayList<>();
            transport.setStdErrorHandler(errors::add);
            return new Client(transport, errors, () -> {}, more);
        }

        @Override
        List<String> everything(Path files) {
            return List.of("--allow-private");
        }
    },

    HTTP {
        @Override
        Client open(Path home, List<String> options, UnaryOperator<McpClient.SyncSpec> more) {
            List<String> arguments = new ArrayList<>(List.of("serve", "--mcp", "--json"));
            arguments.addAll(options);
            try {
                Program.Running served = new Program(home).started(arguments.toArray(String[]::new));
                JsonNode access = new ObjectMapper().readTree(served.firstLine());
                String token = access.path("secretKey").asText();
                URI url = URI.create(access.path("mcpUrl").asText());
                return new Client(
                        HttpClientStreamableHttpTransport.builder(
                                        url.resolve("/").toString())
                                .endpoint(url.getPath())
                                .addHttpRequestCustomizer(
                                        (request, _, _, _, _) -> request.setHeader("Authorization", "Bearer " + token))
                                .build(),
                        List.of(),
                        served::close,
                        more);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        @Override
        List<String> everything(Path files) {
            return List.of("--mcp-allow-private", "--mcp-answers", "--mcp-files", files.toString());
        }
    };

    /**
     * A client of a program that is started for it, and ends with it.
     *
     * @param options of the program
     * @param more changes the client, such as its roots
     */
    abstract Client open(Path home, List<String> options, UnaryOperator<McpClient.SyncSpec> more);

    /**
     * The options with which a client may do all that there is.
     *
     * @param files that may be read, where that has to be said
     */
    abstract List<String> everything(Path files);
}
