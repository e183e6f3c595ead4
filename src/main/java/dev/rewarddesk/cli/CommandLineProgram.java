package dev.rewarddesk.cli;

import dev.rewarddesk.failure.ServiceFailure;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Runs a command: results to one writer, messages to the other, and an exit status. */
public final class CommandLineProgram {

    /** Done. */
    public static final int DONE = 0;

    /** Something did not work, and a message says what. */
    public static final int FAILED = 1;

    /** The command was not understood. */
    public static final int WRONG_USAGE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);

    private static final Set<Class<?>> FRACTIONS = Set.of(double.class, Double.class, BigDecimal.class);

    /** Those whose options can be configured. */
    private static final Set<String> CONFIGURED = Set.of("collect", "answer", "mcp", "serve");

    /** Those that do the same whatever is configured, or say themselves what is wrong with it. */
    private static final Set<String> UNCONFIGURED = Set.of("config", "doctor", "endpoint", "tour");

    private static final String[] FOOTER = {
        "",
        "Without a command the desktop opens. Results go to standard output, messages to standard error.",
        "Exit status: 0 done, 1 failed, 2 wrong usage."
    };

    private final WorkspaceDoor door;
    private final String version;
    private final Map<String, String> environment;

    /**
     * For an environment.
     *
     * @param version of the program, as people are shown it
     */
    public CommandLineProgram(WorkspaceDoor door, String version, Map<String, String> environment) {
        this.door = door;
        this.version = version;
        this.environment = environment;
    }

    /** Runs what the arguments say and answers the exit status. */
    public int run(List<String> arguments, PrintWriter out, PrintWriter err) {
        Configured configured = Configured.by(arguments, door, environment);
        CommandLine line = new CommandLine(new RewardDesk(door, configured))
                .addSubcommand(new ServeCommand(door))
                .addSubcommand(new ImportCommand(door))
                .addSubcommand(new CollectCommand(door))
                .addSubcommand(new AnswerCommand(door))
                .addSubcommand(new EndpointCommand(door))
                .addSubcommand(new CheckpointsCommand(door))
                .addSubcommand(new McpCommand(door))
                .addSubcommand(new DoctorCommand(door))
                .addSubcommand(new ConfigCommand(door))
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, _) -> failed(failure, command.getErr()));
        line.getSubcommands().forEach((name, command) -> {
            if (CONFIGURED.contains(name)) {
                command.setDefaultValueProvider(configured);
            }
        });
        line.setExecutionStrategy(parsed -> execute(parsed, configured));
        line.setParameterExceptionHandler((wrong, _) -> misunderstood(wrong));
        line.getCommandSpec().version("Reward Desk " + version).usageMessage().footer(FOOTER);
        try {
            return line.execute(arguments.toArray(String[]::new));
        } catch (Error broken) {
            // The parser hands on exceptions alone, and nobody would say anything.
            return unforeseen(broken, err);
        }
    }

    private static int execute(ParseResult parsed, Configured configured) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        parsed.asCommandLineList().forEach(command -> Configured.requireInRange(command.getParseResult()));
        if (parsed.hasSubcommand()
                && !UNCONFIGURED.contains(parsed.subcommand().commandSpec().name())) {
            try {
                configured.requireNoMistakes();
            } catch (ServiceFailure mistakes) {
                // The parser would print a stack trace of what is thrown here.
                return told(mistakes, parsed.commandSpec().commandLine().getErr());
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int misunderstood(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(Terminal.plain(sentence(wrong)));
        command.getErr().println("Try " + command.getCommandSpec().qualifiedName() + " --help.");
        return WRONG_USAGE;
    }

    // Where the parser speaks of Java's types or counts words from zero, in words of our own.
    private static String sentence(CommandLine.ParameterException wrong) {
        String value = wrong.getValue();
        if (wrong instanceof CommandLine.UnmatchedArgumentException stray && !stray.isUnknownOption()) {
            boolean command = stray.getCommandLine().getSubcommands().isEmpty();
            return (command ? "There is a word too many: " : "There is no command ")
                    + stray.getUnmatched().getFirst() + ".";
        }
        if (value == null || !(wrong.getArgSpec() instanceof OptionSpec option)) {
            return String.valueOf(wrong.getMessage());
        }
        Class<?> type = option.type();
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "%s takes a %s, not %s."
                    .formatted(option.longestName(), FRACTIONS.contains(type) ? "number" : "whole number", value);
        }
        return type == Path.class
                ? "%s takes a folder, and %s is no name that this system's locale can write."
                        .formatted(option.longestName(), value)
                : String.valueOf(wrong.getMessage());
    }

    private static int failed(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof CommandLine.ParameterException wrongUsage) {
            throw wrongUsage;
        }
        if (failure instanceof ServiceFailure told) {
            return told(told, err);
        }
        return unforeseen(failure, err);
    }

    private static int told(ServiceFailure failure, PrintWriter err) {
        LOG.info("The command failed", failure);
        err.println(Terminal.plain(failure.getMessage()));
        err.flush();
        return FAILED;
    }

    private static int unforeseen(Throwable failure, PrintWriter err) {
        LOG.error("The command failed in a way that nobody foresaw", failure);
        err.println("Something went wrong inside the program ("
                + failure.getClass().getSimpleName()
                + "). What was done until then is kept; the log in the workspace's folder `logs` says more.");
        err.flush();
        return FAILED;
    }
}
