package dev.rewarddesk.cli;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.config.ConfigSchema;
import dev.rewarddesk.settings.config.Configuration;
import dev.rewarddesk.settings.config.Mistake;
import dev.rewarddesk.settings.config.Setting;
import java.lang.reflect.Field;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What holds where the command line says nothing. The file is read when somebody first asks. */
final class Configured implements IDefaultValueProvider {

    /** The option that names the file. */
    static final String OPTION = "--config";

    private final WorkspaceDoor door;
    private final @Nullable Path named;
    private final Map<String, String> environment;
    private @Nullable Configuration read;

    private Configured(WorkspaceDoor door, @Nullable Path named, Map<String, String> environment) {
        this.door = door;
        this.named = named;
        this.environment = environment;
    }

    /** For these arguments, before they are parsed: what they leave out depends on the file that they name. */
    static Configured by(List<String> arguments, WorkspaceDoor door, Map<String, String> environment) {
        return new Configured(door, named(arguments), environment);
    }

    Configuration configuration() {
        Configuration known = read == null ? Configuration.of(named, door.usualConfig(), environment) : read;
        read = known;
        return known;
    }

    Map<String, String> environment() {
        return environment;
    }

    boolean isNamedByOption() {
        return named != null;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec option) {
        return setting(option)
                .flatMap(setting -> configuration().value(setting))
                // An empty list; the parser would make a list of one empty text of it.
                .filter(text -> !option.isMultiValue() || !text.isEmpty())
                .orElse(null);
    }

    /** Where a person would not get what they have set, nothing is done. */
    void requireNoMistakes() {
        List<Mistake> mistakes = configuration().mistakes();
        if (!mistakes.isEmpty()) {
            throw new ServiceFailure.Invalid(
                    "invalid_config",
                    mistakes.stream().map(Mistake::line).collect(Collectors.joining(" "))
                            + " Nothing was done; `reward-desk config check` checks it again.",
                    "config");
        }
    }

    /** Ends with wrong usage where the command line names a number that is out of its bounds. */
    static void requireInRange(ParseResult parsed) {
        for (OptionSpec option : parsed.matchedOptions()) {
            for (String given : option.originalStringValues()) {
                setting(option).flatMap(setting -> setting.outOfRange(given)).ifPresent(wrong -> {
                    throw new ParameterException(
                            parsed.commandSpec().commandLine(), option.longestName() + " " + wrong);
                });
            }
        }
    }

    private static Optional<Setting> setting(ArgSpec arg) {
        return arg instanceof OptionSpec option && arg.userObject() instanceof Field field
                ? Optional.ofNullable(field.getDeclaringClass().getAnnotation(Section.class))
                        .flatMap(section -> ConfigSchema.ours()
                                .at("/" + section.value() + "/"
                                        + option.longestName().substring(2).replace('-', '_')))
                : Optional.empty();
    }

    private static @Nullable Path named(List<String> arguments) {
        for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(OPTION + "=")) {
                return path(argument.substring(OPTION.length() + 1));
            }
            if (argument.equals(OPTION) && i + 1 < arguments.size()) {
                return path(arguments.get(i + 1));
            }
        }
        return null;
    }

    // What is no path is refused when the arguments are parsed.
    private static @Nullable Path path(String name) {
        try {
            return name.isBlank() ? null : Path.of(name);
        } catch (InvalidPathException none) {
            return null;
        }
    }
}
