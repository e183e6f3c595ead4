package dev.rewarddesk.mcp;

import dev.rewarddesk.model.Agent;
import java.util.function.Supplier;

/**
 * The client on the other end of a call.
 *
 * @param agent as it names itself
 * @param progress tells it how far the call is
 * @param roots asks it which folders it may have read from
 */
record Caller(Agent agent, Progress progress, Supplier<Roots> roots) {}
