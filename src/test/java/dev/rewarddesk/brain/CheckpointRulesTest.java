package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One checkpoint is active, whoever writes and however. */
final class CheckpointRulesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Caller lead = Caller.ANON;

    @BeforeEach
    void startWithoutCheckpoints() throws SQLException {
        DATABASE.clear();
        lead = DATABASE.lead();
    }

    @Test
    void readersNeverSeeTwoOrNoneWhileManyActivate() throws Exception {
        List<UUID> checkpoints = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            checkpoints.add(checkpoint("v" + number));
        }
        activate(checkpoints.getFirst());
        AtomicBoolean over = new AtomicBoolean();

        List<Long> wrongReadings = Race.of(8, number -> {
            if (number >= 4) {
                return wrongReadings(over);
            }
            try {
                for (int round = 0; round < 15; round++) {
                    UUID next = checkpoints.get((number + round) % 4);
                    if (number % 2 == 0) {
                        activate(next);
                    } else {
                        activateByHand(next);
                    }
                }
            } finally {
                over.set(true);
            }
            return 0L;
        });

        assertThat(wrongReadings).containsOnly(0L);
        assertThat(activeVersions()).hasSize(1);
        // Each entry follows from the one before it.
        assertThat(DATABASE.rows("""
                select id from (select id, previous_id, lag(checkpoint_id) over (order by id) as before
                  from public.checkpoint_activations) a where previous_id is distinct from before
                """)).isEmpty();
    }

    @Test
    void theActiveOneCannotBeSwitchedOffOrDeletedByAnybody() throws SQLException {
        UUID active = checkpoint("v1");
        activate(active);

        for (Caller caller : List.of(lead, Caller.SERVICE)) {
            Refusals.assertRefused(
                    () -> DATABASE.as(
                            caller,
                            session -> session.write(
                                    "update public.checkpoints set is_active = false where id = ?", active)),
                    409,
                    "checkpoint_is_active");
            Refusals.assertRefused(
                    () -> DATABASE.as(
                            caller, session -> session.write("delete from public.checkpoints where id = ?", active)),
                    409,
                    "checkpoint_is_active");
        }
        Refusals.assertRefused(() -> put(active, "{\"is_active\": false}"), 409, "checkpoint_is_active");
        assertThat(activeVersions()).containsExactly("v1");
    }

    @Test
    void anInsertThatYieldsToAConflictTakesNothingFromTheActiveOne() throws SQLException {
        activate(checkpoint("v1"));
        checkpoint("v2");

        DATABASE.as(
                lead,
                session -> session.write("insert into public.checkpoints (version, storage_key, is_active) "
                        + "values ('v2', 'k', true) on conflict (version) do nothing"));

        assertThat(activeVersions()).containsExactly("v1");
        assertThat(DATABASE.number("select count(*) from public.checkpoint_activations"))
                .isEqualTo(1);
    }

    @Test
    void anInsertOfAnActiveOneHandsOver() throws SQLException {
        activate(checkpoint("v1"));

        DATABASE.as(
                Caller.SERVICE,
                session -> session.call(
                        "create_checkpoint",
                        "{\"version\": \"v2\", \"storage_key\": \"k\", \"is_active\": true, \"reason\": \"better\"}"));

        assertThat(activeVersions()).containsExactly("v2");
        assertThat(DATABASE.rows("select checkpoint_version, previous_version, kind, reason, actor_name "
                        + "from public.checkpoint_activations order by id desc limit 1"))
                .containsExactly(List.of("v2", "v1", "activate", "better", "service"));
    }

    @Test
    void whatWasAnnouncedIsSaidOnce() throws SQLException {
        UUID first = checkpoint("v1");
        UUID second = checkpoint("v2");
        DATABASE.as(lead, session -> {
            session.call(
                    "update_checkpoint",
                    Map.of("id", first.toString()),
                    "{\"is_active\": true, \"reason\": \"a\"}",
                    Map.of());
            return Refusals.assertRefused(
                    () -> session.write("update public.checkpoints set is_active = true where id = ?", second),
                    400,
                    "reason_required");
        });
    }

    @Test
    void activatingWhatSomebodyElseReplacedIsRefusedWithTheCurrentOne() throws SQLException {
        UUID first = checkpoint("v1");
        UUID second = checkpoint("v2");
        activate(first);

        JsonNode failure = Refusals.assertRefused(
                () -> put(second, "{\"is_active\": true, \"expected_active\": null}"), 409, "active_changed");
        assertThat(failure.at("/current/version").asText()).isEqualTo("v1");
        put(second, "{\"is_active\": true, \"reason\": \"better\", \"expected_active\": \"%s\"}".formatted(first));

        assertThat(activeVersions()).containsExactly("v2");
    }

    @Test
    void activatingTheActiveOneChangesAndRecordsNothing() throws SQLException {
        UUID only = checkpoint("v1");
        activate(only);
        activate(only);

        assertThat(DATABASE.number("select count(*) from public.checkpoint_activations"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void rollingBackWalksBackLikeAStack(long seed) throws SQLException {
        Random random = new Random(seed);
        List<UUID> checkpoints = List.of(checkpoint("a"), checkpoint("b"), checkpoint("c"));
        Deque<UUID> model = new ArrayDeque<>();
        for (int step = 0; step < 25; step++) {
            if (random.nextInt(5) < 3) {
                UUID next = checkpoints.get(random.nextInt(3));
                activate(next);
                if (!next.equals(model.peek())) {
                    model.push(next);
                }
            } else if (model.size() < 2) {
                Refusals.assertRefused(this::rollBack, 409, "nothing_to_roll_back");
            } else {
                rollBack();
                model.pop();
            }
            assertThat(active()).as("seed %d, step %d", seed, step).isEqualTo(model.peek());
        }
    }

    @Test
    void rollingBackToADeletedCheckpointIsRefusedAndChangesNothing() throws SQLException {
        UUID first = checkpoint("v1");
        activate(first);
        activate(checkpoint("v2"));
        DATABASE.as(lead, session -> session.write("delete from public.checkpoints where id = ?", first));

        Refusals.assertRefused(this::rollBack, 409, "nothing_to_roll_back");
        assertThat(activeVersions()).containsExactly("v2");
    }

    @Test
    void aRollBackIsRecordedAsSuchWithItsReason() throws SQLException {
        activate(checkpoint("v1"));
        activate(checkpoint("v2"));
        rollBack();

        assertThat(DATABASE.rows("select checkpoint_version, previous_version, kind, reason "
                        + "from public.checkpoint_activations order by id desc limit 1"))
                .containsExactly(List.of("v1", "v2", "rollback", "worse"));
    }

    private static long wrongReadings(AtomicBoolean over) throws SQLException {
        long wrong = 0;
        try (Session session = DATABASE.superuser()) {
            do {
                if (session.number("select count(*) from public.checkpoints where is_active") != 1) {
                    wrong++;
                }
                session.commit();
            } while (!over.get());
        }
        return wrong;
    }

    private UUID checkpoint(String version) throws SQLException {
        return DATABASE.asSuperuser(session -> session.uuid(
                "insert into public.checkpoints (version, storage_key) values (?, 'k') returning id", version));
    }

    private void activate(UUID checkpoint) throws SQLException {
        put(checkpoint, "{\"is_active\": true, \"reason\": \"better\"}");
    }

    private void activateByHand(UUID checkpoint) throws SQLException {
        DATABASE.as(Caller.SERVICE, session -> {
            session.rows("select private.announce_activation('activate', 'by hand', false)");
            return session.write("update public.checkpoints set is_active = true where id = ?", checkpoint);
        });
    }

    private void put(UUID checkpoint, String body) throws SQLException {
        DATABASE.as(
                lead,
                session -> session.call("update_checkpoint", Map.of("id", checkpoint.toString()), body, Map.of()));
    }

    private void rollBack() throws SQLException {
        DATABASE.as(lead, session -> session.call("rollback_checkpoint", "{\"reason\": \"worse\"}"));
    }

    private static @Nullable Object active() throws SQLException {
        List<List<@Nullable Object>> rows = DATABASE.rows("select id from public.checkpoints where is_active");
        return rows.isEmpty() ? null : rows.getFirst().getFirst();
    }

    private static List<String> activeVersions() throws SQLException {
        return DATABASE.rows("select version from public.checkpoints where is_active").stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }
}
