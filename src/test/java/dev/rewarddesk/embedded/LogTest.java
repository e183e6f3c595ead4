package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is written to logs, by us and by PostgreSQL. */
final class LogTest {

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.rewarddesk");
    private final Level before = root.getLevel();

    @BeforeEach
    void listen() {
        events.start();
        root.addAppender(events);
        root.setLevel(Level.INFO);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(events);
        root.setLevel(before);
        ours.setLevel(null);
    }

    @Test
    void noLogHoldsASecretOrWhatWasSent() throws IOException, SQLException {
        List<String> secrets = new ArrayList<>();
        String postgresLog;
        try (TestBackend backend = TestBackend.fresh()) {
            Secrets own = backend.secrets();
            secrets.addAll(List.of(
                    own.secretKey(),
                    own.publishableKey(),
                    own.ownerPassword(),
                    own.superuserPassword(),
                    own.authenticatorPassword(),
                    own.authAdminPassword(),
                    own.databaseOwnerPassword(),
                    own.refreshKey(),
                    own.signedUrlKey(),
                    "a body that is nobody's business",
                    "a wrong password"));
            JsonNode session = backend.anonymous()
                    .post(
                            "/auth/v1/token?grant_type=password",
                            TestApi.json(Map.of("email", own.ownerEmail(), "password", own.ownerPassword())))
                    .ok();
            secrets.add(session.get("access_token").asText());
            secrets.add(session.get("refresh_token").asText());
            backend.anonymous()
                    .post(
                            "/auth/v1/token?grant_type=password",
                            TestApi.json(Map.of("email", own.ownerEmail(), "password", "a wrong password")));
            Responses.create(backend.service(), "a body that is nobody's business");
            backend.service().post("/functions/v1/rft-responses", "{\"a body that is nobody's business\"");
            breakOneOperation(backend);

            TestApi.Answer broken = backend.service()
                    .post("/functions/v1/rft-responses", "{\"x\":\"a body that is nobody's business\"}");

            assertThat(broken.status()).isEqualTo(500);
            assertThat(broken.text()).doesNotContain("does not exist", "Exception", "desk.");
            assertThat(lines()).as("the answer names the log line").contains(loggedId(broken));
            postgresLog = Files.readString(backend.workspace().resolve("postgres.log"));
        }

        assertThat(lines() + postgresLog).doesNotContain(secrets);
        assertThat(postgresLog).contains("ready to accept connections").doesNotContain("STATEMENT", "ERROR");
    }

    private static String loggedId(TestApi.Answer answer) {
        return answer.json().get("error").asText().replaceAll(".*logged it as ([0-9a-f-]{36}).*", "$1");
    }

    private static void breakOneOperation(TestBackend backend) throws SQLException {
        try (Connection owner = backend.ownerConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("drop function desk.create_response");
        }
    }

    private String lines() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(events.list)) {
            all.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                all.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        return all.toString();
    }
}
