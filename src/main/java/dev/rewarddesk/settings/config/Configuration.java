package dev.rewarddesk.settings.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is set besides the command line: the environment counts for more than the file, and the file for more than what is built in.
 * Where there are mistakes, nothing of what they are in is set.
 */
public final class Configuration {

    /** Names the file, unless the command line does. */
    public static final String VARIABLE = "REWARD_DESK_CONFIG";

    private static final String URL = "/supabase/url";
    private static final String WORKSPACE = "/workspace";

    private final ConfigSchema schema = ConfigSchema.ours();
    private final Map<String, String> environment;
    private final @Nullable Path file;
    private final ObjectNode inFile;
    private final ObjectNode inEnvironment = JsonNodeFactory.instance.objectNode();
    private final List<Mistake> mistakes = new ArrayList<>();

    private Configuration(@Nullable Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
        ConfigFile read = file == null ? ConfigFile.none() : ConfigFile.read(file, schema);
        this.inFile = read.tree();
        mistakes.addAll(read.mistakes());
        readEnvironment();
        readPaths();
    }

    /**
     * What holds for this environment.
     *
     * @param named the file that the command line names; null where it names none. It has to be there
     * @param usual the file that is read where none is named, if it is there
     */
    public static Configuration of(@Nullable Path named, Path usual, Map<String, String> environment) {
        String variable = environment.getOrDefault(VARIABLE, "");
        if (named != null) {
            return new Configuration(named.toAbsolutePath().normalize(), environment);
        }
        try {
            Path file = variable.isBlank() ? usual : Path.of(variable);
            return new Configuration(
                    variable.isBlank() && !Files.exists(file)
                            ? null
                            : file.toAbsolutePath().normalize(),
                    environment);
        } catch (InvalidPathException none) {
            Configuration without = new Configuration(null, environment);
            without.mistakes.add(new Mistake("env " + VARIABLE, "names no file that there could be."));
            return without;
        }
    }

    /** The file that is read; empty where there is none. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** What nobody could mean, the file's first. */
    public List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /** Where a setting's value comes from. */
    public Origin origin(Setting setting) {
        if (!inEnvironment.at(setting.pointer()).isMissingNode() || (setting.isSecret() && isInEnvironment(setting))) {
            return new Origin.Variable(setting.variable());
        }
        return file == null || inFile.at(setting.pointer()).isMissingNode()
                ? new Origin.BuiltIn()
                : new Origin.InFile(file, setting.pointer());
    }

    /** What somebody has set there, as the command line would have it; empty where nobody has, and for secrets. */
    public Optional<String> value(Setting setting) {
        JsonNode near = inEnvironment.at(setting.pointer());
        JsonNode value = near.isMissingNode() ? inFile.at(setting.pointer()) : near;
        return value.isMissingNode() || setting.isSecret() ? Optional.empty() : Optional.of(setting.text(value));
    }

    /** As above, for a JSON Pointer of the schema. */
    public Optional<String> value(String pointer) {
        return value(setting(pointer));
    }

    /** Where the workspace is, as far as that is set; of two settings the nearer one counts. */
    public Optional<Chosen> workspace() {
        Setting folder = setting(WORKSPACE);
        Setting url = setting(URL);
        boolean folderIsNear = origin(folder) instanceof Origin.Variable;
        boolean urlIsNear = origin(url) instanceof Origin.Variable;
        if (value(url).isPresent() && (urlIsNear || !folderIsNear)) {
            return value(url).map(Chosen.Project::new);
        }
        return value(folder).map(text -> new Chosen.Folder(path(text, !folderIsNear)));
    }

    /** The workspace that is set. */
    public sealed interface Chosen {

        /** A local one. */
        record Folder(Path path) implements Chosen {}

        /** A hosted one. */
        record Project(String url) implements Chosen {}
    }

    /** What can be said of a secret without it: where it is said to be, or that it is missing there and what to do. */
    public SecretState state(Setting setting) {
        return place(setting)
                .map(place -> {
                    try {
                        place.read();
                        return new SecretState(true, "set, from " + place.says(), true);
                    } catch (SecretPlace.Missing missing) {
                        return new SecretState(false, missing.sentence(), true);
                    }
                })
                .orElseGet(() -> new SecretState(false, "not set", false));
    }

