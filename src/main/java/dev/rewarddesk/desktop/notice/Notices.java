package dev.rewarddesk.desktop.notice;

/** Tells and asks. Needs no toolkit, so view models may use it; call it in the foreground. */
public interface Notices {

    /** Tells in passing that something worked; goes away by itself. */
    void tell(String text);

    /** Tells in passing that something did not happen that nobody here is waiting for; goes away by itself, though not as soon. */
    void warn(String text);

    /** Tells that something failed, with its code to copy; stays until it is closed. */
    void fail(Throwable failure);

    /** Asks, and runs {@code onYes} only when the answer is yes. */
    void ask(Question question, Runnable onYes);
}
