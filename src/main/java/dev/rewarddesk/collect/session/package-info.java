/**
 * A run of collecting, from start URLs to images in the workspace: what is asked next, what becomes of it, how far it is.
 *
 * <p>Joins fetch, crawl and journal, and uploads by the contract. Start reading at {@link
 * dev.rewarddesk.collect.session.CollectService}, and at {@link dev.rewarddesk.collect.session.ImageWork} for an image's way.
 */
@NullMarked
package dev.rewarddesk.collect.session;

import org.jspecify.annotations.NullMarked;
