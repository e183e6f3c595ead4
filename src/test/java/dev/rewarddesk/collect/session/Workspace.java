package dev.rewarddesk.collect.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is in a workspace after a run. */
final class Workspace {

    private Workspace() {}

    /** The images' rows. */
    static List<JsonNode> images(TestBackend backend) throws SQLException, IOException {
        List<JsonNode> images = new ArrayList<>();
        try (Connection connection = backend.ownerConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_jsonb(i) from public.images i order by source_url")) {
            while (row.next()) {
                images.add(Wire.MAPPER.readTree(row.getString(1)));
            }
        }
        return images;
    }

    /** Where the images are from. */
    static List<String> sources(TestBackend backend) throws SQLException, IOException {
        return images(backend).stream()
                .map(image -> image.path("source_url").asText())
                .toList();
    }
}
