package dev.rewarddesk.embedded.storage;

import dev.rewarddesk.embedded.http.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * What a bucket takes.
 *
 * @param id its name
 * @param longest in bytes
 * @param contentTypes those that it takes
 */
record Bucket(String id, long longest, List<String> contentTypes) {

    /**
     * The bucket of this name.
     *
     * @throws Refusal when there is none
     */
    static Bucket find(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select b.file_size_limit, b.allowed_mime_types from storage.buckets b where b.id = ?")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Refusal.of(404, "Bucket not found", "Bucket not found");
                }
                return new Bucket(id, row.getLong(1), Arrays.asList((String[])
                        row.getArray(2).getArray()));
            }
        }
    }

    /** @throws Refusal when it does not take objects of this type */
    void admit(String contentType) {
        if (!contentTypes.contains(contentType)) {
            throw Refusal.of(415, "invalid_mime_type", "mime type %s is not supported".formatted(contentType));
        }
    }
}
