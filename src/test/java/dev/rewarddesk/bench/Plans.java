package dev.rewarddesk.bench;

import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;

/** How PostgreSQL answers questions: the plan of every statement inside, with its times and buffers, by {@code auto_explain}. */
final class Plans {

    private static final List<String> SETTINGS = List.of(
            "load 'auto_explain'",
            "set auto_explain.log_min_duration = '1ms'",
            "set auto_explain.log_analyze = on",
            "set auto_explain.log_buffers = on",
            "set auto_explain.log_timing = on",
            "set auto_explain.log_nested_statements = on",
            "set client_min_messages = log");

    private Plans() {}

    /** The plans of these questions, asked as the service, one after the other; what takes less than a millisecond is left out. */
    static String of(TestBackend backend, List<Question> questions) throws SQLException {
        StringBuilder plans = new StringBuilder();
        try (Connection connection = backend.superuserConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            statement.execute("select set_config('request.jwt.claims', '{\"role\": \"service_role\"}', false)");
            statement.execute("set role service_role");
            for (Question question : questions) {
                plans.append("### ").append(question.name()).append("\n\n");
                ask(connection, question);
                append(ask(connection, question), plans);
            }
        }
        return plans.toString();
    }

    // The first time fills the caches.
    private static SQLWarning ask(Connection connection, Question question) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("select desk.call(?, ?::jsonb, null, '{}')")) {
            call.setString(1, question.operation());
            call.setString(2, TestApi.json(question.query()));
            call.execute();
            SQLWarning said = call.getWarnings();
            return said == null ? new SQLWarning("Nothing took a millisecond.") : said;
        }
    }

    private static void append(SQLWarning first, StringBuilder plans) {
        for (SQLWarning said = first; said != null; said = said.getNextWarning()) {
            plans.append(said.getMessage()).append("\n\n");
        }
    }
}
