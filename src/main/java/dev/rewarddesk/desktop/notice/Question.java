package dev.rewarddesk.desktop.notice;

import dev.rewarddesk.desktop.text.Texts;

/**
 * Something to confirm. Each question that the desktop asks has its own factory here.
 *
 * @param title the question itself
 * @param text what a yes leads to
 * @param yes what the button says that does it
 * @param dangerous whether a yes loses something
 */
public record Question(String title, String text, String yes, boolean dangerous) {

    /** Whether to forget a checkpoint. */
    public static Question deleteCheckpoint(String version) {
        return new Question(
                Texts.of("checkpoints.delete.title", version),
                Texts.of("checkpoints.delete.text"),
                Texts.of("checkpoints.delete.yes"),
                true);
    }

    /** Whether to quit while something waits to be sent. */
    public static Question quitUnsent(int count) {
        return new Question(
                Texts.of("quit.unsent.title", count), Texts.of("quit.unsent.text"), Texts.of("quit"), false);
    }

    /** Whether to end a run that collects images. */
    public static Question stopCollecting(String yes) {
        return new Question(Texts.of("collect.quit.title"), Texts.of("collect.quit.text"), yes, false);
    }

    /** Whether to go to another workspace while something waits to be sent to this one. */
    public static Question leaveUnsent(int count) {
        return new Question(
                Texts.of("quit.unsent.title", count),
                Texts.of("quit.unsent.text"),
                Texts.of("leave.unsent.yes"),
                false);
    }

    /**
     * Whether to sign out.
     *
     * @param count how many decisions wait to be sent
     */
    public static Question signOut(int count) {
        return new Question(
                Texts.of("signout.title"),
                count == 0 ? Texts.of("signout.text") : Texts.of("signout.text.unsent", count),
                Texts.of("signout.yes"),
                false);
    }

    /** Whether to forget whom models' answers come from. */
    public static Question forgetEndpoint(String address) {
        return new Question(
                Texts.of("endpoint.forget.title", address),
                Texts.of("endpoint.forget.text"),
                Texts.of("endpoint.forget.yes"),
                true);
    }

    /** Whether to take somebody's membership away. */
    public static Question revokeMember(String name) {
        return new Question(
                Texts.of("members.revoke.title", name),
                Texts.of("members.revoke.text"),
                Texts.of("members.revoke.yes"),
                true);
    }

    /** Whether to give somebody another role. */
    public static Question changeRole(String name, boolean lead) {
        return new Question(
                Texts.of("members.role.title", name, lead ? 1 : 0),
                Texts.of(lead ? "members.role.text.lead" : "members.role.text.annotator"),
                Texts.of("members.role.yes"),
                false);
    }

    /** Whether settings that were entered and not saved are given up. */
    public static Question discardSettings() {
        return new Question(
                Texts.of("settings.leave.title"),
                Texts.of("settings.leave.text"),
                Texts.of("settings.leave.yes"),
                true);
    }

    /** Whether to forget a response and what was said of it. */
    public static Question deleteResponse(int rewards) {
        return new Question(
                Texts.of("library.delete.title"),
                Texts.of("library.delete.text", rewards),
                Texts.of("library.delete.yes"),
                true);
    }

    /** Whether a change of a reward that was not saved is given up. */
    public static Question giveUpChange() {
        return new Question(
                Texts.of("library.edit.lose.title"),
                Texts.of("library.edit.lose.text"),
                Texts.of("library.edit.lose.yes"),
                true);
    }
}
