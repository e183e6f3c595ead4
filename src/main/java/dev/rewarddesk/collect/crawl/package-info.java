/**
 * Finding the way through a website: its rules, its pages, and the images that they show. What a page says is data of somebody
 * else's and stays text.
 *
 * <p>The one room for jsoup and crawler-commons. Start reading at {@link dev.rewarddesk.collect.crawl.PageReader} for what a page
 * holds, and at {@link dev.rewarddesk.collect.crawl.Site} for how one is asked.
 */
@NullMarked
package dev.rewarddesk.collect.crawl;

import org.jspecify.annotations.NullMarked;
