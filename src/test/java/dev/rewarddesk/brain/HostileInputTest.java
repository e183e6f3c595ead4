package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever callers send, the SQL says what is wrong in a way that a mouth can pass on. */
final class HostileInputTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /** States that a mouth tells as the caller's fault: the contract's own, bad data, and limits of the program. */
    private static final Pattern CALLERS_FAULT = Pattern.compile("PT4\\d\\d|22...|54...");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1",
            "1.5",
            "1e400",
            "-1e400",
            "1e-400",
            "1e131071",
            "99999999999999999999",
            "\"\"",
            "\"  \"",
            "\"x\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"%s%n\"",
            "\"'; --\"",
            "[]",
            "[null]",
            "[1]",
            "[\"\"]",
            "{}",
            "{\"a\": 1}",
            "\"00000000-0000-0000-0000-000000000000\"",
            "[".repeat(90) + "]".repeat(90),
            "[".repeat(5000) + "]".repeat(5000),
            "\"" + "x".repeat(300_000) + "\"");

    private static final List<String> FIELDS = List.of(
            "user_id",
            "prompt",
            "response_text",
            "model_id",
            "metadata",
            "image_id",
            "id",
            "response_id",
            "score",
            "detail",
            "feedback_type",
            "quality",
            "comment",
            "tags",
            "seconds_spent",
            "lease_token",
            "version",
            "storage_key",
            "url",
            "epoch",
            "avg_reward",
            "is_active",
            "expected_active",
            "reason",
            "n",
            "tokens",
            "name",
            "overlap",
            "guidelines");

    private static Caller lead = Caller.ANON;

    @BeforeAll
    static void haveALead() throws SQLException {
        lead = DATABASE.lead();
    }

    @Test
    void noValueInAnyFieldOfAnyOperationBreaksTheSql() throws SQLException {
        List<String> unmapped = new ArrayList<>();
        int tried = 0;
        try (Session session = DATABASE.authenticator()) {
            for (String operation : operations()) {
                // A pipeline has no queue, and only a person gets as far as its fields.
                Caller caller = operation.endsWith("_item") || operation.endsWith("_items") ? lead : Caller.SERVICE;
                for (String field : readBy(operation, FIELDS)) {
                    for (String value : VALUES) {
                        tried++;
                        String body = whole(operation, field, value);
                        String state = state(session, caller, operation, Map.of("id", ZERO), body);
                        if (!CALLERS_FAULT.matcher(state).matches()) {
                            unmapped.add("%s %s=%.40s: %s".formatted(operation, field, value, state));
                        }
                    }
                }
            }
        }
        assertThat(unmapped).isEmpty();
        assertThat(tried).isGreaterThan(1000);
    }

    @Test
    void noBodyOfAnotherShapeBreaksTheSql() throws SQLException {
        List<String> unmapped = new ArrayList<>();
        try (Session session = DATABASE.authenticator()) {
            for (String operation : operations()) {
                for (String body : VALUES) {
                    String state = state(session, Caller.SERVICE, operation, Map.of("id", ZERO), body);
                    if (!CALLERS_FAULT.matcher(state).matches()) {
                        unmapped.add("%s %.40s: %s".formatted(operation, body, state));
                    }
                }
            }
        }
        assertThat(unmapped).isEmpty();
    }

    @Test
    void noParameterBreaksTheSql() throws SQLException {
        List<String> names = List.of(
                "id",
                "limit",
                "offset",
                "cursor",
                "user_id",
                "model_id",
                "image_id",
                "session_id",
                "status",
                "q",
                "response_id",
                "reviewer_id",
                "min_score",
                "max_score",
                "since",
                "version",
                "active_only");
        List<String> values = List.of(
                "",
                " ",
                "-1",
                "1.5",
                "abc",
                "NaN",
                "Infinity",
                "1e999",
                "0x10",
                "\u0661",
                "1\n",
                "9".repeat(200),
                "%",
                "_",
                "\\",
                "'",
                "2026-02-30",
                "2026-13-01T00:00:00Z",
                "2026-01-01T25:00",
                "0000-00-00",
                "2026-11-22T09:00:00+99",
                "infinity",
                "now",
                ZERO,
                "99999999999999999_" + ZERO,
                "-99999999999999999_" + ZERO,
                "1_" + "-".repeat(36),
                "x".repeat(20_000),
                "\ud83d\ude00");
        List<String> unmapped = new ArrayList<>();
        try (Session session = DATABASE.authenticator()) {
            for (String operation : operations()) {
                for (String name : readBy(operation, names)) {
                    for (String value : values) {
                        String state = state(session, Caller.SERVICE, operation, Map.of(name, value), null);
                        if (!CALLERS_FAULT.matcher(state).matches()) {
                            unmapped.add("%s %s=%.40s: %s".formatted(operation, name, value, state));
                        }
                    }
                }
            }
        }
        assertThat(unmapped).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit | -1",
                "limit | x",
                "limit | ''",
                "limit | 1.5",
                "offset | -1",
                "offset | ten",
                "limit | 1e2",
                "limit | \u0661"
            })
    void aLimitOrOffsetThatIsNoNumberIsRefused(String name, String value) {
        for (String list : List.of("list_responses", "list_rewards", "list_checkpoints", "list_activations")) {
            Refusals.assertRefused(() -> ask(list, Map.of(name, value)), 400, "invalid_" + name);
        }
    }

    @Test
    void aLimitOfZeroCountsAndALargeOneIsCut() throws SQLException {
        DATABASE.responses(2);

        JsonNode none = ask("list_responses", Map.of("limit", "0"));
        assertThat(none.path("count").asInt()).isZero();
        assertThat(none.path("total").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(ask("list_responses", Map.of("limit", "999999"))
                        .path("count")
                        .asInt())
                .isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "[1e131071]", "{\"a\": -1e309}", "1e-16000", "{\"a\": [[1e-400]]}"})
    void aNumberThatOthersCannotReadIsRefused(String value) {
        Refusals.assertRefused(
                () -> DATABASE.as(Caller.SERVICE, session -> session.call("create_response", response(value))),
                400,
                "invalid_body");
    }

    @Test
    void aDocumentThatOthersCannotReadForItsDepthIsRefused() throws SQLException {
        String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
        Refusals.assertRefused(
                () -> DATABASE.as(Caller.SERVICE, session -> session.call("create_response", response(deep))),
                400,
                "invalid_body");
        String shallow = "{\"a\":".repeat(90) + "1" + "}".repeat(90);
        JsonNode made = DATABASE.as(Caller.SERVICE, session -> session.call("create_response", response(shallow)));
        assertThat(made.path("success").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\\"quality_rating\\\": 1e999999}",
                "{\\\"comments\\\": \\\"\\\\u0000\\\"}",
                "{\\\"quality_rating\\\": [[[]]]}",
                "{\\\"feedback_type\\\": 7}",
                "{\\\"quality_rating\\\": \\\"6\\\"}",
                "{unclosed",
                "[1]",
                "\\\"text\\\""
            })
    void aDetailThatMerelyLooksLikeJsonIsKeptAsText(String detail) throws SQLException {
        String response = DATABASE.response().toString();

        JsonNode made = DATABASE.as(
                Caller.SERVICE,
                session -> session.call(
                        "create_reward",
                        "{\"response_id\": \"%s\", \"score\": 0, \"detail\": \"%s\"}".formatted(response, detail)));

        assertThat(made.at("/data/detail").asText()).isNotEmpty();
        assertThat(made.at("/data/feedback_type").isNull()).isTrue();
        assertThat(made.at("/data/quality").isNull()).isTrue();
    }

    @Test
    void readingAHostileTextDoesNotSwallowACancellation() throws SQLException {
        try (Session session = DATABASE.superuser()) {
            session.write("set local statement_timeout = '200ms'");
            Refusals.assertFails(
                    () -> session.rows("select count(private.json_object_in('{\"a\": ' || n || '}')) "
                            + "from generate_series(1, 100000000) n"),
                    "57014");
        }
    }

    @Test
    void aTimeWithoutAZoneIsUtcWhereverTheCallerIs() throws SQLException {
        DATABASE.response();
        for (String zone : List.of("Pacific/Kiritimati", "America/Los_Angeles")) {
            try (Session session = DATABASE.authenticator()) {
                session.write("set timezone = '" + zone + "'");
                session.begin(Caller.SERVICE);
                String made = session.call("list_responses", "{}")
                        .at("/data/0/created_at")
                        .asText();
                assertThat(made).endsWith("+00:00");
            }
        }
    }

    private static final String ZERO = "00000000-0000-0000-0000-000000000000";

    // The body that the operation takes, with this field set to this value.
    private static String whole(String operation, String field, String value) {
        Map<String, String> fields = new TreeMap<>();
        if (operation.equals("create_response")) {
            fields.putAll(Map.of("user_id", "\"p\"", "prompt", "\"q\"", "response_text", "\"a\""));
        } else if (operation.equals("create_checkpoint")) {
            fields.putAll(Map.of("version", "\"v\"", "storage_key", "\"k\""));
        } else if (operation.equals("create_reward")) {
            fields.putAll(Map.of("response_id", '"' + ZERO + '"', "score", "0.5"));
        }
        fields.put(field, value);
        List<String> members = new ArrayList<>();
        fields.forEach((name, text) -> members.add("\"%s\": %s".formatted(name, text)));
        return "{" + String.join(", ", members) + "}";
    }

    private static String response(String metadata) {
        return "{\"user_id\": \"p\", \"prompt\": \"q\", \"response_text\": \"a\", \"metadata\": {\"m\": %s}}"
                .formatted(metadata);
    }

    private static String state(
            Session session, Caller caller, String operation, Map<String, String> query, @Nullable String body)
            throws SQLException {
        session.begin(caller);
        try {
            session.call(operation, query, body, Map.of());
            return "PT400";
        } catch (SQLException failure) {
            return String.valueOf(failure.getSQLState());
        } finally {
            session.rollback();
        }
    }

    // Those that the operation's source names, or what reads pages and rewards for it.
    private static List<String> readBy(String operation, List<String> fields) throws SQLException {
        String source = DATABASE.text(
                "select string_agg(prosrc, ' ') from pg_proc where proname = ? "
                        + "or ? like 'list_%' and proname like '%page_of' "
                        + "or ? like '%e_reward' and proname = 'reward_fields'",
                operation, operation, operation);
        return fields.stream()
                .filter(field -> source.contains("'" + field + "'"))
                .toList();
    }

    private static JsonNode ask(String operation, Map<String, String> query) throws SQLException {
        return DATABASE.as(Caller.SERVICE, session -> session.call(operation, query, null, Map.of()));
    }

    private static List<String> operations() throws SQLException {
        return DATABASE
                .rows("select proname::text from pg_proc where pronamespace = 'desk'::regnamespace "
                        + "and proname not in ('call', 'create_image', 'prepare_upload') order by 1")
                .stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }
}
