package dev.rewarddesk.app;

import dev.rewarddesk.cli.CommandLineProgram;
import dev.rewarddesk.cli.Display;
import dev.rewarddesk.settings.config.Configuration;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Where the program starts. Not a JavaFX application itself: Java would then look for JavaFX as modules. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        // Pictures are decoded with AWT's classes, none of which needs, or should look for, a screen of its own.
        System.setProperty("java.awt.headless", "true");
        Logs.begin();
        // Java would print a stack trace on the terminal, where nobody can use it.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LoggerFactory.getLogger(Launcher.class)
                .error("Something went wrong in the thread {}", thread.getName(), failure));
        Wiring wiring = new Wiring();
        if (args.length == 0 && Display.isThere() && !isConfigured(wiring)) {
            // The way that people wait for: past the command line, which takes a while to load.
            wiring.showDesktop(wiring.usualFolder());
            System.exit(CommandLineProgram.DONE);
        }
        System.exit(new CommandLineProgram(wiring, Version.current(), System.getenv())
                .run(List.of(args), writer(System.out), writer(System.err)));
    }

    private static boolean isConfigured(Wiring wiring) {
        return Files.exists(wiring.usualConfig())
                || System.getenv().keySet().stream()
                        .anyMatch(Set.of(Configuration.VARIABLE, "REWARD_DESK_WORKSPACE")::contains);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }
}
