package dev.rewarddesk.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A backend in a process of its own, which a test may kill. */
final class ChildBackend implements AutoCloseable {

    private final Process process;
    private final String[] told;

    private ChildBackend(Process process, String[] told) {
        this.process = process;
        this.told = told;
    }

    /** Opens the workspace, tells what came of it in one line, and closes it when its input ends. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Opening opening = EmbeddedBackend.open(Path.of(arguments[0]), BackendOptions.defaults());
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        BackendAccess access = opening.access();
        System.out.println(String.join(
                " ",
                opening instanceof Opening.Opened ? "opened" : "joined",
                access.url().toString(),
                access.secretKey(),
                access.publishableKey(),
                Long.toString(milliseconds)));
        while (System.in.read() >= 0) {}
        if (opening instanceof Opening.Opened opened) {
            long end = System.nanoTime();
            opened.backend().close();
            System.out.println("closed in " + (System.nanoTime() - end) / 1_000_000);
        }
    }

    static ChildBackend open(Path workspace) {
        try {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ChildBackend.class.getName(),
                            workspace.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null) {
                throw new AssertionError(
                        "the child ended with " + process.onExit().join().exitValue());
            }
            return new ChildBackend(process, line.split(" "));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@code opened} or {@code joined}. */
    String outcome() {
        return told[0];
    }

    URI url() {
        return URI.create(told[1]);
    }

    TestApi service() {
        return new TestApi(url(), told[2], told[2]);
    }

    /** Ends it as a power failure would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it in order. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.onExit().join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
