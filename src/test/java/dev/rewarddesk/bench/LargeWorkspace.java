package dev.rewarddesk.bench;

import dev.rewarddesk.embedded.TestBackend;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a workspace with made-up rows by the million, the same ones every time. Written straight into the tables, without triggers:
 * it stands for years of work, and what it is for is reading.
 *
 * <p>One response in 100,000 speaks of a {@code zyzzyva} and of 日本, and its reward's comment too; one in 20 ends with 猫. One image in 10,000 is of the category
 * {@code rare}, one response in 10,000 is by the model {@code rare}; half of the responses have no reward.
 */
record LargeWorkspace(int responses, int rewards) {

    private static final String REVIEWERS = """
            insert into auth.users (id, email)
            select md5('reviewer ' || n)::uuid, 'reviewer-' || n || '@example.org' from generate_series(0, 7) n
            """;

    private static final String MEMBERS = """
            insert into public.members (user_id, role, display_name)
            select md5('reviewer ' || n)::uuid, 'annotator', 'Reviewer ' || n from generate_series(0, 7) n
            """;

    private static final String IMAGES = """
            insert into public.images (id, file_name, storage_path, sha256, content_type, size_bytes, width, height,
                category, session_id, created_at)
            select md5('image ' || n)::uuid, n || '.jpg', 'large/' || n || '.jpg', encode(sha256(n::text::bytea), 'hex'),
              'image/jpeg', 1000, 640, 480, case when n % 10000 = 5000 then 'rare' else 'category ' || n % 7 end,
              'session ' || n % 500, now() - ({rows} - n) * interval '1 minute'
            from generate_series(1, {rows}) n
            """;

    private static final String SENTENCES = """
            create temporary table sentences as
            select s, (select string_agg(
                substr('bdfgklmnprst', 1 + (hashint4(s * 31 + w) & 2147483647) % 12, 1)
                || substr('aeiou', 1 + (hashint4(s * 37 + w) & 2147483647) % 5, 1)
                || substr('lmnrstv', 1 + (hashint4(s * 41 + w) & 2147483647) % 7, 1)
                || substr('aeiou', 1 + (hashint4(s * 43 + w) & 2147483647) % 5, 1), ' ') from generate_series(1, 20) w)
              || case when s % 2 = 0 then ' of the garden.' else ' of the harbour.' end as words
            from generate_series(0, 4999) s
            """;

    private static final String RESPONSES = """
            insert into public.responses (id, image_id, user_id, prompt, response_text, model_id, session_id, category,
                flagged, review_count, created_at)
            select md5('response ' || n)::uuid, md5('image ' || 1 + n % {images})::uuid, 'pipeline',
              'Question ' || n || ': what is there?',
              a.words || ' ' || b.words || case when n % 100000 = 50000 then ' A zyzzyva. 日本' else '' end || case when n % 20 = 1 then ' 猫' else '' end,
              case when n % 10000 = 5000 then 'rare' else 'model ' || n % 5 end, 'session ' || n % 500, i.category,
              n % 1000 = 1,
              case when n % 2 = 0 then 1 else 0 end, now() - ({rows} - n) * interval '5 seconds'
            from generate_series(1, {rows}) n
              join public.images i on i.id = md5('image ' || 1 + n % {images})::uuid
              join sentences a on a.s = (hashint4(n) & 2147483647) % 5000
              join sentences b on b.s = (hashint4(n + 1) & 2147483647) % 5000
            """;

    private static final String REWARDS = """
            insert into public.rewards (id, response_id, reviewer_id, score, feedback_type, comment, created_at)
            select md5('reward ' || n)::uuid, md5('response ' || 2 * n)::uuid, md5('reviewer ' || n % 8)::uuid,
              ((hashint4(n) & 2147483647) % 201 - 100) / 100.0,
              (array['like', 'neutral', 'dislike'])[1 + n % 3],
              case when n % 3 = 0 then s.words || case when n % 50000 = 24999 then ' A zyzzyva. 日本' else '' end end,
              now() - ({rows} - n) * interval '10 seconds'
            from generate_series(1, {rows}) n join sentences s on s.s = (hashint4(n + 7) & 2147483647) % 5000
            """;

    private static final String FLAGS = """
            insert into public.review_flags (response_id, reviewer_id, reason, comment)
            select r.id, md5('reviewer 1')::uuid, 'other', 'Odd.' from public.responses r where r.flagged
            """;

    /** Makes them all, and PostgreSQL's statistics of them. */
    void fill(TestBackend backend) throws SQLException {
        fill(backend, true);
    }

    /** The same without the indexes for words, which take longest: for who searches for none. */
    void fillWithoutWords(TestBackend backend) throws SQLException {
        fill(backend, false);
    }

    private void fill(TestBackend backend, boolean words) throws SQLException {
        int images = Math.max(1, responses / 10);
        try (Connection superuser = backend.superuserConnection();
                Statement statement = superuser.createStatement()) {
            // Made anew at the end, which is many times faster than adding row by row.
            Map<String, String> wordIndexes = wordIndexes(statement);
            for (String index : wordIndexes.keySet()) {
                statement.execute("drop index public." + index);
            }
            for (String sql : List.of(
                    "set session_replication_role = replica",
                    "set synchronous_commit = off",
                    "set maintenance_work_mem = '512MB'",
                    REVIEWERS,
                    MEMBERS,
                    SENTENCES,
                    of(images, IMAGES),
                    of(responses, RESPONSES).replace("{images}", String.valueOf(images)),
                    of(rewards, REWARDS),
                    FLAGS,
                    "select private.recount_tallies()")) {
                statement.execute(sql);
            }
            if (words) {
                for (String definition : wordIndexes.values()) {
                    statement.execute(definition);
                }
            }
            statement.execute("vacuum analyze");
        }
    }

    private static String of(int rows, String sql) {
        return sql.replace("{rows}", String.valueOf(rows));
    }

    private static Map<String, String> wordIndexes(Statement statement) throws SQLException {
        Map<String, String> definitions = new LinkedHashMap<>();
        try (ResultSet indexes = statement.executeQuery(
                "select indexname, indexdef from pg_indexes where schemaname = 'public' and indexdef like '% USING gin %'")) {
            while (indexes.next()) {
                definitions.put(indexes.getString(1), indexes.getString(2));
            }
        }
        return definitions;
    }
}
