package dev.rewarddesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.settings.EndpointSettings;
import dev.rewarddesk.settings.config.ConfigSchema;
import dev.rewarddesk.settings.config.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command line counts most, then the environment, then the file, then what is built in. */
final class PrecedenceTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** What each of the sources says of one setting: the first or the second of its values, or nothing. */
    record Said(Case of, Optional<Integer> option, Optional<Integer> variable, Optional<Integer> file) {

        Optional<Integer> nearest() {
            return Stream.of(option, variable, file).flatMap(Optional::stream).findFirst();
        }
    }

    /**
     * A setting with two values.
     *
     * @param values as the file has them
     */
    record Case(String pointer, List<String> values, List<List<String>> options) {

        static Case of(String pointer, String one, String other) {
            String option =
                    "--" + pointer.substring(pointer.lastIndexOf('/') + 1).replace('_', '-');
            return new Case(
                    pointer, List.of(one, other), List.of(List.of(option, bare(one)), List.of(option, bare(other))));
        }

        static Case flag(String pointer) {
            String name = pointer.substring(pointer.lastIndexOf('/') + 1).replace('_', '-');
            return new Case(pointer, List.of("true", "false"), List.of(List.of("--" + name), List.of("--no-" + name)));
        }

        private static String bare(String json) {
            return json.replaceAll("[\\[\\]\"]", "");
        }
    }

    private static final List<Case> CASES = List.of(
            Case.of("/collect/category", "\"birds\"", "\"cats\""),
            Case.of("/collect/category_rule", "[\"birds=words:owl\"]", "[\"cats=words:lynx\"]"),
            Case.flag("/collect/sitemaps"),
            new Case(
                    "/collect/any_site",
                    List.of("true", "false"),
                    List.of(List.of("--any-site"), List.of("--same-site"))),
            Case.of("/collect/user_agent", "\"One\"", "\"Two (x)\""),
            Case.of("/collect/per_host", "1", "64"),
            Case.of("/collect/delay", "\"0s\"", "\"2h\""),
            Case.of("/collect/max_pages", "1", "2147483647"),
            Case.of("/collect/max_images", "3", "4"),
            Case.of("/collect/max_depth", "0", "9"),
            Case.of("/collect/max_bytes", "\"500M\"", "\"1k\""),
            Case.of("/collect/max_time", "\"90s\"", "\"15m\""),
            Case.of("/collect/min_width", "10", "20"),
            Case.of("/collect/min_height", "30", "40"),
            Case.of("/collect/format", "[\"png\"]", "[\"webp\",\"gif\"]"),
            Case.of("/collect/min_quality", "0.25", "1"),
            Case.flag("/collect/keep_metadata"),
            Case.of("/collect/near", "\"keep\"", "\"hold\""),
            Case.of("/collect/near_threshold", "0", "144"),
            Case.flag("/collect/allow_private"),
            Case.flag("/collect/answer"),
            Case.of("/answer/endpoint", "\"http://127.0.0.1:1/v1\"", "\"https://example.org/v2\""),
            Case.of("/answer/model", "\"one\"", "\"two\""),
            Case.of("/answer/temperature", "0", "1.5"),
            Case.of("/answer/answers", "1", "100"),
            Case.of("/answer/concurrency", "1", "256"),
            Case.of("/answer/max_requests", "0", "9223372036854775807"),
            Case.of("/answer/max_tokens", "5", "6"),
            Case.of("/answer/answer_tokens", "7", "8"),
            Case.of("/answer/length_field", "\"max_tokens\"", "\"auto\""),
            Case.of("/answer/image_tokens", "0", "10000000"),
            Case.of("/answer/image_side", "16", "100000"),
            Case.of("/answer/timeout", "1", "2"),
            Case.of("/answer/prompt_price", "0.10", "3"),
            Case.of("/answer/answer_price", "0.20", "4"),
            Case.flag("/mcp/allow_private"),
            Case.flag("/mcp/answers"),
            Case.of("/serve/port", "0", "65535"),
            Case.flag("/serve/mcp"),
            Case.of("/serve/mcp_port", "1", "2"),
            Case.flag("/serve/mcp_allow_private"),
            Case.flag("/serve/mcp_answers"),
            Case.of("/serve/mcp_files", "[\"one\"]", "[\"two\"]"));

    @Property(tries = 1000)
    void theNearestSourceCounts(@ForAll("said") Said said) {
        String pointer = said.of().pointer();
        List<String> arguments = new ArrayList<>();
        Map<String, String> environment = new HashMap<>();
        String file = "{}";
        if (said.option().isPresent()) {
            arguments.addAll(said.of().options().get(said.option().get()));
        }
        if (said.variable().isPresent()) {
            environment.put(
                    setting(pointer).variable(),
                    asVariable(said.of().values().get(said.variable().get())));
        }
        if (said.file().isPresent()) {
            file = inFile(pointer, said.of().values().get(said.file().get()));
        }

        Object effective = effective(pointer, arguments, environment, file);

        Object expected = said.nearest().isPresent()
                ? effective(pointer, said.of().options().get(said.nearest().get()), Map.of(), "{}")
                : effective(pointer, List.of(), Map.of(), "{}");
        assertThat(effective).isEqualTo(expected);
        if (said.nearest().isEmpty()) {
            return;
        }
        Object other =
                effective(pointer, said.of().options().get(1 - said.nearest().orElseThrow()), Map.of(), "{}");
        assertThat(effective).as("the two values differ").isNotEqualTo(other);
    }

    @Property(tries = 1)
    void everySettingOfACommandIsAnOptionOfIt() {
        Set<String> others = Set.of(
                "/workspace",
                "/supabase/url",
                "/supabase/publishable_key",
                "/supabase/secret_key",
                "/readiness/responses",
                "/readiness/rewards",
                "/readiness/partial_responses",
                "/bucket/endpoint",
                "/bucket/region",
                "/bucket/name",
                "/bucket/access_key_id",
                "/bucket/secret_access_key");

        assertThat(ConfigSchema.ours().settings().stream().map(Setting::pointer).filter(p -> !others.contains(p)))
                .containsExactlyInAnyOrderElementsOf(
                        CASES.stream().map(Case::pointer).toList());
    }

    @Property(tries = 1)
    void whatTheSchemaSaysIsBuiltInIs() {
        ObjectNode all = JSON.createObjectNode();
        for (Setting setting : ConfigSchema.ours().settings()) {
            if (setting.usual().isPresent() && setting.pointer().startsWith("/collect/")) {
                all.withObjectProperty("collect")
                        .set(
                                setting.pointer().substring("/collect/".length()),
                                setting.schema().path("default"));
            }
        }
        CollectSettings said = ConfiguredRun.by(configured(List.of(), Map.of(), all.toString()))
                .collecting();
        CollectSettings builtIn = CollectSettings.of(List.of());

        assertThat(said).isEqualTo(builtIn);
        assertThat(ConfiguredRun.by(configured(List.of(), Map.of(), "{}")).collecting())
                .isEqualTo(builtIn);
        for (String pointer : List.of(
                "/collect/allow_private",
                "/collect/answer",
                "/mcp/allow_private",
                "/mcp/answers",
                "/serve/port",
                "/serve/mcp",
                "/serve/mcp_port",
                "/serve/mcp_allow_private",
                "/serve/mcp_answers")) {
            assertThat(effective(pointer, List.of(), Map.of(), "{}"))
                    .hasToString("Optional[" + setting(pointer).usual().orElseThrow() + "]");
        }
    }

    @Property(tries = 1)
    void whatIsConfiguredCountsForAssistantsAndBoundsThem() {
        ConfiguredRun run = ConfiguredRun.by(configured(
                List.of(),
                Map.of("REWARD_DESK_COLLECT_PER_HOST", "2"),
                "{\"collect\":{\"max_pages\":5,\"allow_private\":true}}"));

        assertThat(run.collecting().perHost()).isEqualTo(2);
        assertThat(run.collecting().bounds().pages()).isEqualTo(5);
        assertThat(run.collecting().allowPrivate()).isFalse();
        assertThat(run.most().pages()).isEqualTo(5);
        assertThat(run.most().images()).isEqualTo(Integer.MAX_VALUE);
    }

    @Property(tries = 1)
    void whomToAskIsConfiguredOverWhatWasSetForTheSameEndpoint() {
        EndpointSettings set = EndpointSettings.usual(URI.create("https://example.org/v1"), "one");
        ConfiguredRun run =
                ConfiguredRun.by(configured(List.of(), Map.of(), "{\"answer\":{\"model\":\"two\",\"answers\":3}}"));

        EndpointSettings asked = run.asking(Optional.of(set)).orElseThrow();

        assertThat(asked.url()).isEqualTo(set.url());
        assertThat(asked.model()).isEqualTo("two");
        assertThat(asked.answersEach()).isEqualTo(3);
        assertThat(run.asking(Optional.empty())).isEmpty();
    }

    @Property(tries = 1)
    void aSessionThatIsGoneOnWithKeepsItsBoundsUnlessTheCommandLineNamesOthers() {
        Bounds before = new Bounds(1, 2, 3, 4, Duration.ofSeconds(5));
        Holder holder = new Holder();
        CommandLine line = new CommandLine(holder)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(configured(
                        List.of(),
                        Map.of(),
                        "{\"collect\":{\"max_pages\":50,\"max_images\":60,\"max_bytes\":\"7k\"}}"));
        line.parseArgs("--max-images", "70");

        assertThat(holder.bounds.namedOver(before, line)).isEqualTo(new Bounds(1, 70, 3, 4, before.time()));
    }

    @Property(tries = 500)
    void timesAndSizesOfTheSchemaAreThoseOfTheOptions(@ForAll("quantities") String text) {
        if (matches("/collect/delay", text)) {
            assertThat(Quantities.time(text)).isPresent();
        }
        assertThat(matches("/collect/max_time", text))
                .isEqualTo(Quantities.time(text).filter(Duration::isPositive).isPresent()
                        && text.equals(text.toLowerCase(Locale.ROOT)));
        if (matches("/collect/max_bytes", text)) {
            assertThat(Quantities.bytes(text)).isPresent();
        }
    }

    @Property(tries = 1)
    void aNumberOutOfItsBoundsIsRefusedOnTheCommandLineToo() {
        for (Case each : CASES) {
            Setting setting = setting(each.pointer());
            JsonNode least = setting.schema().path("minimum");
            if (least.isMissingNode()) {
                continue;
            }
            String option = "--"
                    + setting.name().substring(setting.name().indexOf('.') + 1).replace('_', '-');
            CommandLine line = new CommandLine(holder(setting.pointer())).setCaseInsensitiveEnumValuesAllowed(true);
            long below = least.asLong() - 1;
            assertThatThrownBy(() -> Configured.requireInRange(line.parseArgs(option + "=" + below)))
                    .as(option)
                    .isInstanceOf(ParameterException.class)
                    .hasMessageContaining("not " + below);
        }
    }

    @Provide
    Arbitrary<Said> said() {
        Arbitrary<Optional<Integer>> value = Arbitraries.of(0, 1).optional(0.6);
        return Combinators.combine(Arbitraries.of(CASES), value, value, value).as(Said::new);
    }

    @Provide
    Arbitrary<String> quantities() {
        return Combinators.combine(
                        Arbitraries.strings().numeric().ofMinLength(0).ofMaxLength(11),
                        Arbitraries.of("", "ms", "s", "m", "h", "k", "K", "M", "G", "Gb", "b", "B", "d", "S", " s"))
                .as(String::concat);
    }

    private static boolean matches(String pointer, String text) {
        return text.matches(setting(pointer).schema().path("pattern").asText());
    }

    @Command
    private static final class Holder {
        @Mixin
        private BoundOptions bounds = new BoundOptions();

        @Mixin
        private CollectOptions collect = new CollectOptions();

        @Mixin
        private ImageOptions images = new ImageOptions();
    }

    private static Object effective(
            String pointer, List<String> arguments, Map<String, String> environment, String file) {
        Object holder = holder(pointer);
        CommandLine line = new CommandLine(holder)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(configured(arguments, environment, file));
        line.parseArgs(arguments.toArray(String[]::new));
        if (pointer.startsWith("/collect/") && holder instanceof Holder all) {
            return all.collect.settings(List.of(), all.bounds.over(Bounds.USUAL, line), all.images, line);
        }
        String option = "--" + pointer.substring(pointer.lastIndexOf('/') + 1).replace('_', '-');
        OptionSpec spec = line.getCommandSpec().findOption(option);
        return Optional.<Object>ofNullable(spec.getValue());
    }

    private static Object holder(String pointer) {
        UsageTest.ClosedDoor door = new UsageTest.ClosedDoor();
        return switch (pointer.split("/", 3)[1]) {
            case "mcp" -> new McpCommand(door);
            case "serve" -> new ServeCommand(door);
            case "answer" -> new AnswerCommand(door);
            case "collect" ->
                pointer.endsWith("/allow_private") || pointer.endsWith("/answer")
                        ? new CollectCommand(door)
                        : new Holder();
            default -> new Holder();
        };
    }

    private static Setting setting(String pointer) {
        return ConfigSchema.ours().at(pointer).orElseThrow();
    }

    private static String asVariable(String json) {
        try {
            JsonNode value = JSON.readTree(json);
            return value.isArray() ? String.join(",", JSON.convertValue(value, String[].class)) : Case.bare(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String inFile(String pointer, String json) {
        String[] path = pointer.split("/", 3);
        return "{\"%s\":{\"%s\":%s}}".formatted(path[1], path[2], json);
    }

    private static Configured configured(List<String> arguments, Map<String, String> environment, String file) {
        try {
            Path made = Files.createTempFile("config", ".json");
            Files.writeString(made, file);
            List<String> all = new ArrayList<>(List.of("--config", made.toString()));
            all.addAll(arguments);
            Configured configured = Configured.by(all, new UsageTest.ClosedDoor(), environment);
            configured.requireNoMistakes();
            Files.delete(made);
            return configured;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
