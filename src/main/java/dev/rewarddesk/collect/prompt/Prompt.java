package dev.rewarddesk.collect.prompt;

/**
 * What a model is asked.
 *
 * @param template the name of the template that it was made of
 * @param text what is asked; reviewers see it beside the answer
 * @param system what the model is told beforehand; empty where the text has nothing of a page in it
 */
public record Prompt(String template, String text, String system) {}
