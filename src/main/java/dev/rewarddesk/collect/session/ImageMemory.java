package dev.rewarddesk.collect.session;

/**
 * What became of an image, remembered so that an unchanged one need not be sent again.
 *
 * @param imageId in the workspace
 */
record ImageMemory(String imageId, int width, int height) {}
