/**
 * What a model is asked about an image: templates by category, filled with what the page said about the image. That text comes from
 * strangers, so it is put in as marked data.
 *
 * <p>May use failure. Start reading at {@link dev.rewarddesk.collect.prompt.PromptTemplates}.
 */
@NullMarked
package dev.rewarddesk.collect.prompt;

import org.jspecify.annotations.NullMarked;