    /**
     * What is known of a secret.
     *
     * @param isThere whether it was found
     * @param says for people
     * @param isNamed whether something says where it should be
     */
    public record SecretState(boolean isThere, String says, boolean isNamed) {}

    /**
     * The secret at a JSON Pointer of the schema; empty where nothing says where it is.
     *
     * @throws MissingSecretException where it is not where it is said to be
     */
    public Optional<Secret> secret(String pointer) throws MissingSecretException {
        Optional<SecretPlace> place = place(setting(pointer));
        try {
            return place.isEmpty() ? Optional.empty() : Optional.of(place.get().read());
        } catch (SecretPlace.Missing missing) {
            throw new MissingSecretException(pointer, missing.sentence());
        }
    }

    private Optional<SecretPlace> place(Setting setting) {
        if (isInEnvironment(setting)) {
            return Optional.of(new SecretPlace.Env(setting.variable(), environment));
        }
        JsonNode reference = inFile.at(setting.pointer());
        if (reference.has("env")) {
            return Optional.of(new SecretPlace.Env(reference.path("env").asText(), environment));
        }
        return reference.has("file")
                ? Optional.of(
                        new SecretPlace.PrivateFile(path(reference.path("file").asText(), true)))
                : Optional.empty();
    }

    private boolean isInEnvironment(Setting setting) {
        return !environment.getOrDefault(setting.variable(), "").isBlank();
    }

    // A file says where other files are from where it is itself; a variable from where the program was started.
    private Path path(String text, boolean besideFile) {
        Path folder = file == null || !besideFile ? null : file.getParent();
        Path named = Path.of(text);
        return (folder == null ? named : folder.resolve(named)).toAbsolutePath().normalize();
    }

    private Setting setting(String pointer) {
        return schema.at(pointer).orElseThrow(() -> new IllegalArgumentException("There is no setting " + pointer));
    }

    private void readEnvironment() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (Setting setting : schema.settings()) {
            if (!setting.isSecret() && isInEnvironment(setting)) {
                String text = environment.getOrDefault(setting.variable(), "");
                put(tree, setting, setting.value(text.strip()));
            }
        }
        if (tree.isEmpty()) {
            return;
        }
        List<Deviation> deviations = schema.deviations(tree);
        deviations.forEach(each -> mistakes.add(new Mistake(variable(each.pointer()), each.says())));
        if (deviations.isEmpty()) {
            inEnvironment.setAll(tree);
        }
    }

    // The system's locale may have no way to write a name that the schema has nothing against.
    private void readPaths() {
        Setting workspace = setting(WORKSPACE);
        value(workspace).filter(text -> !isPath(text)).ifPresent(_ -> {
            mistakes.add(new Mistake(origin(workspace).says(), "names no folder that there could be."));
            inEnvironment.remove("workspace");
            inFile.remove("workspace");
        });
        for (Setting secret :
                schema.settings().stream().filter(Setting::isSecret).toList()) {
            JsonNode named = inFile.at(secret.pointer()).path("file");
            if (named.isTextual() && !isPath(named.asText())) {
                mistakes.add(new Mistake(file + "#" + secret.pointer(), "names no file that there could be."));
                int name = secret.pointer().lastIndexOf('/');
                ((ObjectNode) inFile.at(secret.pointer().substring(0, name)))
                        .remove(secret.pointer().substring(name + 1));
            }
        }
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private String variable(String pointer) {
        return schema.settings().stream()
                .filter(setting -> (pointer + "/").startsWith(setting.pointer() + "/"))
                .findFirst()
                .map(setting -> "env " + setting.variable())
                .orElse("env");
    }

    private static void put(ObjectNode tree, Setting setting, JsonNode value) {
        String[] path = setting.pointer().substring(1).split("/", 2);
        if (path.length == 1) {
            tree.set(path[0], value);
        } else {
            tree.withObjectProperty(path[0]).set(path[1], value);
        }
    }
}
