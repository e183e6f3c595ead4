package dev.rewarddesk.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client that says what no library would. */
final class RawClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final List<JsonNode> seen = new ArrayList<>();

    RawClient(Path home, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Program.command("mcp"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("REWARD_DESK_HOME", home.toString());
        process = builder.start();
        Thread.ofVirtual()
                .start(() -> process.inputReader(StandardCharsets.UTF_8)
                        .lines()
                        .map(RawClient::read)
                        .forEach(messages::add));
        send("""
                {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
                "clientInfo":{"name":"raw","version":"0"}}}""");
        await(message -> message.has("id") && message.path("id").asInt(-1) == 0);
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    void send(String message) throws IOException {
        process.getOutputStream().write((message + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** The next message that is such a one; those before it are passed over. */
    JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
        for (JsonNode message = messages.poll(60, TimeUnit.SECONDS);
                message != null;
                message = messages.poll(60, TimeUnit.SECONDS)) {
            seen.add(message);
            if (wanted.test(message)) {
                return message;
            }
        }
        throw new AssertionError("No such message came. There came: " + seen);
    }

    /** Every message that was passed over or answered. */
    List<JsonNode> seen() {
        return seen;
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException noJson) {
            throw new AssertionError("Not the protocol: " + line, noJson);
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (process.waitFor(30, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
