package dev.rewarddesk.desktop.workspace;

/** Whether the workspace answers. */
public enum Connection {
    /** Nothing heard yet. */
    CONNECTING,
    CONNECTED,
    OFFLINE,
    SIGNED_OUT,
    /** It answers that this person is no member, or none any more. */
    SHUT_OUT,
    /** It answers, but not as it should. */
    FAULTY
}
