package dev.rewarddesk.embedded.database;

import dev.rewarddesk.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a data folder's {@code postmaster.pid} names.
 *
 * @param process the process with that number, whatever it is
 * @param started when the server wrote the file
 * @param ready whether it accepts connections
 */
record Postmaster(ProcessHandle process, Instant started, boolean ready) {

    /** Above every process number on every system. */
    private static final String NOBODY = "2147483645";

    private static final Duration CLOCK_SLACK = Duration.ofSeconds(10);

    /** The live server of this data folder; empty when the file is not there or names a process that is something else. */
    static Optional<Postmaster> of(Path dataFolder) {
        List<String> lines = lines(dataFolder);
        if (lines.size() < 3) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(lines.get(0).strip());
            Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
            return ProcessHandle.of(pid)
                    .map(process -> new Postmaster(process, started, ready))
                    .filter(postmaster -> postmaster.serves(dataFolder));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    /**
     * Takes the number of a process that is something else, or a zombie, out of the file: PostgreSQL would take it for a
     * server and refuse to start. The rest of the file stays, with which it makes sure that nothing of the former server
     * still uses the data.
     */
    static void disown(Path dataFolder) throws IOException {
        List<String> lines = new ArrayList<>(lines(dataFolder));
        if (lines.size() >= 3 && of(dataFolder).isEmpty()) {
            lines.set(0, NOBODY);
            PrivateFiles.write(dataFolder.resolve("postmaster.pid"), String.join("\n", lines) + "\n");
        }
    }

    private static List<String> lines(Path dataFolder) {
        try {
            return Files.readAllLines(dataFolder.resolve("postmaster.pid"));
        } catch (IOException none) {
            return List.of();
        }
    }

    // A process number is used again after a restart of the machine: this must be a server, and the one of that folder.
    private boolean serves(Path dataFolder) {
        boolean server = process.info()
                .command()
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
        return process.isAlive() && server && worksIn(dataFolder);
    }

    // A server works in its data folder. Where the system does not tell the folder, the time of its start decides.
    private boolean worksIn(Path dataFolder) {
        Path folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            if (Files.exists(folder)) {
                return Files.isSameFile(folder, dataFolder);
            }
        } catch (IOException untold) {
            return startedThen();
        }
        return startedThen();
    }

    private boolean startedThen() {
        return process.info()
                .startInstant()
                .map(at -> Duration.between(at, started).abs().compareTo(CLOCK_SLACK) < 0)
                .orElse(true);
    }
}
