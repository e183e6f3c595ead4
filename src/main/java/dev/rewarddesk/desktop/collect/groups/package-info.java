/**
 * The part of the collecting screen where a lead decides about images that look like others: keep or drop.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.collect.groups.GroupsViewModel}.
 */
@NullMarked
package dev.rewarddesk.desktop.collect.groups;

import org.jspecify.annotations.NullMarked;
