/** Things that appear in several pictures: fruit, trees, cars, birds, people, skies. May use {@code brush} only. */
@NullMarked
package dev.rewarddesk.sample.motif;

import org.jspecify.annotations.NullMarked;
