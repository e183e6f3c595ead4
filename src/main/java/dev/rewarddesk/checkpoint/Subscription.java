package dev.rewarddesk.checkpoint;

/** Something that is being heard of; close it to hear no more. */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
