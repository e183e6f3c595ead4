package dev.rewarddesk.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Unpacks packages of this Debian into a folder of ours, without installing anything. */
final class DebianPackages {

    private DebianPackages() {}

    /** Whether this machine has the tools for it. */
    static boolean areThere() {
        return Files.isExecutable(Path.of("/usr/bin/apt-get")) && Files.isExecutable(Path.of("/usr/bin/dpkg"));
    }

    /** What has to be there besides for these to work, themselves included; not what is installed already. */
    static List<String> withWhatTheyNeed(String... packages) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("apt-get", "install", "-s", "--no-install-recommends"));
        command.addAll(List.of(packages));
        return run(Path.of("."), command)
                .lines()
                .filter(line -> line.startsWith("Inst "))
                .map(line -> line.split(" ", -1)[1])
                .toList();
    }

    /** Fetches the packages and unpacks them into that folder, unless that was done before. */
    static Path unpacked(Path folder, List<String> packages) throws IOException, InterruptedException {
        Path done = folder.resolve("unpacked");
        if (Files.exists(done)) {
            return folder;
        }
        Path fetched = Files.createDirectories(folder.resolve("fetched"));
        List<String> command = new ArrayList<>(List.of("apt-get", "download"));
        command.addAll(packages);
        run(fetched, command);
        try (Stream<Path> archives = Files.list(fetched)) {
            for (Path archive : archives.toList()) {
                run(folder, List.of("dpkg", "-x", archive.toAbsolutePath().toString(), "."));
            }
        }
        Files.createFile(done);
        return folder;
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
        return out;
    }
}
