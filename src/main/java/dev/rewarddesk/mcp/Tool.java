package dev.rewarddesk.mcp;

/**
 * One thing that a client can have done.
 *
 * @param <I> its input, as the input schema says
 */
interface Tool<I> {

    /** What arguments are read as. */
    Class<I> input();

    /**
     * Does it. Blocks; ends with a {@code ServiceFailure} where it fails.
     *
     * @throws InterruptedException where the client has taken the call back
     */
    Answer call(I input, Caller caller) throws InterruptedException;
}
