package dev.rewarddesk.embedded.http;

/** Somebody else listens on the port that was asked for. */
public final class PortInUse extends RuntimeException {

    private final int port;

    PortInUse(int port, Throwable cause) {
        super("Port " + port + " is in use", cause);
        this.port = port;
    }

    /** The port that was asked for. */
    public int port() {
        return port;
    }
}
