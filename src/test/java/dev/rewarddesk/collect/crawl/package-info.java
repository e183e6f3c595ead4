@NullMarked
package dev.rewarddesk.collect.crawl;

import org.jspecify.annotations.NullMarked;
