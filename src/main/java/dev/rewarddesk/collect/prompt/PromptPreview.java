package dev.rewarddesk.collect.prompt;

import java.util.List;

/**
 * What would be asked about an image, to the letter.
 *
 * @param prompts none where no template has anything to say about it
 */
public record PromptPreview(List<Prompt> prompts) {

    public PromptPreview {
        prompts = List.copyOf(prompts);
    }
}
