package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.chart.Figures;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Difference;
import dev.rewarddesk.model.Estimate;
import dev.rewarddesk.model.EvidenceSummary;

/** Evidence in words, on a line. */
final class EvidenceLine {

    private EvidenceLine() {}

    /** The mean with its interval, and from how many rewards by how many people. */
    static String of(EvidenceSummary summary) {
        if (summary.rewards() == 0) {
            return Texts.of("evidence.line.none");
        }
        Estimate reward = summary.reward();
        String interval = Figures.interval(reward.low(), reward.high());
        return interval.isEmpty()
                ? Texts.of(
                        "evidence.line.no-interval",
                        Figures.signed(reward.mean()),
                        summary.rewards(),
                        summary.reviewers())
                : Texts.of(
                        "evidence.line",
                        Figures.signed(reward.mean()),
                        interval,
                        summary.rewards(),
                        summary.reviewers());
    }

    /** A difference with its interval; words where it cannot be told. */
    static String of(Difference difference) {
        if (difference.mean() == null) {
            return Texts.of("evidence.difference.none");
        }
        String interval = Figures.interval(difference.low(), difference.high());
        return interval.isEmpty()
                ? Texts.of("evidence.difference.no-interval", Figures.signed(difference.mean()))
                : Texts.of("evidence.difference", Figures.signed(difference.mean()), interval);
    }
}
