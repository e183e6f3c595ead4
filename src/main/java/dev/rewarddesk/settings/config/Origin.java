package dev.rewarddesk.settings.config;

import java.nio.file.Path;

/** Where a value comes from, the nearest first; the command line is nearer than all of them. */
public sealed interface Origin {

    /** An environment variable. */
    record Variable(String name) implements Origin {
        @Override
        public String says() {
            return "env " + name;
        }
    }

    /**
     * The file.
     *
     * @param pointer the JSON Pointer in it
     */
    record InFile(Path file, String pointer) implements Origin {
        @Override
        public String says() {
            return file + "#" + pointer;
        }
    }

    /** Nobody has set it. */
    record BuiltIn() implements Origin {
        @Override
        public String says() {
            return "built in";
        }
    }

    /** For people, in few words. */
    String says();
}
