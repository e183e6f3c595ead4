package dev.rewarddesk.cli;

import dev.rewarddesk.settings.config.ConfigSchema;
import dev.rewarddesk.settings.config.Configuration;
import dev.rewarddesk.settings.config.Configuration.Chosen;
import dev.rewarddesk.settings.config.Configuration.SecretState;
import dev.rewarddesk.settings.config.Mistake;
import dev.rewarddesk.settings.config.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/**
 * What is configured, without any secret.
 *
 * @param ok whether nothing is wrong
 * @param file the one that is read; null where there is none
 * @param namedBy what named it; null where nothing did
 * @param workspace the one that commands work on
 * @param notes what is worth a look and not wrong
 */
record ConfigReport(
        boolean ok,
        @Nullable String file,
        @Nullable String namedBy,
        String workspace,
        List<Line> settings,
        List<Mistake> mistakes,
        List<String> notes) {

    /** Variables of the program that are no settings. */
    private static final Set<String> OTHERS =
            Set.of(Configuration.VARIABLE, "REWARD_DESK_HOME", KeySource.VARIABLE, EndpointKeySource.VARIABLE);

    /**
     * One setting.
     *
     * @param value as the command line would have it; null where nothing is set. Of a secret, only whether it is there
     * @param origin where the value comes from
     */
    record Line(String name, @Nullable String value, String origin) {}

    static ConfigReport of(RewardDesk program) {
        Configuration configuration = program.configured().configuration();
        List<Mistake> mistakes = new ArrayList<>(configuration.mistakes());
        List<Line> lines = ConfigSchema.ours().settings().stream()
                .map(setting -> line(setting, configuration, mistakes))
                .toList();
        lookCloser(program.configured(), configuration, mistakes);
        return new ConfigReport(
                mistakes.isEmpty(),
                configuration.file().map(String::valueOf).orElse(null),
                configuration.file().map(_ -> namedBy(program.configured())).orElse(null),
                workspace(program, configuration),
                lines,
                mistakes,
                notes(program.configured().environment()));
    }

    /** For people, a line for each. */
    String text() {
        Stream<String> head = Stream.of(
                file == null ? "No config.json is read." : "Read: " + file + " (" + namedBy + ")",
                "Workspace: " + workspace,
                "");
        Stream<String> values = settings.stream()
                .map(line -> String.format(
                        Locale.ROOT,
                        "%-26s  %s  (%s)",
                        line.name(),
                        line.value() == null ? "-" : line.value().replace('\n', ' '),
                        line.origin()));
        Stream<String> wrong = mistakes.stream().map(mistake -> "wrong: " + mistake.line());
        String end = ok ? "All is well." : "Something is wrong; what is wrong above is not in force.";
        return Stream.of(head, values, Stream.of(""), notes.stream().map("note: "::concat), wrong, Stream.of(end))
                .flatMap(part -> part)
                .map(Terminal::plain)
                .collect(Collectors.joining("\n"));
    }

    private static Line line(Setting setting, Configuration configuration, List<Mistake> mistakes) {
        String origin = configuration.origin(setting).says();
        if (!setting.isSecret()) {
            Optional<String> set = configuration.value(setting);
            return new Line(setting.name(), set.or(setting::usual).orElse(null), origin);
        }
        SecretState state = configuration.state(setting);
        if (state.isNamed() && !state.isThere()) {
            mistakes.add(new Mistake(origin, state.says()));
        }
        return new Line(setting.name(), state.isThere() ? state.says() : state.isNamed() ? "missing" : null, origin);
    }

    // What the schema alone cannot tell.
    private static void lookCloser(Configured configured, Configuration configuration, List<Mistake> mistakes) {
        if (!mistakes.isEmpty()) {
            return;
        }
        try {
            ConfiguredRun.by(configured).collecting();
        } catch (ParameterException wrong) {
            mistakes.add(new Mistake("collect", String.valueOf(wrong.getMessage())));
        }
        if (configuration.workspace().orElse(null) instanceof Chosen.Project
                && ConfigSchema.ours().settings().stream()
                        .filter(setting ->
                                setting.isSecret() && setting.pointer().startsWith("/supabase/"))
                        .noneMatch(setting -> configuration.state(setting).isThere())) {
            mistakes.add(new Mistake(
                    "supabase", "names a project, and nothing says where its secret_key or publishable_key is."));
        }
    }

    private static String namedBy(Configured configured) {
        return configured.isNamedByOption()
                ? Configured.OPTION
                : configured
                                .environment()
                                .getOrDefault(Configuration.VARIABLE, "")
                                .isBlank()
                        ? "the usual place"
                        : "env " + Configuration.VARIABLE;
    }

    private static String workspace(RewardDesk program, Configuration configuration) {
        return !program.namesWorkspace() && configuration.workspace().orElse(null) instanceof Chosen.Project(String url)
                ? "the hosted one at " + url
                : "the local one in " + program.localFolder();
    }

    private static List<String> notes(Map<String, String> environment) {
        Set<String> known =
                ConfigSchema.ours().settings().stream().map(Setting::variable).collect(Collectors.toSet());
        return environment.keySet().stream()
                .filter(name -> name.startsWith("REWARD_DESK_") && !known.contains(name) && !OTHERS.contains(name))
                .sorted()
                .map(name -> "The environment variable " + name + " sets nothing.")
                .toList();
    }
}
