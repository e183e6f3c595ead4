package dev.rewarddesk.embedded.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.disk.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The S3-compatible bucket that a workspace keeps new images in.
 *
 * @param endpoint scheme, host and port; https unless it is this machine
 * @param region as the store names it; part of what is signed
 * @param bucket its name
 * @param accessKey who the workspace is to the store
 * @param secretKey what requests are signed with
 */
public record S3Settings(URI endpoint, String region, String bucket, String accessKey, String secretKey) {

    /** The file in a workspace's folder that says that there is a bucket; it holds them under the names of the variables. */
    public static final String FILE = "s3.json";

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Set<String> NAMES =
            Set.of("S3_ENDPOINT", "S3_REGION", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** The settings are not such that anybody could mean them. The message is for people and quotes no value. */
    public static final class Unusable extends IOException {
        private static final long serialVersionUID = 1;

        private Unusable(String message) {
            super(message);
        }
    }

    /**
     * The settings of a workspace; empty when it has no such file.
     *
     * @param environment variables, each of which counts for more than the file's
     * @throws Unusable when they are set in part or wrongly, or others may read the file
     */
    public static Optional<S3Settings> of(Path workspace, Map<String, String> environment) throws IOException {
        Path file = workspace.resolve(FILE);
        // Without it no variable counts: a throw-away workspace has nothing to do in anybody's bucket.
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, String> set = inFile(file);
        NAMES.forEach(name -> set.compute(name, (key, filed) -> environment.getOrDefault(name, filed)));
        set.values().removeIf(String::isBlank);
        return Optional.of(checked(set));
    }

    /**
     * Settings that somebody names, by the names of the variables.
     *
     * @throws Unusable as above
     */
    public static S3Settings of(Map<String, String> named) throws Unusable {
        Map<String, String> set = new LinkedHashMap<>(named);
        set.values().removeIf(String::isBlank);
        return checked(set);
    }

    /** Keeps them in the workspace's file, which nobody else may read. */
    public void keep(Path workspace) throws IOException {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("S3_ENDPOINT", endpoint.toString());
        document.put("S3_REGION", region);
        document.put("S3_BUCKET", bucket);
        document.put("S3_ACCESS_KEY_ID", accessKey);
        document.put("S3_SECRET_ACCESS_KEY", secretKey);
        PrivateFiles.write(
                workspace.resolve(FILE),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    }

    /** Says where and no key. */
    @Override
    public String toString() {
        return "bucket " + bucket + " at " + endpoint;
    }

    private static S3Settings checked(Map<String, String> set) throws Unusable {
        for (String name : NAMES.stream().sorted().toList()) {
            if (!set.containsKey(name)) {
                throw new Unusable(
                        "%s is not set, neither in the workspace's s3.json nor in the environment.".formatted(name));
            }
        }
        String bucket = value(set, "S3_BUCKET");
        if (!BUCKET.matcher(bucket).matches()) {
            throw new Unusable("S3_BUCKET is not a bucket's name.");
        }
        return new S3Settings(
                endpoint(value(set, "S3_ENDPOINT")),
                value(set, "S3_REGION"),
                bucket,
                value(set, "S3_ACCESS_KEY_ID"),
                value(set, "S3_SECRET_ACCESS_KEY"));
    }

    private static String value(Map<String, String> set, String name) {
        return set.getOrDefault(name, "").strip();
    }

    private static URI endpoint(String text) throws Unusable {
        try {
            URI url = new URI(text);
            String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
            boolean safe =
                    "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && LOOPBACK.contains(host));
            boolean bare = url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null
                    && Set.of("", "/").contains(url.getPath());
            if (safe && bare) {
                return url;
            }
        } catch (URISyntaxException wrong) {
            // Without the cause: its message quotes what may hold a password.
            throw new Unusable("S3_ENDPOINT is no URL.");
        }
        throw new Unusable("S3_ENDPOINT must be an https URL of a host and nothing more.");
    }

    private static Map<String, String> inFile(Path file) throws IOException {
        Map<String, String> set = new LinkedHashMap<>();
        refuseWhereOthersRead(file);
        JsonNode document;
        try {
            document = new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException broken) {
            // Without the cause: its message quotes the file.
            throw new Unusable(file + " is no JSON.");
        }
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            if (!NAMES.contains(field.getKey()) || !field.getValue().isTextual()) {
                throw new Unusable("%s may hold %s, each a text, and nothing else."
                        .formatted(
                                file, String.join(", ", NAMES.stream().sorted().toList())));
            }
            set.put(field.getKey(), field.getValue().textValue());
        }
        return set;
    }

    private static void refuseWhereOthersRead(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
        if (allowed.contains(PosixFilePermission.GROUP_READ) || allowed.contains(PosixFilePermission.OTHERS_READ)) {
            throw new Unusable(
                    "Others may read %s, which holds a secret. Let only yourself read it (chmod 600), and think of the key as known."
                            .formatted(file));
        }
    }
}
