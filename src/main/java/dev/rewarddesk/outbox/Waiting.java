package dev.rewarddesk.outbox;

import dev.rewarddesk.model.Decision;
import java.util.UUID;

/**
 * A decision that is the next to be sent about its response.
 *
 * @param ord its place in the order in which decisions were made
 */
record Waiting(long ord, UUID person, Decision decision) {}
