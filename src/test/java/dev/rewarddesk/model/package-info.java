/** Tests of the vocabulary. */
@NullMarked
package dev.rewarddesk.model;

import org.jspecify.annotations.NullMarked;
