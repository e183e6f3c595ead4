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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
     * @param certain everything that must be there, in order
     * @param unknown what may be there as well: of each response, one decision after the certain ones
     */
    static List<String> differences(
            Connection connection, UUID reviewer, Collection<Decision> certain, Collection<Decision> unknown)
            throws SQLException {
        List<Decision> all = new ArrayList<>(certain);
        all.addAll(unknown);
        Ledger ledger = new Ledger(connection, reviewer);
        ledger.compare("reward", ledger.rewards(certain), ledger.rewards(all), ledger.rewardsThere());
        ledger.compare("flag", flags(certain), flags(all), ledger.flagsThere());
        ledger.compare("skip", skips(certain), skips(all), ledger.skipsThere());
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

    private Map<UUID, Row> rewards(Collection<Decision> decisions) {
        Map<UUID, Row> rewards = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Given(NewReward reward) -> rewards.put(reward.id(), row(reward));
                case Decision.Changed change ->
                    rewards.computeIfPresent(change.rewardId(), (id, row) -> changed(row, change));
                case Decision.Skipped _, Decision.Flagged _ -> {}
            }
        }
        return rewards;
    }

    private Map<UUID, Row> rewardsThere() throws SQLException {
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
        return found;
    }

    private static Map<UUID, String> flags(Collection<Decision> decisions) {
        Map<UUID, String> flags = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Flagged flag) {
                flags.put(flag.id(), lower(flag.reason()) + " " + flag.comment());
            }
        }
        return flags;
    }

    private Map<UUID, String> flagsThere() throws SQLException {
        Map<UUID, String> found = new HashMap<>();
        try (ResultSet row =
                connection.createStatement().executeQuery("select id, reason, comment from public.review_flags")) {
            while (row.next()) {
                found.put(row.getObject(1, UUID.class), row.getString(2) + " " + row.getString(3));
            }
        }
        return found;
    }

    private static Map<UUID, String> skips(Collection<Decision> decisions) {
        Map<UUID, String> skips = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Skipped skip) {
                skips.put(skip.responseId(), skip.reason());
            } else if (decision instanceof Decision.Given) {
                // Who has scored it has not skipped it.
                skips.remove(decision.responseId());
            }
        }
        return skips;
    }

    private Map<UUID, String> skipsThere() throws SQLException {
        Map<UUID, String> found = new HashMap<>();
        try (ResultSet row =
                connection.createStatement().executeQuery("select response_id, reason from public.review_skips")) {
            while (row.next()) {
                found.put(row.getObject(1, UUID.class), row.getString(2));
            }
        }
        return found;
    }

    private <V> void compare(String what, Map<UUID, V> certain, Map<UUID, V> all, Map<UUID, V> found) {
        Set<UUID> ids = new LinkedHashSet<>(certain.keySet());
        ids.addAll(all.keySet());
        ids.addAll(found.keySet());
        for (UUID id : ids) {
            V there = found.get(id);
            if (!Objects.equals(there, certain.get(id)) && !Objects.equals(there, all.get(id))) {
                differences.add(what + " " + id + "\n  decided " + certain.get(id) + "\n  there   " + there);
            }
        }
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
