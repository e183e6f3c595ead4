package dev.rewarddesk.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import dev.rewarddesk.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Where the program's log goes: a file in the workspace's folder {@code logs}, one for each process, the newest kept. Never to
 * the terminal. Found by Logback as a service; does nothing in a process that did not begin it, such as a test.
 */
public final class Logs extends ContextAwareBase implements Configurator {

    private static final int KEPT_FILES = 20;
    private static final String LARGEST_FILE = "5MB";
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%thread] %logger{36} %msg%n";

    /** How far others are listened to: not where they tell what goes well, or what a caller sent or we tell ourselves. */
    private static final Map<String, Level> TALKATIVE = Map.of(
            "org.flywaydb", Level.WARN,
            "io.zonky.test", Level.WARN,
            // What it fails with, such as a port in use, it throws as well.
            "io.javalin", Level.OFF,
            "org.eclipse.jetty", Level.WARN,
            // Requests that are no HTTP: the caller's fault, told to the caller.
            "org.eclipse.jetty.http", Level.ERROR,
            "org.eclipse.jetty.util.HostPort", Level.ERROR,
            // What it finds wrong are other people's files, which it quotes.
            "crawlercommons", Level.OFF,
            "com.zaxxer.hikari", Level.WARN,
            // A connection that broke, with its stack: whoever used it says so, and the server's end is told once.
            "com.zaxxer.hikari.pool", Level.ERROR);

    private static volatile boolean begun;
    private static @Nullable Path folder;

    /** Takes the log into hand for this process; lost until it is told where to. */
    static void begin() {
        begun = true;
        // What Java's own logging would print on the terminal is of no use to anybody there.
        LogManager.getLogManager().reset();
    }

    /** Writes the log into this folder from now on; made when needed. The first call counts. */
    static synchronized void into(Path logs) {
        if (!begun || folder != null) {
            return;
        }
        try {
            PrivateFiles.folderIfMissing(logs);
            clear(logs);
        } catch (IOException refused) {
            // Whoever works with the workspace meets the same and says so.
            return;
        }
        folder = logs;
        attach((LoggerContext) LoggerFactory.getILoggerFactory());
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (!begun) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        TALKATIVE.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void attach(LoggerContext context) {
        Path logs = folder;
        if (logs == null) {
            return;
        }
        String name = "reward-desk-" + ProcessHandle.current().pid();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();

        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(logs.resolve(name + ".log").toString());
        appender.setEncoder(encoder);

        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(logs.resolve(name + ".%i.log").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(1);
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> large = new SizeBasedTriggeringPolicy<>();
        large.setContext(context);
        large.setMaxFileSize(FileSize.valueOf(LARGEST_FILE));
        large.start();

        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(large);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    private static void clear(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            List<Path> old = files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .sorted(Comparator.comparingLong(Logs::changed).reversed())
                    .skip(KEPT_FILES - 1)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long changed(Path file) {
        return file.toFile().lastModified();
    }
}
