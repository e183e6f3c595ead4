package dev.rewarddesk.settings.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;

/** Where a secret is said to be. */
sealed interface SecretPlace {

    /** An environment variable. */
    record Env(String name, Map<String, String> environment) implements SecretPlace {

        @Override
        public String says() {
            return "env " + name;
        }

        @Override
        public Secret read() throws Missing {
            String value = environment.getOrDefault(name, "").strip();
            if (value.isEmpty()) {
                throw new Missing("The environment variable " + name + " is not set. Set it to the key.");
            }
            return checked(value, says());
        }

        // The environment holds other secrets.
        @Override
        public String toString() {
            return says();
        }
    }

    /** A file that nobody else may read. */
    record PrivateFile(Path file) implements SecretPlace {

        private static final int LARGEST = 64 * 1024;
        private static final Set<PosixFilePermission> OTHERS =
                Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

        @Override
        public String says() {
            return "file " + file;
        }

        @Override
        public Secret read() throws Missing {
            try {
                if (!Files.isRegularFile(file)) {
                    throw new Missing("There is no file " + file + ". Put the key in it, and nothing else.");
                }
                if (Files.getFileStore(file).supportsFileAttributeView("posix")
                        && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                    throw new Missing("Others may read " + file
                            + ". Let only yourself read it (chmod 600), and think of the key as known.");
                }
                try (InputStream in = Files.newInputStream(file)) {
                    return checked(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8).strip(), says());
                }
            } catch (IOException unreadable) {
                throw new Missing("The file " + file + " cannot be read. Check who may read it.");
            }
        }
    }

    /** The secret is not there, or none. */
    final class Missing extends Exception {
        private static final long serialVersionUID = 1;

        /** @param sentence for people; without a cause, which could quote what was read */
        private Missing(String sentence) {
            super(sentence);
        }

        /** What to do. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** For people, in few words. */
    String says();

    /** The secret, now. */
    Secret read() throws Missing;

    private static Secret checked(String value, String place) throws Missing {
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new Missing("What " + place + " holds is no key: it is empty, or has characters that no key has.");
        }
        return new Secret(value);
    }
}
