package dev.rewarddesk.desktop.navigation;

/** A place in the program. Equal routes are the same place. */
public sealed interface Route {

    /** Bringing the first (or more) data in. */
    record Welcome() implements Route {}

    /** Scoring what waits. */
    record Review() implements Route {}

    /** Everything that was answered and scored. */
    record Library() implements Route {}

    /** The model's checkpoints. */
    record Checkpoints() implements Route {}

    /** Bringing images in from websites. */
    record Collect() implements Route {}

    /** Who belongs to the workspace. */
    record Members() implements Route {}

    /** The workspace's and the program's settings. */
    record Settings() implements Route {}
}
