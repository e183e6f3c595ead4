package dev.rewarddesk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * From {@code bin/reward-desk} to the first item on screen, on an existing workspace, without a display: when each milestone of
 * the program's own log is reached, counted from the start of the process. Beside it an empty JavaFX window on the same machine.
 */
public final class StartBenchmark {

    private static final Path PROGRAM = Path.of("target/reward-desk/bin/reward-desk");
    private static final String HEADLESS = "-Dglass.platform=Headless -Dprism.order=sw";
    private static final String LAST = "The first item is painted";
    private static final List<String> MILESTONES = List.of(
            "The desktop starts",
            "The window is painted",
            "PostgreSQL is up",
            "The HTTP server is up",
            "The backend is up",
            "The workspace is open and signed in",
            LAST);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path home;

    private StartBenchmark(Path home) {
        this.home = home;
    }

    /**
     * Measures and prints a table.
     *
     * @param args how many starts to measure; 10 when not said. One more start before them is not counted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        Path home = Files.createTempDirectory("reward-desk-bench-");
        try {
            new StartBenchmark(home).measure(runs);
        } finally {
            remove(home);
        }
    }

    private void measure(int runs) throws IOException, InterruptedException {
        program("import", "assets/sample").waitFor();
        Map<String, List<Long>> reached = new LinkedHashMap<>();
        List<Long> empty = new ArrayList<>();
        start();
        for (int run = 0; run < runs; run++) {
            start().forEach((milestone, millis) ->
                    reached.computeIfAbsent(milestone, _ -> new ArrayList<>()).add(millis));
            empty.add(emptyWindow());
        }
        long baseline = median(empty);
        System.out.printf(Locale.ROOT, "%d starts; milliseconds from the start of the process%n", runs);
        System.out.printf("%-40s %8s %8s %8s%n", "", "median", "least", "most");
        reached.forEach(StartBenchmark::print);
        print("An empty JavaFX window is painted", empty);
        System.out.printf(
                Locale.ROOT,
                "First item to empty window: %.1f times%n",
                (double) median(reached.getOrDefault(LAST, List.of(0L))) / baseline);
    }

    private Map<String, Long> start() throws IOException, InterruptedException {
        Instant begin = Instant.now();
        Process process = program();
        try {
            Path log = home.resolve("logs/reward-desk-%d.log".formatted(process.pid()));
            while (Duration.between(begin, Instant.now()).compareTo(PATIENCE) < 0) {
                Map<String, Long> reached = milestones(log, begin);
                if (reached.containsKey(LAST)) {
                    return reached;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            throw new IllegalStateException("No item was painted within " + PATIENCE);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Map<String, Long> milestones(Path log, Instant begin) throws IOException {
        Map<String, Long> reached = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(log)) {
            lines.forEach(line -> MILESTONES.stream()
                    .filter(line::endsWith)
                    .forEach(milestone -> reached.put(
                            milestone,
                            Duration.between(begin, Instant.parse(line.substring(0, line.indexOf(' '))))
                                    .toMillis())));
        } catch (NoSuchFileException notYet) {
            return Map.of();
        }
        return reached;
    }

    private Process program(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("REWARD_DESK_HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", HEADLESS);
        // The program looks whether there is a display, the headless platform does not use it.
        builder.environment().put("DISPLAY", ":none");
        return builder.start();
    }

    private static long emptyWindow() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                System.getProperty("java.class.path"),
                EmptyWindow.class.getName());
        builder.environment().put("JAVA_TOOL_OPTIONS", HEADLESS);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Instant begin = Instant.now();
        Process process = builder.start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            if (!"painted".equals(output.readLine())) {
                throw new IllegalStateException("The empty window was not painted");
            }
            return Duration.between(begin, Instant.now()).toMillis();
        } finally {
            process.waitFor();
        }
    }

    private static void print(String what, List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.printf("%-40s %8d %8d %8d%n", what, median(millis), sorted.getFirst(), sorted.getLast());
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
