package dev.rewarddesk.model;

/**
 * What it takes to be ready for training; each has to be exceeded. None is below 0.
 *
 * @param responses for {@code ready}
 * @param rewards for {@code ready}, besides
 * @param partialResponses for {@code partial}
 */
public record ReadinessBounds(int responses, int rewards, int partialResponses) {}
