package dev.rewarddesk.desktop.collect.groups;

import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.desktop.image.Picture;
import dev.rewarddesk.desktop.image.Pixels;
import dev.rewarddesk.desktop.task.Tasks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures that are looked at now, read and decoded in the background, one after the other: they come from strangers. */
final class GroupPictures {

    private static final Logger LOG = LoggerFactory.getLogger(GroupPictures.class);

    /** Sharp at twice the size that they are shown at. */
    private static final long PIXELS = 400_000;

    private final CollectService service;
    private final Tasks tasks;
    private final Map<Which, ReadOnlyObjectWrapper<Seen>> known = new HashMap<>();
    private final Deque<Which> waiting = new ArrayDeque<>();
    private boolean loading;

    GroupPictures(CollectService service, Tasks tasks) {
        this.service = service;
        this.tasks = tasks;
    }

    /** A picture that can be asked for. */
    sealed interface Which {

        /** One in the workspace. */
        record Taken(UUID id) implements Which {}

        /** One that is held back. */
        record Held(long id) implements Which {}
    }

    /** What there is to see of it. */
    sealed interface Seen {

        /** It is on its way. */
        record Loading() implements Seen {}

        /** It is here. */
        record Ready(Pixels pixels) implements Seen {}

        /** It cannot be shown. */
        record Missing() implements Seen {}
    }

    /** Says which are wanted, the first ones first; all others are forgotten. */
    void want(List<Which> wanted) {
        known.keySet().retainAll(wanted);
        waiting.clear();
        wanted.stream().filter(which -> !known.containsKey(which)).forEach(waiting::add);
        waiting.forEach(which -> known.put(which, new ReadOnlyObjectWrapper<>(new Seen.Loading())));
        next();
    }

    /** One that is wanted. */
    ReadOnlyObjectProperty<Seen> of(Which which) {
        return known.computeIfAbsent(which, _ -> new ReadOnlyObjectWrapper<>(new Seen.Missing()))
                .getReadOnlyProperty();
    }

    private void next() {
        Which which = loading ? null : waiting.poll();
        if (which == null) {
            return;
        }
        loading = true;
        tasks.run(() -> {
                    Picture picture = Picture.of(bytes(which));
                    return picture.read(picture.area(), Picture.reductionFor(picture.area(), PIXELS));
                })
                .onSuccess(pixels -> loaded(which, new Seen.Ready(pixels)))
                .onFailure(Throwable.class, failure -> {
                    LOG.warn(
                            "An image that is held back, or one it looks like, cannot be shown: {}",
                            failure.toString());
                    loaded(which, new Seen.Missing());
                })
                .start();
    }

    private byte[] bytes(Which which) {
        return switch (which) {
            case Which.Taken taken -> service.takenBytes(taken.id());
            case Which.Held held -> service.heldBytes(held.id());
        };
    }

    private void loaded(Which which, Seen seen) {
        loading = false;
        ReadOnlyObjectWrapper<Seen> property = known.get(which);
        if (property != null) {
            property.set(seen);
        }
        next();
    }
}
