package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to an activation at a set time while somebody else is at work on it or its checkpoint. */
final class ScheduleRaceTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeEach
    void startWithTwoDue() throws SQLException {
        DATABASE.clear();
        DATABASE.asSuperuser(session -> {
            session.write(
                    "insert into public.checkpoints (version, storage_key) select 'v' || n, 'k' from generate_series(1, 3) n");
            session.rows("select private.announce_activation('activate', 'first', false)");
            session.write("update public.checkpoints set is_active = true where version = 'v1'");
            return session.write("""
                    insert into public.checkpoint_schedules (checkpoint_id, checkpoint_version, due_at, reason, actor_name)
                    select id, version, now() - interval '1 minute', version, 'a pipeline'
                    from public.checkpoints where version <> 'v1' order by version
                    """);
        });
    }

    // The second is cancelled while the first, in the same round, waits for somebody who changes its checkpoint.
    @Test
    void whatWasCancelledInTimeIsNotDone() throws Exception {
        try (Session holder = DATABASE.superuser();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.write("update public.checkpoints set epoch = 2 where version = 'v2'");
            CompletableFuture<Long> performing =
                    CompletableFuture.supplyAsync(ScheduleRaceTest::performQuietly, threads);
            untilSomebodyWaits();

            JsonNode cancelled = DATABASE.as(
                    Caller.SERVICE,
                    session -> session.call("cancel_schedule", Map.of("id", idOf("v3")), null, Map.of()));
            holder.commit();
            performing.get();

            assertThat(cancelled.at("/data/state").asText()).isEqualTo("cancelled");
        }
        assertThat(states()).isEqualTo(List.of(List.of("v2", "done"), List.of("v3", "cancelled")));
        assertThat(DATABASE.text("select version from public.checkpoints where is_active"))
                .isEqualTo("v2");
    }

    @Test
    void whoIsInTheWayHoldsItUpAndDoesNotEndIt() throws Exception {
        try (Session holder = DATABASE.superuser()) {
            holder.write("update public.checkpoints set epoch = 2 where version = 'v2'");
            DATABASE.asSuperuser(session -> {
                session.write("set local lock_timeout = '100ms'");
                return session.rows("select private.perform_scheduled()");
            });
            assertThat(states()).isEqualTo(List.of(List.of("v2", "waiting"), List.of("v3", "done")));
            holder.commit();
        }

        perform();

        assertThat(states()).isEqualTo(List.of(List.of("v2", "done"), List.of("v3", "done")));
    }

    private static void untilSomebodyWaits() throws SQLException, InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (DATABASE.number(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                == 0) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(20);
        }
    }

    private static long performQuietly() {
        try {
            return perform();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long perform() throws SQLException {
        return DATABASE.as(Caller.SERVICE, session -> session.call("perform_scheduled", "{}"))
                .at("/data/performed")
                .asLong();
    }

    private static String idOf(String version) throws SQLException {
        return DATABASE.text("select id from public.checkpoint_schedules where checkpoint_version = ?", version);
    }

    private static List<List<Object>> states() throws SQLException {
        return List.copyOf(DATABASE.rows(
                "select checkpoint_version, state from public.checkpoint_schedules order by checkpoint_version"));
    }
}
