package dev.rewarddesk.desktop.library;

import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.Flag;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ResponseEntry;
import dev.rewarddesk.model.ResponseStatus;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.RewardEntry;
import dev.rewarddesk.model.Score;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the library, with no more of the texts than a line shows: there may be very many.
 *
 * @param id the response's or the reward's
 * @param thumbnailUrl where the image is to be had small; null where nobody said
 * @param time when it was made
 */
public record LibraryRow(
        UUID id,
        UUID responseId,
        @Nullable Image image,
        @Nullable String thumbnailUrl,
        String prompt,
        String answer,
        String modelId,
        Instant time,
        Standing standing) {

    private static final int LONGEST = 300;

    /** What is said of it. */
    public sealed interface Standing {

        /**
         * Of a response.
         *
         * @param mean null without rewards
         * @param own the person's own score; null where they gave none
         */
        record OfResponse(
                ResponseStatus status,
                int rewards,
                @Nullable Score mean,
                @Nullable Score own,
                List<FlagReason> flags) implements Standing {

            /** Keeps its own copy of the flags. */
            public OfResponse {
                flags = List.copyOf(flags);
            }
        }

        /**
         * Of a reward.
         *
         * @param giver who or what gave it, in words
         */
        record OfReward(Score score, Feedback feedback, String giver, String comment) implements Standing {}
    }

    static LibraryRow of(ResponseEntry entry) {
        Reward own = entry.ownReward();
        return new LibraryRow(
                entry.response().id(),
                entry.response().id(),
                entry.image(),
                entry.thumbnailUrl(),
                excerpt(entry.response().prompt()),
                excerpt(entry.response().responseText()),
                entry.response().modelId(),
                entry.response().createdAt(),
                new Standing.OfResponse(
                        entry.response().status(),
                        entry.rewardCount(),
                        entry.meanScore(),
                        own == null ? null : own.score(),
                        entry.flags().stream().map(Flag::reason).distinct().toList()));
    }

    static LibraryRow of(RewardEntry entry) {
        return new LibraryRow(
                entry.reward().id(),
                entry.reward().responseId(),
                entry.image(),
                entry.thumbnailUrl(),
                excerpt(entry.prompt()),
                excerpt(entry.responseText()),
                entry.modelId(),
                entry.reward().createdAt(),
                new Standing.OfReward(
                        entry.reward().score(),
                        entry.reward().feedback(),
                        RewardText.giver(entry),
                        excerpt(entry.reward().comment())));
    }

    // On one line, and not cut within a character.
    private static String excerpt(String text) {
        int end = Math.min(text.length(), LONGEST);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).replaceAll("\\s+", " ").strip();
    }
}
