package dev.rewarddesk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Checks of the machine, before anything is started. */
final class MachineChecks {

    private static final int OLDEST_JAVA = 25;
    private static final long LEAST_SPACE = 300L << 20;
    private static final long AMPLE_SPACE = 2L << 30;

    private MachineChecks() {}

    static Finding java() {
        String what = "Java " + Runtime.version() + " in " + System.getProperty("java.home");
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Finding.ok("java", what)
                : Finding.wrong("java", what + " is too old. Install a JDK 25 or later, or set JAVA_HOME to it.");
    }

    static Finding display() {
        return Display.isThere()
                ? Finding.ok("display", "There is a display for the desktop.")
                : Finding.note(
                        "display",
                        "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): the desktop cannot open here;"
                                + " every other command works.");
    }

    static Finding folder(Path workspace) {
        if (Files.exists(workspace) && !Files.isDirectory(workspace)) {
            return Finding.wrong("folder", workspace + " is a file. Name a folder with --workspace.");
        }
        Path there = nearest(workspace);
        try {
            Files.delete(Files.createTempFile(there, "reward-desk", ".tmp"));
            return there.equals(workspace)
                    ? Finding.ok("folder", "The workspace folder " + workspace + " can be written.")
                    : Finding.ok("folder", "The workspace folder " + workspace + " will be made on first use.");
        } catch (IOException refused) {
            return Finding.wrong(
                    "folder",
                    there + " cannot be written. Change its permissions, free some space, or name another folder with"
                            + " --workspace.");
        }
    }

    static Finding space(Path workspace) {
        try {
            long free = Files.getFileStore(nearest(workspace)).getUsableSpace();
            String says = String.format(Locale.ROOT, "%,d MB are free for the workspace.", free >> 20);
            if (free < LEAST_SPACE) {
                return Finding.wrong("space", says + " Free at least " + (LEAST_SPACE >> 20) + " MB.");
            }
            return free < AMPLE_SPACE ? Finding.note("space", says + " That is little.") : Finding.ok("space", says);
        } catch (IOException unknown) {
            return Finding.note("space", "How much space is free cannot be told.");
        }
    }

    private static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath();
        for (Path parent = there.getParent(); !Files.exists(there) && parent != null; parent = there.getParent()) {
            there = parent;
        }
        return there;
    }
}
