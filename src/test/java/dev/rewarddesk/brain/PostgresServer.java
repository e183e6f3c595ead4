package dev.rewarddesk.brain;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One throw-away PostgreSQL a test JVM, with the migrations applied once into a template. Stopped with the JVM. */
final class PostgresServer {

    private static final Path SHIM = Path.of("src/main/resources/dev/rewarddesk/embedded/shim");
    private static final Path MIGRATIONS = Path.of("supabase/migrations");
    private static final String TEMPLATE = "desk_template";
    private static final AtomicInteger COPIES = new AtomicInteger();

    private final EmbeddedPostgres postgres;

    private PostgresServer() throws IOException, SQLException {
        // The library itself stops the server and deletes its folder when the JVM ends.
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .start();
        administer("create database " + TEMPLATE);
        try (Connection superuser = connect("postgres", TEMPLATE)) {
            run(superuser, SHIM);
        }
        try (Connection owner = connect("reward_desk_owner", TEMPLATE)) {
            run(owner, MIGRATIONS);
        }
    }

    /** The server of this JVM, started at first use. */
    static PostgresServer get() {
        return Holder.SERVER;
    }

    /** A new database with the migrations applied and nothing in it. */
    String copyTemplate() throws SQLException {
        String name = "desk_" + COPIES.incrementAndGet();
        administer(
                "create database %s owner reward_desk_owner template %s".formatted(name, TEMPLATE),
                // What the shim says of the database as a whole is not copied with it.
                "alter database %s set search_path = \"$user\", public, extensions".formatted(name),
                "revoke connect, temporary on database %s from public".formatted(name),
                "grant connect on database %s to authenticator, supabase_auth_admin".formatted(name));
        return name;
    }

    void drop(String database) throws SQLException {
        administer("drop database %s (force)".formatted(database));
    }

    Connection connect(String user, String database) throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl(user, database));
    }

    private void administer(String... statements) throws SQLException {
        try (Connection connection = connect("postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void run(Connection connection, Path folder) throws IOException, SQLException {
        List<Path> scripts;
        try (Stream<Path> files = Files.list(folder)) {
            scripts = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
        for (Path script : scripts) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(Files.readString(script));
            } catch (SQLException failure) {
                throw new SQLException("in " + script, failure);
            }
        }
    }

    private static final class Holder {
        private static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            try {
                return new PostgresServer();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (SQLException failure) {
                throw new IllegalStateException("the migrations do not apply", failure);
            }
        }
    }
}
