package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.NearGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * An image that is held back, beside the one that it looks like.
 *
 * @param left how many there are from this one to the end of its group
 */
record AlikeRow(NearGroup group, NearGroup.Held held, int left) {

    static List<AlikeRow> of(List<NearGroup> groups) {
        List<AlikeRow> rows = new ArrayList<>();
        for (NearGroup group : groups) {
            int count = group.held().size();
            for (int i = 0; i < count; i++) {
                rows.add(new AlikeRow(group, group.held().get(i), count - i));
            }
        }
        return rows;
    }
}
