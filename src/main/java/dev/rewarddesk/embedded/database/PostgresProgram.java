package dev.rewarddesk.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs PostgreSQL's programs. They refuse to work as root, so root runs them in a user namespace of their own. */
final class PostgresProgram {

    private PostgresProgram() {}

    static List<String> command(Path binaries, String program) {
        String path = binaries.resolve("bin").resolve(program).toString();
        return isRoot() ? List.of("unshare", "-U", path) : List.of(path);
    }

    /** Runs to the end and returns the exit code; what it prints goes to the end of the log. */
    static int run(List<String> command, Path workingFolder, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was working", interrupted);
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(PostgresBinaries.system().equals("Windows") ? "NUL" : "/dev/null");
    }

    private static boolean isRoot() {
        if (!PostgresBinaries.system().equals("Linux")) {
            return false;
        }
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
