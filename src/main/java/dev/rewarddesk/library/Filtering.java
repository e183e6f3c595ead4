package dev.rewarddesk.library;

import dev.rewarddesk.model.ItemFilter;
import dev.rewarddesk.model.RewardFilter;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.supabase.Call;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Filters as the wire has them. */
final class Filtering {

    private Call call;

    private Filtering(Call call) {
        this.call = call;
    }

    static Call by(ItemFilter filter, Call call) {
        return new Filtering(call).items(filter).call;
    }

    static Call by(RewardFilter filter, Call call) {
        return new Filtering(call)
                .items(filter.items())
                .with("feedback_type", filter.type())
                .with("min_score", valueOf(filter.lowest()))
                .with("max_score", valueOf(filter.highest()))
                .with("source", filter.source())
                .with("reviewer_id", filter.reviewerId())
                .with("since", filter.since())
                .with("until", filter.until())
                .call;
    }

    private Filtering items(ItemFilter filter) {
        return with("q", filter.words().isEmpty() ? null : filter.words())
                .with("model_id", filter.modelId())
                .with("category", filter.category())
                .with("session_id", filter.sessionId());
    }

    private Filtering with(String name, @Nullable Object value) {
        if (value != null) {
            call = call.query(name, value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value);
        }
        return this;
    }

    private static @Nullable Double valueOf(@Nullable Score score) {
        return score == null ? null : score.value();
    }
}
