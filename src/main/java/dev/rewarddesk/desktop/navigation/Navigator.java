package dev.rewarddesk.desktop.navigation;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Holds the current route. Needs no toolkit, so view models may send people elsewhere. */
public final class Navigator {

    private final ReadOnlyObjectWrapper<Optional<Route>> route = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Predicate<Runnable> mayLeave = _ -> true;

    /** Where the person is; empty until they are somewhere. */
    public ReadOnlyObjectProperty<Optional<Route>> routeProperty() {
        return route.getReadOnlyProperty();
    }

    /** Asked before every change of place; after a no, it may run what it was given to change the place all the same. */
    public void askBeforeLeaving(Predicate<Runnable> question) {
        mayLeave = question;
    }

    /**
     * Goes there, unless the current screen holds the person back.
     *
     * @return whether the person is there now
     */
    public boolean go(Route target) {
        Optional<Route> wanted = Optional.of(target);
        if (route.get().equals(wanted)) {
            return true;
        }
        if (route.get().isPresent() && !mayLeave.test(() -> go(target))) {
            return false;
        }
        route.set(wanted);
        return true;
    }
}
