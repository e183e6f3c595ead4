package dev.rewarddesk.mcp;

import dev.rewarddesk.model.Agent;

/**
 * The client on the other end of a call.
 *
 * @param agent as it names itself
 */
record Caller(Agent agent) {}
