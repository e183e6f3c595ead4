package dev.rewarddesk.deployment;

import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code supabase/deploy.sh} with a stand-in for the CLI, against a real backend in the place of the project. */
final class DeployScript {

    static final String PROJECT = "abcdefghijabcdefghij";

    private static final String PINNED = pinnedVersion();

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /** @param folder empty, for the stand-in and what it records */
    DeployScript(Path folder) throws IOException {
        this.folder = folder;
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Path standIn = Files.copy(Path.of("src/test/resources/deployment/npx"), tools.resolve("npx"));
        if (!standIn.toFile().setExecutable(true)) {
            throw new IOException("The stand-in cannot be made executable");
        }
        write("version", PINNED);
        write(
                "keys",
                "[{\"api_key\": \"%s\"}, {\"api_key\": \"sb_secret_hidden\"}]"
                        .formatted(TestBackend.shared().anonymous().key()));
        environment.put("PATH", tools + ":" + System.getenv("PATH"));
        environment.put("STAND_IN", folder.toString());
        environment.put("TMPDIR", Files.createDirectory(folder.resolve("tmp")).toString());
        environment.put("TRIES", "1");
    }

    /** What the script did. */
    record Result(int status, String out, String err, List<String> calls) {
        String said() {
            return out + err;
        }
    }

    DeployScript with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** The stand-in fails at calls that begin so, and says this. */
    DeployScript failingAt(String call, String says) throws IOException {
        return write("fails", call + "\n" + says + "\n");
    }

    /** Writes a file that steers the stand-in, or one for the script. */
    DeployScript write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    /** A file that the stand-in or the test has written. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Runs it for the project, with further arguments. */
    Result run(String... more) throws IOException, InterruptedException {
        return end(start(more));
    }

    /** Ends it with a signal while the stand-in hangs at calls that begin so. */
    Result interruptedAt(String call, String... more) throws IOException, InterruptedException {
        write("hangs", call);
        Process process = start(more);
        Instant deadline = Instant.now().plusSeconds(60);
        while (!Files.exists(file("hanging")) && Instant.now().isBefore(deadline)) {
            Thread.sleep(Duration.ofMillis(20));
        }
        process.destroy();
        return end(process);
    }

    /** What it has left in the folder for temporary files. */
    List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(file("tmp"))) {
            return files.toList();
        }
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "supabase/deploy.sh",
                "--project",
                PROJECT,
                "--url",
                TestBackend.shared().url().toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(file("out").toFile())
                .redirectError(file("err").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Result end(Process process) throws IOException, InterruptedException {
        int status = process.waitFor();
        List<String> calls = Files.exists(file("calls")) ? Files.readAllLines(file("calls")) : List.of();
        return new Result(status, Files.readString(file("out")), Files.readString(file("err")), calls);
    }

    private static String pinnedVersion() {
        try {
            String file = Files.readString(Path.of("supabase", "package.json"), StandardCharsets.UTF_8);
            return TestApi.parsed(file).at("/devDependencies/supabase").asText();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
