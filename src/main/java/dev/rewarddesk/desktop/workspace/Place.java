package dev.rewarddesk.desktop.workspace;

import java.net.URI;

/** A workspace that somebody may be in. */
public sealed interface Place {

    /** The one on this machine. */
    record Local() implements Place {}

    /** One on the network. Equal ones have the same URL and were known by the same name. */
    record Hosted(URI url, String name) implements Place {}
}
