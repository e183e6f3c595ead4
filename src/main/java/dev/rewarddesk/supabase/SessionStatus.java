package dev.rewarddesk.supabase;

/** On whose behalf a client speaks. */
public sealed interface SessionStatus {

    /** A person's. */
    record SignedIn(Session session) implements SessionStatus {}

    /** Nobody's: every call fails until somebody signs in. */
    record SignedOut() implements SessionStatus {}

    /** That of whoever handed a token over; there is nothing to sign in or out here. */
    record GivenToken() implements SessionStatus {}

    /** A pipeline's, with the workspace's secret key; there is nothing to sign in or out. */
    record SecretKey() implements SessionStatus {}
}
