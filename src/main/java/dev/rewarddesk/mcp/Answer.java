package dev.rewarddesk.mcp;

/**
 * What a tool answers.
 *
 * @param text for reading
 * @param document the same for programs: a record that is written as the tool's output schema says
 */
record Answer(String text, Object document) {}
