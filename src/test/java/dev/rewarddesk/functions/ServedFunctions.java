package dev.rewarddesk.functions;

import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** All functions under Deno behind one URL, in a process that ends when this is closed or this JVM ends, however it ends. */
public final class ServedFunctions implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final URI url;

    private ServedFunctions(Process process, Path log, URI url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /** Starts them on a backend's database, with its sign-in and storage, and with these variables, which count for more. */
    public static ServedFunctions on(TestBackend backend, Map<String, String> more) {
        BackendAccess access = backend.backend().access();
        Map<String, String> environment = new HashMap<>();
        environment.put("SIGN_IN_AND_STORAGE_URL", backend.url().toString());
        environment.put("SUPABASE_DB_URL", backend.appUrl());
        environment.put("SUPABASE_PUBLISHABLE_KEYS", TestApi.json(Map.of("default", access.publishableKey())));
        environment.put("SUPABASE_SECRET_KEYS", TestApi.json(Map.of("default", access.secretKey())));
        environment.putAll(more);
        return start(environment);
    }

    /** Starts them with these variables, as a project's platform would set them, besides those of this process. */
    public static ServedFunctions start(Map<String, String> environment) {
        try {
            Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "functions")), "deno-", ".log");
            ProcessBuilder builder = Deno.command(
                    "run",
                    "--no-prompt",
                    "--no-remote",
                    "--allow-env",
                    "--allow-net=127.0.0.1",
                    "--allow-read=.",
                    "local/serve.ts");
            builder.environment().putAll(environment);
            Process process = builder.redirectError(log.toFile()).start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null) {
                throw new AssertionError("Deno did not start: " + Files.readString(log));
            }
            return new ServedFunctions(process, log, URI.create(line));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The base URL. */
    public URI url() {
        return url;
    }

    /** What the functions have logged so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends it as the platform does when it has had enough of it. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        try {
            // It ends with its input, which ends with this process as well.
            process.getOutputStream().close();
            process.onExit().join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
