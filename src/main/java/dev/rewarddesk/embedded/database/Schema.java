package dev.rewarddesk.embedded.database;

import dev.rewarddesk.embedded.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/**
 * Brings the database up to date: the shim as superuser, then the product's migrations as the owner of the data. What has
 * been brought in is remembered as a hash, so that an ordinary start asks one question and is done.
 */
public final class Schema {

    private static final String SHIM = "dev/rewarddesk/embedded/shim";
    private static final String MIGRATIONS = "dev/rewarddesk/embedded/migrations";
    private static final String HISTORY = "reward_desk_migrations";

    private final Logins logins;
    private final Secrets secrets;

    public Schema(Logins logins, Secrets secrets) {
        this.logins = logins;
        this.secrets = secrets;
    }

    /**
     * Applies what is new.
     *
     * @throws DatabaseUnavailable when a script does not apply; each script applies whole or not at all
     */
    public void bringUpToDate() {
        try {
            String wanted = fingerprint();
            try (Connection superuser = logins.superuser().getConnection()) {
                if (wanted.equals(present(superuser))) {
                    return;
                }
                migrate(logins.superuser(), "reward_desk_shim", SHIM);
                setPasswords(superuser);
                migrate(logins.owner(), HISTORY, MIGRATIONS);
                remember(superuser, wanted);
            }
        } catch (FlywayValidateException other) {
            throw new DatabaseUnavailable(
                    "The workspace was last opened by another version of Reward Desk, which this one does not know. Nothing was changed. Open it with that version or a newer one.",
                    other);
        } catch (SQLException | FlywayException failure) {
            throw new DatabaseUnavailable(
                    "The database could not be brought up to date: %s What was there before is unchanged."
                            .formatted(firstLine(failure)),
                    failure);
        } catch (IOException | URISyntaxException failure) {
            throw new UncheckedIOException(unreadable(failure));
        }
    }

    private static void migrate(DataSource as, String historySchema, String location) {
        Flyway.configure()
                .dataSource(as)
                .locations("classpath:" + location)
                .sqlMigrationPrefix("")
                .sqlMigrationSeparator("_")
                .defaultSchema(historySchema)
                .createSchemas(true)
                .placeholderReplacement(false)
                // A workspace that a newer program has changed is not for this one.
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }

    private void setPasswords(Connection superuser) throws SQLException {
        Map<String, String> passwords = Map.of(
                "authenticator", secrets.authenticatorPassword(),
                "supabase_auth_admin", secrets.authAdminPassword(),
                "reward_desk_owner", secrets.databaseOwnerPassword());
        try (Statement statement = superuser.createStatement()) {
            for (Map.Entry<String, String> entry : passwords.entrySet()) {
                // Our own words and our own random letters; `alter role` takes no parameters.
                statement.execute("alter role " + entry.getKey() + " password '" + entry.getValue() + "'");
            }
        }
    }

    private static @Nullable String present(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet result = statement.executeQuery(
                        "select obj_description(to_regnamespace('" + HISTORY + "'), 'pg_namespace')")) {
            result.next();
            return result.getString(1);
        }
    }

    private static void remember(Connection superuser, String fingerprint) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("comment on schema " + HISTORY + " is '" + fingerprint + "'");
        }
    }

    /** The version of the newest migration that this program brings along. */
    public static String version() {
        try {
            return inFolder(MIGRATIONS, folder -> {
                String newest = String.valueOf(scripts(folder).getLast().getFileName());
                return newest.substring(0, newest.indexOf('_'));
            });
        } catch (IOException | URISyntaxException failure) {
            throw new UncheckedIOException(unreadable(failure));
        }
    }

    private static IOException unreadable(Exception failure) {
        return new IOException("The program's own migrations cannot be read", failure);
    }

    private static String fingerprint() throws IOException, URISyntaxException {
        MessageDigest digest = sha256();
        for (String location : List.of(SHIM, MIGRATIONS)) {
            for (String part : inFolder(location, Schema::hashes)) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @FunctionalInterface
    private interface Reading<T> {
        T in(Path folder) throws IOException;
    }

    // Of a folder or of the program's jar.
    private static <T> T inFolder(String location, Reading<T> reading) throws IOException, URISyntaxException {
        URL url = Schema.class.getClassLoader().getResource(location);
        if (url == null) {
            throw new IOException(location + " is not on the classpath");
        }
        URI uri = url.toURI();
        if (!uri.getScheme().equals("jar")) {
            return reading.in(Path.of(uri));
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return reading.in(jar.getPath(location));
        }
    }

    private static List<String> hashes(Path folder) throws IOException {
        List<String> hashes = new ArrayList<>();
        for (Path script : scripts(folder)) {
            hashes.add(String.valueOf(script.getFileName()));
            hashes.add(HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(script))));
        }
        return hashes;
    }

    private static List<Path> scripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip() + ".";
    }
}
