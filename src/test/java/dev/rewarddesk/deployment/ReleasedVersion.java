package dev.rewarddesk.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version that people have databases of.
 *
 * @param newestMigration the last migration that it had
 * @param fingerprint of its migrations, which are never edited any more
 * @param rows SQL that fills its tables
 */
record ReleasedVersion(String newestMigration, String fingerprint, String rows) {

    private static final Path MIGRATIONS = Path.of("supabase", "migrations");
    private static final Pattern HEAD = Pattern.compile("-- migrations up to (\\d{14}), sha256 ([0-9a-f]{64})\\R");

    /** Reads {@code <version>.sql}. */
    static ReleasedVersion read(Path file) {
        try {
            String text = Files.readString(file);
            Matcher head = HEAD.matcher(text);
            if (!head.lookingAt()) {
                throw new AssertionError(
                        file + " does not begin with its migrations; see CONTRIBUTING.md, \"A release\"");
            }
            return new ReleasedVersion(head.group(1), head.group(2), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The migrations that it had, as they are now. */
    List<Path> migrations() {
        return migrationsUpTo(newestMigration);
    }

    /** The fingerprint that its migrations have now. */
    String presentFingerprint() {
        return fingerprintOf(migrations());
    }

    static List<Path> migrationsUpTo(String newest) {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.filter(file -> file.getFileName().toString().compareTo(newest + "`") < 0)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String fingerprintOf(List<Path> migrations) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path migration : migrations) {
                digest.update(migration.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(migration));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
