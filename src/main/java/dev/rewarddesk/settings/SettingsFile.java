package dev.rewarddesk.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings' file. Reading never fails: what cannot be understood is put aside and said once. Fields that a newer version
 * has written are kept.
 */
public final class SettingsFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Nobody's settings are larger; a file that is was not written by this program. */
    private static final long LARGEST = 1 << 20;

    private final Path file;
    private final String version;
    private final InstantSource clock;

    /**
     * @param file in a folder that is made when needed
     * @param version of the program, written into the file
     */
    public SettingsFile(Path file, String version) {
        this(file, version, InstantSource.system());
    }

    SettingsFile(Path file, String version, InstantSource clock) {
        this.file = file;
        this.version = version;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param warning a sentence for people where the file could not be used
     */
    public record Loaded(Settings settings, Optional<String> warning) {}

    /** The settings in the file; the default ones where there is none, or none that can be used. */
    public Loaded load() {
        try {
            return new Loaded(settings(tree()), Optional.empty());
        } catch (NoSuchFileException first) {
            return new Loaded(Settings.DEFAULT, Optional.empty());
        } catch (JsonProcessingException corrupt) {
            return new Loaded(Settings.DEFAULT, Optional.of(putAside()));
        } catch (IOException unreadable) {
            return new Loaded(
                    Settings.DEFAULT,
                    Optional.of("The settings in " + file + " cannot be read; the default ones are used."));
        }
    }

    /** Writes the settings, whole or not at all. */
    public synchronized void save(Settings settings) throws IOException {
        ObjectNode tree = existing();
        tree.put("writtenByVersion", version);
        tree.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
        tree.putObject("window")
                .put("width", settings.window().width())
                .put("height", settings.window().height())
                .put("maximized", settings.window().maximized());
        tree.putObject("looking")
                .put("blurred", settings.looking().blurred().name().toLowerCase(Locale.ROOT))
                .put("zoomKept", settings.looking().zoomKept());
        tree.putObject("guidelines")
                .put("open", settings.guidelines().open())
                .put("width", settings.guidelines().width());
        WholeFile.write(file, MAPPER.writeValueAsBytes(tree));
    }

    private ObjectNode existing() {
        try {
            return tree();
        } catch (IOException noneOrCorrupt) {
            return MAPPER.createObjectNode();
        }
    }

    private ObjectNode tree() throws IOException {
        if (Files.size(file) <= LARGEST && MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
            return object;
        }
        throw new NotSettings();
    }

    private static Settings settings(JsonNode tree) {
        JsonNode window = tree.path("window");
        WindowSize usual = WindowSize.DEFAULT;
        JsonNode looking = tree.path("looking");
        JsonNode guidelines = tree.path("guidelines");
        return new Settings(
                named(tree.path("theme"), Settings.DEFAULT.theme()),
                new WindowSize(
                        window.path("width").asInt(usual.width()),
                        window.path("height").asInt(usual.height()),
                        window.path("maximized").asBoolean(usual.maximized())),
                new GuidelinesPane(
                        guidelines.path("open").asBoolean(GuidelinesPane.DEFAULT.open()),
                        guidelines.path("width").asInt(GuidelinesPane.DEFAULT.width())),
                new Looking(
                        named(looking.path("blurred"), Looking.DEFAULT.blurred()),
                        looking.path("zoomKept").asBoolean(Looking.DEFAULT.zoomKept())));
    }

    private static <E extends Enum<E>> E named(JsonNode name, E otherwise) {
        for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name.asText())) {
                return constant;
            }
        }
        return otherwise;
    }

    private String putAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".broken-" + STAMP.format(clock.instant()));
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return "The settings in " + file + " were damaged; the default ones are used. The damaged file is kept as "
                    + aside.getFileName() + ".";
        } catch (IOException stuck) {
            return "The settings in " + file + " are damaged; the default ones are used.";
        }
    }

    private static final class NotSettings extends JsonProcessingException {
        @Serial
        private static final long serialVersionUID = 1;

        NotSettings() {
            super("not settings");
        }
    }
}
