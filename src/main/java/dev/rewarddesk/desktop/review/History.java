package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.Decided;
import dev.rewarddesk.review.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was decided in this session, the latest first, one entry for each response. */
final class History {

    private final ReadOnlyObjectWrapper<List<Past>> entries = new ReadOnlyObjectWrapper<>(List.of());

    ReadOnlyObjectProperty<List<Past>> property() {
        return entries.getReadOnlyProperty();
    }

    /** The entry about a response. */
    Optional<Past> about(UUID responseId) {
        return entries.get().stream()
                .filter(past -> past.decided().decision().responseId().equals(responseId))
                .findFirst();
    }

    /** The latest, or the one before the entry given. */
    Optional<Past> before(Optional<Past> entry) {
        List<Past> all = entries.get();
        int place = entry.map(past -> placeOf(all, past)).orElse(-1);
        return place + 1 < all.size() ? Optional.of(all.get(place + 1)) : Optional.empty();
    }

    /** Adds the latest, in place of an earlier one about the same response. */
    void add(Past past) {
        List<Past> all = new ArrayList<>(entries.get());
        all.removeIf(other -> other.isAbout(past.decided()));
        all.addFirst(past);
        entries.set(List.copyOf(all));
    }

    /** Takes an entry out; what it changed, if anything, is the entry about its response again. */
    void takeBack(Past past) {
        List<Past> all = new ArrayList<>(entries.get());
        int place = placeOf(all, past);
        if (place >= 0) {
            all.remove(place);
            if (past.before() != null) {
                all.add(place, past.before());
            }
            entries.set(List.copyOf(all));
        }
    }

    /** Takes the entry of a decision out that was given up. */
    void forget(Decided decided) {
        entries.set(entries.get().stream()
                .filter(past -> !past.decided()
                        .decision()
                        .id()
                        .equals(decided.decision().id()))
                .toList());
    }

    /** Takes in what became of a decision. */
    void heard(Outgoing.Outcome outcome) {
        entries.set(entries.get().stream().map(past -> past.after(outcome)).toList());
    }

    private static int placeOf(List<Past> all, Past wanted) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isAbout(wanted.decided())) {
                return i;
            }
        }
        return -1;
    }
}
