package dev.rewarddesk.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database of a backend, asked past it. */
public final class TestDatabase {

    private final TestBackend backend;

    TestDatabase(TestBackend backend) {
        this.backend = backend;
    }

    /** The first column of what a query gives to the owner of the data. */
    public List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = backend.ownerConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return rows;
    }

    /** Makes uploads that are under way older by this interval. */
    public void ageUploads(String howMuch) {
        try (Connection connection = backend.ownerConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update private.objects_under_way set created_at = created_at - interval '" + howMuch + "'");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
