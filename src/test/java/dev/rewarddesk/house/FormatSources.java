package dev.rewarddesk.house;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Formats the sources with palantir-java-format. On JDK 25, which Spotless in Maven's own JVM is not (decision 0002). */
public final class FormatSources {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    private FormatSources() {}

    /** Rewrites every source that is not formatted. */
    public static void main(String[] args) throws IOException {
        for (Path source : sources()) {
            String now = Files.readString(source);
            String formatted = formatted(source, now);
            if (!formatted.equals(now)) {
                Files.writeString(source, formatted);
            }
        }
    }

    /** Every Java source of the project, tests included. */
    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    static String formatted(Path source, String text) {
        try {
            String ordered = ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.PALANTIR);
            return FORMATTER.formatSource(ordered);
        } catch (FormatterException failure) {
            throw new IllegalStateException(source + " cannot be formatted", failure);
        }
    }
}
