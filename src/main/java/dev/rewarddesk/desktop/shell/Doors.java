package dev.rewarddesk.desktop.shell;

import dev.rewarddesk.desktop.workspace.Place;
import java.util.List;

/** The ways from this workspace to others, and out of it. Call it in the foreground. */
public interface Doors {

    /** Where nothing leads elsewhere. */
    Doors CLOSED = new Doors() {
        @Override
        public List<Place> places() {
            return List.of(new Place.Local());
        }

        @Override
        public Place here() {
            return new Place.Local();
        }

        @Override
        public void called(String name) {
            // Nobody asks for it by its name.
        }

        @Override
        public void go(Place place) {
            // There is only this one.
        }

        @Override
        public void connect() {
            // Nobody would come back.
        }

        @Override
        public void signOut() {
            // The owner is signed in by the program.
        }
    };

    /** All that are known, the local one first. */
    List<Place> places();

    /** The open one. */
    Place here();

    /** Hears what the open one calls itself, as often as that is known anew. */
    void called(String name);

    /** Opens another; asks first where something is not sent yet. */
    void go(Place place);

    /** Begins to connect to one that is not known yet. */
    void connect();

    /** Signs out; asks first. */
    void signOut();
}
