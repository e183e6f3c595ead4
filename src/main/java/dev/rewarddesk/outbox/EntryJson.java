package dev.rewarddesk.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.RewardDraft;
import java.sql.SQLException;

/** How decisions, items and drafts are written in the file. */
final class EntryJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EntryJson() {}

    static String kind(Decision decision) {
        return switch (decision) {
            case Decision.Given _ -> "given";
            case Decision.Changed _ -> "changed";
            case Decision.Skipped _ -> "skipped";
            case Decision.Flagged _ -> "flagged";
        };
    }

    static Decision decision(String kind, String json) throws SQLException {
        Class<? extends Decision> type = switch (kind) {
            case "given" -> Decision.Given.class;
            case "changed" -> Decision.Changed.class;
            case "skipped" -> Decision.Skipped.class;
            case "flagged" -> Decision.Flagged.class;
            default -> throw new SQLException("An entry is of a kind that is not known: " + kind);
        };
        return read(json, type);
    }

    /** The item without the URL of its image, which is good for an hour and opens the image to everybody. */
    static String write(ReviewItem item) {
        Image image = item.image();
        return text(
                image == null
                        ? item
                        : new ReviewItem(item.response(), image.withoutSignedUrl(), item.lease(), item.skipped()));
    }

    static String write(Decision decision) {
        return text(decision);
    }

    static String write(RewardDraft draft) {
        return text(draft);
    }

    static ReviewItem item(String json) throws SQLException {
        return read(json, ReviewItem.class);
    }

    static RewardDraft draft(String json) throws SQLException {
        return read(json, RewardDraft.class);
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("A decision could not be written as JSON", bug);
        }
    }

    private static <T> T read(String json, Class<T> type) throws SQLException {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new SQLException("An entry is empty");
            }
            return value;
        } catch (JsonProcessingException damaged) {
            throw new SQLException(
                    "An entry cannot be read: " + damaged.getClass().getSimpleName());
        }
    }
}
