package dev.rewarddesk.fault;

import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.Score;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares what was decided with what PostgreSQL has, field by field. */
final class Ledger {

    private final Connection connection;
    private final UUID reviewer;
    private final List<String> differences = new ArrayList<>();

    private Ledger(Connection connection, UUID reviewer) {
        this.connection = connection;
        this.reviewer = reviewer;
    }

    /** Puts the script's responses into the database, so many. */
    static void prepare(Connection connection, Script script, int responses) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into public.responses (id, user_id, prompt, response_text) values (?, 'script', 'What?', 'That.')")) {
            for (int i = 0; i < responses; i++) {
                insert.setObject(1, script.response(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * What differs; nothing when all is as it should be.
     *
     * @param all everything that must be there, in order
     * @param perhaps ids of rewards and flags, and of skipped responses, that may be there as well
     */
    static List<String> differences(Connection connection, UUID reviewer, Collection<Decision> all, Set<UUID> perhaps)
            throws SQLException {
        Ledger ledger = new Ledger(connection, reviewer);
        ledger.rewards(all, perhaps);
        ledger.flags(all, perhaps);
        ledger.skips(all, perhaps);
        return ledger.differences;
    }

    private record Row(
            UUID response,
            @Nullable UUID reviewer,
            Score score,
            @Nullable String type,
            @Nullable Integer quality,
            @Nullable String comment,
            List<String> tags,
            double seconds,
            int revision,
            int history) {}

    private void rewards(Collection<Decision> all, Set<UUID> perhaps) throws SQLException {
        Map<UUID, Row> expected = new LinkedHashMap<>();
        for (Decision decision : all) {
            switch (decision) {
                case Decision.Given(NewReward reward) -> expected.put(reward.id(), row(reward));
                case Decision.Changed change ->
                    expected.computeIfPresent(change.rewardId(), (id, row) -> changed(row, change));
                case Decision.Skipped _, Decision.Flagged _ -> {}
            }
        }
        Map<UUID, Row> found = new HashMap<>();
        try (ResultSet row = connection
                .createStatement()
                .executeQuery(
                        "select w.*, (select count(*) from public.reward_history h where h.reward_id = w.id) as history"
                                + " from public.rewards w")) {
            while (row.next()) {
                Array tags = row.getArray("tags");
                found.put(
                        row.getObject("id", UUID.class),
                        new Row(
                                row.getObject("response_id", UUID.class),
                                row.getObject("reviewer_id", UUID.class),
                                new Score(row.getDouble("score")),
                                row.getString("feedback_type"),
                                row.getObject("quality", Integer.class),
                                row.getString("comment"),
                                List.of((String[]) tags.getArray()),
                                row.getDouble("seconds_spent"),
                                row.getInt("revision"),
                                row.getInt("history")));
            }
        }
        expected.forEach((id, row) -> {
            if (!row.equals(found.get(id))) {
                differences.add("reward " + id + "\n  decided " + row + "\n  there   " + found.get(id));
            }
        });
        found.forEach((id, row) -> {
            if (!expected.containsKey(id) && !perhaps.contains(id)) {
                differences.add("reward " + id + " was never decided: " + row);
            }
        });
    }

    private void flags(Collection<Decision> all, Set<UUID> perhaps) throws SQLException {
        Map<UUID, String> expected = new LinkedHashMap<>();
        for (Decision decision : all) {
            if (decision instanceof Decision.Flagged flag) {
                expected.put(flag.id(), lower(flag.reason()) + " " + flag.comment());
            }
        }
        Map<UUID, String> found = new HashMap<>();
        try (ResultSet row =
                connection.createStatement().executeQuery("select id, reason, comment from public.review_flags")) {
            while (row.next()) {
                found.put(row.getObject(1, UUID.class), row.getString(2) + " " + row.getString(3));
            }
        }
        compare("flag", expected, found, perhaps);
    }

    private void skips(Collection<Decision> all, Set<UUID> perhaps) throws SQLException {
        Map<UUID, String> expected = new LinkedHashMap<>();
        for (Decision decision : all) {
            if (decision instanceof Decision.Skipped skip) {
                expected.put(skip.responseId(), skip.reason());
            } else if (decision instanceof Decision.Given) {
                // Who has scored it has not skipped it.
                expected.remove(decision.responseId());
            }
        }
        Map<UUID, String> found = new HashMap<>();
        try (ResultSet row =
                connection.createStatement().executeQuery("select response_id, reason from public.review_skips")) {
            while (row.next()) {
                found.put(row.getObject(1, UUID.class), row.getString(2));
            }
        }
        compare("skip", expected, found, perhaps);
    }

    private <V> void compare(String what, Map<UUID, V> expected, Map<UUID, V> found, Set<UUID> perhaps) {
        expected.forEach((id, value) -> {
            if (!value.equals(found.get(id))) {
                differences.add(what + " " + id + "\n  decided " + value + "\n  there   " + found.get(id));
            }
        });
        found.forEach((id, value) -> {
            if (!expected.containsKey(id) && !perhaps.contains(id)) {
                differences.add(what + " " + id + " was never decided: " + value);
            }
        });
    }

    private Row row(NewReward reward) {
        Feedback feedback = reward.feedback();
        return new Row(
                reward.responseId(),
                reviewer,
                reward.score(),
                lower(feedback.type()),
                feedback.quality(),
                orNull(reward.comment()),
                reward.tags(),
                reward.secondsSpent(),
                1,
                0);
    }

    private static Row changed(Row row, Decision.Changed change) {
        return new Row(
                row.response,
                row.reviewer,
                change.score(),
                lower(change.feedback().type()),
                change.feedback().quality(),
                orNull(change.comment()),
                row.tags,
                row.seconds,
                row.revision + 1,
                row.history + 1);
    }

    private static @Nullable String lower(@Nullable Enum<?> word) {
        return word == null ? null : word.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
