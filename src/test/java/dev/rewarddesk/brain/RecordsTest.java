package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened stays as it was written, for the owner of the tables too. */
final class RecordsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeEach
    void recordSomething() throws SQLException {
        DATABASE.clear();
        UUID response = DATABASE.response();
        UUID reviewer = DATABASE.annotator().account();
        DATABASE.asSuperuser(session -> {
            session.write(
                    "insert into public.rewards (response_id, reviewer_id, score) values (?, ?, 0)",
                    response,
                    reviewer);
            session.write("update public.rewards set score = 1");
            session.rows("select private.announce_activation('activate', 'first', false)");
            return session.write(
                    "insert into public.checkpoints (version, storage_key, is_active) values ('v', 'k', true)");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update public.reward_history set revision = 9",
                "delete from public.reward_history",
                "truncate public.reward_history",
                "update public.checkpoint_activations set reason = 'mine'",
                "delete from public.checkpoint_activations",
                "truncate public.checkpoint_activations"
            })
    void aRecordIsNeverChanged(String sql) throws SQLException {
        String table = sql.contains("reward_history") ? "public.reward_history" : "public.checkpoint_activations";
        assertThat(DATABASE.number("select count(*) from " + table)).isEqualTo(1);

        try (Session owner = DATABASE.session("reward_desk_owner")) {
            Refusals.assertRefused(() -> owner.write(sql), 403, "append_only");
        }
        Refusals.assertFails(() -> DATABASE.as(Caller.SERVICE, session -> session.write(sql)), Refusals.NO_PRIVILEGE);
        Refusals.assertRefused(() -> DATABASE.asSuperuser(session -> session.write(sql)), 403, "append_only");
    }

    // What a record speaks of by its id could not be found by it any more.
    @ParameterizedTest
    @ValueSource(strings = {"checkpoints", "responses"})
    void anIdIsNeverChanged(String table) {
        String sql = "update public.%s set id = gen_random_uuid()".formatted(table);
        Refusals.assertRefused(() -> DATABASE.as(Caller.SERVICE, session -> session.write(sql)), 400, "id_is_fixed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into public.images (file_name, storage_path, sha256, content_type, size_bytes, width, height, created_at)"
                        + " values ('a', 'b', repeat('0', 64), 'image/png', 1, 1, 1, 'infinity')",
                "insert into public.responses (user_id, prompt, response_text, created_at) values ('p', 'q', 'a', '-infinity')",
                "insert into public.rewards (response_id, source, score, created_at)"
                        + " select id, 'pipeline', 0, 'infinity' from public.responses",
                "insert into public.checkpoints (version, storage_key, created_at) values ('w', 'k', '12026-01-01')"
            })
    void aTimeThatNoCalendarHasIsNotStored(String sql) {
        Refusals.assertFails(() -> DATABASE.as(Caller.SERVICE, session -> session.write(sql)), "23514");
    }
}
