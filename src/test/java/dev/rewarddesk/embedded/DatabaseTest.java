package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the server is set up, asked of the server itself. */
final class DatabaseTest {

    private final TestBackend backend = TestBackend.shared();

    @Test
    void whatIsAcknowledgedIsOnDisk() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(owner("show " + setting)).as(setting).containsExactly("on");
        }
    }

    @Test
    void itListensOnTheLoopbackAloneAndWithoutASocketFile() throws SQLException {
        try (Connection superuser = backend.superuserConnection()) {
            assertThat(run(superuser, "show listen_addresses")).containsExactly("127.0.0.1");
            assertThat(run(superuser, "show unix_socket_directories")).containsExactly("");
            assertThat(run(superuser, "show password_encryption")).containsExactly("scram-sha-256");
            assertThat(run(superuser, "select datlocale from pg_database where datname = 'postgres'"))
                    .containsExactly("C.UTF-8");
            assertThat(run(superuser, "select distinct auth_method from pg_hba_file_rules"))
                    .containsExactly("scram-sha-256");
            assertThat(run(superuser, "select rolname::text from pg_authid where rolpassword not like 'SCRAM%'"))
                    .isEmpty();
        }
    }

    @Test
    void nobodyConnectsWithoutTheRightPassword() {
        for (String user : List.of("postgres", "reward_desk_owner", "authenticator", "supabase_auth_admin", "anon")) {
            for (String password : List.of("", "wrong", "postgres")) {
                assertThatThrownBy(() -> connect(user, password))
                        .as("%s with '%s'", user, password)
                        .isInstanceOf(SQLException.class)
                        .extracting(failure -> ((SQLException) failure).getSQLState())
                        .isIn("28P01", "08004");
            }
        }
    }

    @Test
    void theAppsOwnLoginSeesNothingUntilItTakesOnARole() throws SQLException {
        try (Connection app = backend.appConnection()) {
            for (String statement : List.of(
                    "select * from public.responses",
                    "insert into public.members select gen_random_uuid(), 'lead'",
                    "select * from auth.users",
                    "select * from storage.objects",
                    "select desk.call('list_responses', '{}', null, '{}')",
                    "create table public.mine (x int)",
                    "create temporary table mine (x int)")) {
                assertThatThrownBy(() -> run(app, statement))
                        .as(statement)
                        .isInstanceOf(SQLException.class)
                        .extracting(failure -> ((SQLException) failure).getSQLState())
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void theAppIsNeverTheSuperuser() throws SQLException {
        backend.owner().get("/functions/v1/rft-responses").ok();
        backend.owner().get("/auth/v1/user").ok();

        assertThat(
                        owner(
                                "select distinct usename::text from pg_stat_activity where application_name = 'reward-desk' order by 1"))
                .containsExactly("authenticator", "supabase_auth_admin");
        assertThat(
                        owner(
                                "select rolname::text from pg_roles where rolname in ('authenticator', 'supabase_auth_admin', 'reward_desk_owner') and (rolsuper or rolinherit and rolname = 'authenticator')"))
                .isEmpty();
    }

    @Test
    void aRoleTakenOnEndsWithTheTransaction() throws SQLException {
        try (Connection app = backend.appConnection()) {
            app.setAutoCommit(false);
            run(app, "select set_config('role', 'service_role', true)");
            run(app, "select * from public.responses");
            app.commit();
            assertThatThrownBy(() -> run(app, "select * from public.responses"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private List<String> owner(String sql) throws SQLException {
        try (Connection connection = backend.ownerConnection()) {
            return run(connection, sql);
        }
    }

    private static List<String> run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> column = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        column.add(rows.getString(1));
                    }
                }
            }
            return column;
        }
    }

    private void connect(String user, String password) throws SQLException {
        DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(backend.databasePort()), user, password)
                .close();
    }
}
