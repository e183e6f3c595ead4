package dev.rewarddesk.cli;

import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.settings.EndpointSettings;
import dev.rewarddesk.settings.Endpoints;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How is collected and asked where no command line says so: as it is configured, read as the options are. */
@Command
final class ConfiguredRun {

    private static final Bounds NONE = new Bounds(
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            Duration.ofSeconds(Long.MAX_VALUE));

    @Mixin
    private BoundOptions bounds = new BoundOptions();

    @Mixin
    private CollectOptions collect = new CollectOptions();

    @Mixin
    private ImageOptions images = new ImageOptions();

    @Mixin
    private EndpointOptions endpoint = new EndpointOptions();

    private final CommandLine line;

    private ConfiguredRun() {
        line = new CommandLine(this);
    }

    /** Ends with {@code ParameterException} where a setting makes no sense. */
    static ConfiguredRun by(Configured configured) {
        ConfiguredRun run = new ConfiguredRun();
        run.line
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(configured)
                .parseArgs();
        return run;
    }

    /** From nowhere yet, on other people's machines alone. */
    CollectSettings collecting() {
        return collect.settings(List.of(), bounds.over(Bounds.USUAL, line), images, line);
    }

    /** Those bounds that somebody has set; the others are as wide as can be. */
    Bounds most() {
        return bounds.over(NONE, line);
    }

    /** Whom to ask, over what was set before; empty where nothing says that. */
    Optional<EndpointSettings> asking(Optional<EndpointSettings> set) {
        return endpoint.chosen(set);
    }

    /** The same with its key, as it is set now; may end with a {@code ServiceFailure}. */
    Optional<AnswerSettings> asking(Endpoints endpoints) {
        return asking(EndpointCommand.read(endpoints))
                .map(chosen -> EndpointKeySource.asking(chosen, endpoints, false));
    }
}
