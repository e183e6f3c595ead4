package dev.rewarddesk.outbox;

import dev.rewarddesk.model.RewardDraft;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The statements on drafts, within a transaction of the caller's. */
final class Drafts {

    private final Connection connection;

    Drafts(Connection connection) {
        this.connection = connection;
    }

    boolean put(UUID person, RewardDraft draft) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into draft (person, response, draft, kept) values (?, ?, ?, (select coalesce(max(kept), 0) + 1 from draft))"
                        + " on conflict (person, response) do update set draft = excluded.draft, kept = excluded.kept")) {
            statement.setString(1, person.toString());
            statement.setString(2, draft.responseId().toString());
            statement.setString(3, EntryJson.write(draft));
            return statement.executeUpdate() == 1;
        }
    }

    boolean remove(UUID person, UUID responseId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from draft where person = ? and response = ?")) {
            statement.setString(1, person.toString());
            statement.setString(2, responseId.toString());
            return statement.executeUpdate() == 1;
        }
    }

    List<RewardDraft> all(UUID person) throws SQLException {
        List<RewardDraft> drafts = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select draft from draft where person = ? order by kept")) {
            statement.setString(1, person.toString());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    drafts.add(EntryJson.draft(row.getString(1)));
                }
            }
        }
        return drafts;
    }
}
