package dev.rewarddesk.checkpoint;

import dev.rewarddesk.model.Comparison;
import dev.rewarddesk.model.Difference;
import dev.rewarddesk.model.Estimate;
import java.util.List;

/** A comparison as the wire has it. */
record ComparisonRow(
        EvidenceRow first,
        EvidenceRow second,
        Difference difference,
        Estimate paired,
        List<Comparison.InCategory> byCategory,
        List<Comparison.OnImage> images) {

    Comparison comparison() {
        return new Comparison(first.evidence(), second.evidence(), difference, paired, byCategory, images);
    }
}
