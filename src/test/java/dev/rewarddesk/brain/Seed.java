package dev.rewarddesk.brain;

import java.sql.SQLException;
import java.util.UUID;

/** Rows for the access tests, written above all rules. */
record Seed(Session session) {

    /** A row of this person's in every table that has an owner. */
    int everythingOf(UUID person) throws SQLException {
        UUID image = session.uuid("""
                insert into public.images (file_name, storage_path, sha256, content_type, size_bytes, width, height)
                values ('a.png', ?, encode(sha256(?::text::bytea), 'hex'), 'image/png', 1, 1, 1) returning id
                """, "general/" + person, person.toString());
        UUID rewarded = response(image);
        UUID leased = response(image);
        UUID skipped = response(image);
        UUID flagged = response(image);
        session.write(
                "insert into public.rewards (response_id, reviewer_id, score) values (?, ?, 0.5)", rewarded, person);
        session.write("update public.rewards set score = 0.25 where reviewer_id = ?", person);
        session.write(
                "insert into public.review_leases (response_id, reviewer_id, expires_at) values (?, ?, now())",
                leased,
                person);
        session.write("insert into public.review_skips (response_id, reviewer_id) values (?, ?)", skipped, person);
        session.write(
                "insert into public.review_flags (response_id, reviewer_id, reason) values (?, ?, 'other')",
                flagged,
                person);
        session.write("insert into public.checkpoints (version, storage_key) values (?, 'k')", "of " + person);
        session.write(
                "insert into private.idempotency_keys (actor, key, request_hash) values (?, 'k', 'h')",
                person.toString());
        return session.write(
                "insert into storage.objects (bucket_id, name) values ('scraped-images', ?)", "general/" + person);
    }

    /** Rewards of a pipeline and of an agent, a record of an activation, and what the insert statements of the matrix refer to. */
    int whatIsNobodys() throws SQLException {
        // What follows is still to be folded.
        session.rows("select private.fold_tallies()");
        UUID fresh = session.uuid("insert into public.responses (user_id, prompt, response_text) "
                + "values ('p', 'q', 'a') returning id");
        UUID account = session.uuid("insert into auth.users (email) values ('unused@example.org') returning id");
        session.write("insert into public.rewards (response_id, source, score) values (?, 'pipeline', 0)", fresh);
        session.write(
                "insert into public.rewards (response_id, source, agent_name, agent_version, score) values (?, 'agent', 'a', '1', 0)",
                fresh);
        session.write("insert into public.checkpoint_activations "
                + "(checkpoint_id, checkpoint_version, kind, reason, actor_name) "
                + "values (gen_random_uuid(), 'gone', 'activate', 'better', 'somebody')");
        session.write("insert into public.checkpoint_schedules "
                + "(checkpoint_id, checkpoint_version, due_at, reason, actor_name) "
                + "select id, version, now() + interval '1 day', 'later', 'somebody' from public.checkpoints limit 1");
        session.write("insert into private.objects_under_way (path) values ('p/1-a.png')");
        session.write("create schema seed");
        session.write("grant usage on schema seed to anon, authenticated, service_role");
        session.write("create view seed.fresh_response as select '%s'::uuid as id".formatted(fresh));
        session.write("create view seed.unused_account as select '%s'::uuid as id".formatted(account));
        return session.write(
                "grant select on seed.fresh_response, seed.unused_account " + "to anon, authenticated, service_role");
    }

    private UUID response(UUID image) throws SQLException {
        return session.uuid(
                "insert into public.responses (image_id, user_id, prompt, response_text) "
                        + "values (?, 'p', 'q', 'a') returning id",
                image);
    }
}
