package dev.rewarddesk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table that both mouths read, against the SQL. */
final class RoutesTest {

    /** What mouths call of themselves. */
    private static final Set<String> WITHOUT_A_ROUTE = Set.of("prepare_upload", "forget_objects");

    @Test
    void everyOperationHasARouteAndEveryRouteAnOperation() throws IOException, SQLException {
        JsonNode table = TestApi.parsed(Files.readString(Path.of("supabase", "functions", "_shared", "contract.json")));

        assertThat(Set.copyOf(table.path("routes").findValuesAsText("operation")))
                .isEqualTo(operations());
    }

    private static Set<String> operations() throws SQLException {
        List<String> operations = new ArrayList<>();
        try (Connection connection = TestBackend.shared().ownerConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select proname from pg_proc where pronamespace = 'desk'::regnamespace and proname <> 'call'")) {
            while (row.next()) {
                operations.add(row.getString(1));
            }
        }
        operations.removeAll(WITHOUT_A_ROUTE);
        return Set.copyOf(operations);
    }
}
