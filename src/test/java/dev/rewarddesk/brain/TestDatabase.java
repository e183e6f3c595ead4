package dev.rewarddesk.brain;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test class's own database: {@code @RegisterExtension static final TestDatabase DATABASE = new TestDatabase()}. */
final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private @Nullable String name;

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T in(Session session) throws SQLException;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        name = PostgresServer.get().copyTemplate();
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        PostgresServer.get().drop(name());
        name = null;
    }

    /** A connection that can take any caller's role, and has no privilege before it does. */
    Session authenticator() throws SQLException {
        return session("authenticator");
    }

    /** A connection above all rules. */
    Session superuser() throws SQLException {
        return session("postgres");
    }

    /** A connection of any login. */
    Session session(String user) throws SQLException {
        return new Session(PostgresServer.get().connect(user, name()));
    }

    /** Does work in one transaction of its own for a caller, and commits it. */
    <T extends @Nullable Object> T as(Caller caller, Work<T> work) throws SQLException {
        try (Session session = authenticator()) {
            session.begin(caller);
            T result = work.in(session);
            session.commit();
            return result;
        }
    }

    /** Does work above all rules in one transaction, and commits it. */
    <T extends @Nullable Object> T asSuperuser(Work<T> work) throws SQLException {
        try (Session session = superuser()) {
            T result = work.in(session);
            session.commit();
            return result;
        }
    }

    /** All rows of a question asked above all rules. */
    List<List<@Nullable Object>> rows(String sql, @Nullable Object... arguments) throws SQLException {
        return asSuperuser(session -> session.rows(sql, arguments));
    }

    /** The one number that a question asked above all rules gives. */
    long number(String sql, @Nullable Object... arguments) throws SQLException {
        return asSuperuser(session -> session.number(sql, arguments));
    }

    /** The one text that a question asked above all rules gives. */
    String text(String sql, @Nullable Object... arguments) throws SQLException {
        return asSuperuser(session -> session.text(sql, arguments));
    }

    /** Empties all but the accounts, records included, and resets the settings. */
    void clear() throws SQLException {
        asSuperuser(session -> {
            session.write("set session_replication_role = replica");
            session.write("truncate public.images, public.responses, public.rewards, public.reward_history, "
                    + "public.review_leases, public.review_skips, public.review_flags, public.checkpoints, "
                    + "public.checkpoint_activations, public.checkpoint_schedules, public.workspace_settings, private.idempotency_keys, "
                    + "private.scored_responses, private.tallies, private.image_tallies, private.tally_changes");
            return session.write("insert into public.workspace_settings default values");
        });
    }

    Caller annotator() throws SQLException {
        return member("annotator");
    }

    Caller lead() throws SQLException {
        return member("lead");
    }

    /** A signed-in person who is no member. */
    Caller stranger() throws SQLException {
        UUID id = UUID.randomUUID();
        asSuperuser(
                session -> session.write("insert into auth.users (id, email) values (?, ?)", id, id + "@example.org"));
        return Caller.person(id);
    }

    /** A response that nobody has reviewed. */
    UUID response() throws SQLException {
        return responses(1)[0];
    }

    /** Responses that nobody has reviewed, in the order of the queue. */
    UUID[] responses(int count) throws SQLException {
        return asSuperuser(session -> {
            UUID[] made = new UUID[count];
            for (int index = 0; index < count; index++) {
                made[index] = session.uuid(
                        "insert into public.responses (user_id, prompt, response_text) values ('p', 'What is it?', ?) "
                                + "returning id",
                        "Answer " + index);
            }
            return made;
        });
    }

    private Caller member(String role) throws SQLException {
        Caller person = stranger();
        asSuperuser(session ->
                session.write("insert into public.members (user_id, role) values (?, ?)", person.account(), role));
        return person;
    }

    private String name() {
        if (name == null) {
            throw new IllegalStateException("the database lives while its test class runs");
        }
        return name;
    }
}
