package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A response is of the category that its image is of. */
final class CategoryTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeEach
    void clear() throws SQLException {
        DATABASE.clear();
    }

    @Test
    void aResponseFollowsItsImage() throws SQLException {
        UUID cats = image("cats");
        UUID dogs = image("dogs");
        UUID response = DATABASE.asSuperuser(session -> session.uuid(
                "insert into public.responses (image_id, user_id, prompt, response_text, category) "
                        + "values (?, 'p', 'q', 'a', 'made up') returning id",
                cats));
        assertThat(listed("cats")).isEqualTo(1);
        assertThat(listed("made up")).isZero();

        set("update public.images set category = 'lions' where id = ?", cats);
        assertThat(listed("lions")).isEqualTo(1);
        assertThat(listed("cats")).isZero();

        set("update public.responses set image_id = '" + dogs + "' where id = ?", response);
        assertThat(listed("dogs")).isEqualTo(1);

        set("update public.responses set image_id = null where id = ?", response);
        assertThat(listed("dogs")).isZero();
    }

    private static long listed(String category) throws SQLException {
        Caller lead = DATABASE.lead();
        return DATABASE.as(
                        lead, session -> session.call("list_responses", Map.of("category", category), null, Map.of()))
                .path("total")
                .asLong();
    }

    private static void set(String sql, UUID id) throws SQLException {
        DATABASE.asSuperuser(session -> session.write(sql, id));
    }

    private static UUID image(String category) throws SQLException {
        return DATABASE.asSuperuser(session -> session.uuid("""
                insert into public.images (file_name, storage_path, sha256, content_type, size_bytes, width, height, category)
                values ('a.png', ?, encode(sha256(?::bytea), 'hex'), 'image/png', 1, 1, 1, ?) returning id
                """, category + "/a.png", category, category));
    }
}
