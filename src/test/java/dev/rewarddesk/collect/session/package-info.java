@NullMarked
package dev.rewarddesk.collect.session;

import org.jspecify.annotations.NullMarked;
