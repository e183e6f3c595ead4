package dev.rewarddesk.deployment;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A database with what a hosted project has and none of our tables yet. Its owner, no superuser and above policies, stands in
 * for a project's {@code postgres}. Dropped when closed.
 */
final class PlainDatabase implements AutoCloseable {

    private static final String OWNER = "reward_desk_owner";
    private static final Path SHIM = Path.of("src/main/resources/dev/rewarddesk/embedded/shim");

    private final String name = "plain_" + UUID.randomUUID().toString().replace("-", "");

    PlainDatabase() throws SQLException {
        administer("create database " + name);
        try (Connection superuser = connect("postgres", name);
                Statement statement = superuser.createStatement()) {
            for (String script : scripts(SHIM)) {
                statement.execute(script);
            }
        }
    }

    /** Where the owner connects. */
    String url() {
        return "postgresql://%s:trusted@127.0.0.1:%d/%s".formatted(OWNER, Server.POSTGRES.getPort(), name);
    }

    /** Runs SQL as the owner. */
    void execute(String sql) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs SQL above everything, as the platform makes accounts. */
    void executeAsPlatform(String sql) throws SQLException {
        try (Connection superuser = connect("postgres", name);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a question gives, asked as the owner. */
    List<String> texts(String sql) throws SQLException {
        try (Connection owner = owner()) {
            return texts(owner, sql);
        }
    }

    /** The same, of any database. */
    static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /** The scripts of a folder in the order of their names. */
    static List<String> scripts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> scripts = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                scripts.add(Files.readString(file));
            }
            return scripts;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws SQLException {
        administer("drop database " + name + " (force)");
    }

    private Connection owner() throws SQLException {
        return connect(OWNER, name);
    }

    private static void administer(String sql) throws SQLException {
        try (Connection superuser = connect("postgres", "postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String user, String database) throws SQLException {
        return DriverManager.getConnection(Server.POSTGRES.getJdbcUrl(user, database));
    }

    /** One server a JVM, which asks for no password; the library stops it and deletes its folder. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
