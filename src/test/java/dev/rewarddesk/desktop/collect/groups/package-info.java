/** Tests of the package of the same name. */
@NullMarked
package dev.rewarddesk.desktop.collect.groups;

import org.jspecify.annotations.NullMarked;
