package dev.rewarddesk.mcp;

/**
 * Whoever holds a token of the workspace.
 *
 * @param name the same for all tokens of one person or pipeline, and of no other
 * @param services on their behalf
 */
public record Visitor(String name, DeskServices services) {}
