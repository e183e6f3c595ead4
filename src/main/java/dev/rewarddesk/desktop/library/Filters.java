package dev.rewarddesk.desktop.library;

import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.ItemFilter;
import dev.rewarddesk.model.ResponseStatus;
import dev.rewarddesk.model.RewardFilter;
import dev.rewarddesk.model.RewardSource;
import dev.rewarddesk.model.Score;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is looked for. Null means anything. */
public final class Filters {

    private final Runnable changed;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable String> model = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> category = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> session = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ResponseStatus> status = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable FeedbackType> type = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Score> lowest = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Score> highest = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable RewardSource> source = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable UUID> reviewer = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Period> period = new SimpleObjectProperty<>();
    private final List<ObjectProperty<?>> choices =
            List.of(model, category, session, status, type, lowest, highest, source, reviewer, period);
    private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper(true);
    private boolean clearing;

    /** @param changed run after every change, once where several change together */
    Filters(Runnable changed) {
        this.changed = changed;
        words.subscribe((_, _) -> tell());
        choices.forEach(choice -> choice.subscribe((_, _) -> tell()));
    }

    /** Words anywhere in prompt or answer, or in a reward's comment. */
    public StringProperty wordsProperty() {
        return words;
    }

    public ObjectProperty<@Nullable String> modelProperty() {
        return model;
    }

    public ObjectProperty<@Nullable String> categoryProperty() {
        return category;
    }

    public ObjectProperty<@Nullable String> sessionProperty() {
        return session;
    }

    /** For responses only. */
    public ObjectProperty<@Nullable ResponseStatus> statusProperty() {
        return status;
    }

    /** For rewards only, as are those below. */
    public ObjectProperty<@Nullable FeedbackType> typeProperty() {
        return type;
    }

    /** Inclusive. */
    public ObjectProperty<@Nullable Score> lowestProperty() {
        return lowest;
    }

    /** Inclusive. */
    public ObjectProperty<@Nullable Score> highestProperty() {
        return highest;
    }

    /** Null for people's and pipelines'. */
    public ObjectProperty<@Nullable RewardSource> sourceProperty() {
        return source;
    }

    public ObjectProperty<@Nullable UUID> reviewerProperty() {
        return reviewer;
    }

    public ObjectProperty<@Nullable Period> periodProperty() {
        return period;
    }

    /** Whether nothing particular is looked for. */
    public ReadOnlyBooleanProperty anyProperty() {
        return any.getReadOnlyProperty();
    }

    /** Looks for anything again. */
    public void clear() {
        if (any.get()) {
            return;
        }
        clearing = true;
        words.set("");
        choices.forEach(choice -> choice.setValue(null));
        clearing = false;
        tell();
    }

    ItemFilter items() {
        return new ItemFilter(words.get().strip(), model.get(), category.get(), session.get());
    }

    RewardFilter rewards(Instant now, ZoneId zone) {
        Period when = period.get();
        return new RewardFilter(
                items(),
                type.get(),
                lowest.get(),
                highest.get(),
                source.get(),
                reviewer.get(),
                when == null ? null : when.since(now, zone),
                when == null ? null : when.until(now, zone));
    }

    private void tell() {
        if (!clearing) {
            any.set(words.get().isBlank() && choices.stream().allMatch(choice -> choice.get() == null));
            changed.run();
        }
    }
}
