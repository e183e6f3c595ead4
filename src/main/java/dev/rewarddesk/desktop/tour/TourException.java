package dev.rewarddesk.desktop.tour;

/** The tour could not go on; the message says at which step and what it waited for. */
public final class TourException extends RuntimeException {

    TourException(String message, Throwable cause) {
        super(message, cause);
    }

    TourException(String message) {
        super(message);
    }
}
