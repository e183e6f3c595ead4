package dev.rewarddesk.desktop;

import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.desktop.workspace.Place;
import java.util.List;

/** The workspaces that can be opened, one at a time. Methods block and end with a {@code ServiceFailure}. */
public interface Workspaces {

    /** All that are known, the local one first. */
    List<Place> places();

    /** The one that was opened last. */
    Place last();

    /**
     * Checks a hosted workspace and remembers it; nothing is kept of one that cannot be used.
     *
     * @param key the publishable one; any other is refused
     */
    Place connect(String url, String key);

    /** Opens a workspace in place of the one that is open. */
    Entry open(Place place);

    /** Remembers what a hosted workspace calls itself. */
    void called(Place.Hosted place, String name);

    /** Forgets that a hosted workspace was known. What waits to be sent to it stays on this machine. */
    void forget(Place.Hosted place);

    /** What opening leads to. */
    sealed interface Entry {

        /** Somebody is signed in. */
        record Inside(Services services) implements Entry {}

        /** Somebody has to sign in first, then it is opened again. */
        record AtTheDoor(SignInService signIn) implements Entry {}
    }
}
