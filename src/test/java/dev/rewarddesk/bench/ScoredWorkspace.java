package dev.rewarddesk.bench;

import dev.rewarddesk.embedded.TestBackend;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A workspace with checkpoints and many rewards, the same ones every time, written straight into the tables, without triggers.
 *
 * <p>One response in four has two rewards, the others one. Responses have short texts, for nobody searches them here. Each image was
 * answered by every checkpoint that has rewards.
 *
 * @param rewards how many in all
 * @param checkpoints how many there are
 * @param scored how many of them the rewards are of, in equal shares; to every second one by its version as model, to the others by id
 */
record ScoredWorkspace(int rewards, int checkpoints, int scored) {

    private static final String PEOPLE = """
            insert into auth.users (id, email)
            select md5('reviewer ' || n)::uuid, 'reviewer-' || n || '@example.org' from generate_series(0, 19) n
            """;

    private static final String MEMBERS = """
            insert into public.members (user_id, role, display_name)
            select md5('reviewer ' || n)::uuid, 'annotator', 'Reviewer ' || n from generate_series(0, 19) n
            """;

    private static final String CHECKPOINTS = """
            insert into public.checkpoints (id, version, storage_key, epoch, avg_reward, is_active, created_at)
            select md5('checkpoint ' || n)::uuid, 'v' || n, 'k', n, 0.1, n = 0, now() - ({checkpoints} - n) * interval '1 day'
            from generate_series(0, {checkpoints} - 1) n
            """;

    private static final String ACTIVATIONS = """
            with e as materialized (select private.activation_case(a, b) as facts from public.checkpoints a, public.checkpoints b
                where a.version = 'v0' and b.version = 'v1')
            insert into public.checkpoint_activations (checkpoint_id, checkpoint_version, kind, reason, actor_name, evidence)
            select md5('checkpoint ' || n % {checkpoints})::uuid, 'v' || n % {checkpoints}, 'activate', 'better', 'Lena', e.facts
            from generate_series({checkpoints}, 5 * {checkpoints}) n, e
            """;

    private static final String SCHEDULES = """
            insert into public.checkpoint_schedules (checkpoint_id, checkpoint_version, due_at, reason, actor_name, state)
            select md5('checkpoint ' || n % {checkpoints})::uuid, 'v' || n % {checkpoints}, now() + n * interval '1 day',
              'better', 'Lena', case when n < 10 then 'waiting' else 'done' end
            from generate_series(0, 5 * {checkpoints}) n
            """;

    private static final String IMAGES = """
            insert into public.images (id, file_name, storage_path, sha256, content_type, size_bytes, width, height, category)
            select md5('image ' || n)::uuid, n || '.jpg', 'large/' || n || '.jpg', encode(sha256(n::text::bytea), 'hex'),
              'image/jpeg', 1000, 640, 480, 'category ' || n % 7
            from generate_series(0, {images} - 1) n
            """;

    private static final String RESPONSES = """
            insert into public.responses (id, image_id, user_id, prompt, response_text, model_id, checkpoint_id, category,
                review_count, created_at)
            select md5('response ' || n)::uuid, md5('image ' || n / {scored} % {images})::uuid, 'pipeline', 'What?', 'This.',
              case when n % {scored} % 2 = 1 then 'v' || n % {scored} else 'model' end,
              case when n % {scored} % 2 = 0 then md5('checkpoint ' || n % {scored})::uuid end,
              'category ' || n / {scored} % {images} % 7,
              case when n >= {answers} then 0 when hashint4(n) & 3 = 0 then 2 else 1 end,
              now() - (({answers} - n) * 1e7 / {answers}) * interval '1 second'
            from generate_series(0, {answers} * 5 / 4) n
            """;

    private static final String REWARDS = """
            insert into public.rewards (id, response_id, reviewer_id, score, feedback_type, seconds_spent, created_at)
            select md5('reward ' || n || ' ' || k)::uuid, md5('response ' || n)::uuid,
              md5('reviewer ' || (hashint4(n + 1) & 2147483647) % 10 + 10 * k)::uuid,
              ((hashint4(n + 2) & 2147483647) % 161 + (hashint4(n * 2 + k) & 2147483647) % 41 - 100) / 100.0,
              (array['like', 'neutral', 'dislike', null])[1 + (hashint4(n + 3) & 3)],
              round((exp(((hashint4(n * 2 + k + 4) & 1023) + (hashint4(n * 2 + k + 5) & 1023)) / 600.0) * 3)::numeric, 3),
              now() - (({answers} - n) * 1e7 / {answers} - 60) * interval '1 second'
            from generate_series(0, {answers} - 1) n,
              generate_series(0, case when hashint4(n) & 3 = 0 then 1 else 0 end) k
            """;

    /** Makes it, and PostgreSQL's statistics of it. */
    void fill(TestBackend backend) throws SQLException {
        try (Connection superuser = backend.superuserConnection();
                Statement statement = superuser.createStatement()) {
            for (String sql : List.of(
                    "set session_replication_role = replica",
                    "set synchronous_commit = off",
                    PEOPLE,
                    MEMBERS,
                    CHECKPOINTS,
                    SCHEDULES,
                    IMAGES,
                    RESPONSES,
                    REWARDS,
                    "select private.recount_tallies()",
                    ACTIVATIONS)) {
                statement.execute(sized(sql));
            }
            statement.execute("vacuum analyze");
        }
    }

    private String sized(String sql) {
        int answers = rewards * 4 / 5;
        return sql.replace("{checkpoints}", String.valueOf(checkpoints))
                .replace("{scored}", String.valueOf(scored))
                .replace("{answers}", String.valueOf(answers))
                .replace("{images}", String.valueOf(Math.max(1, answers / 8)));
    }
}
