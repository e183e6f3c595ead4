/**
 * Markdown as nodes. The text comes from elsewhere: nothing in it is fetched, run or opened by itself.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.markdown.MarkdownView}; {@link dev.rewarddesk.desktop.markdown.Passages}
 * reads.
 */
@NullMarked
package dev.rewarddesk.desktop.markdown;

import org.jspecify.annotations.NullMarked;
