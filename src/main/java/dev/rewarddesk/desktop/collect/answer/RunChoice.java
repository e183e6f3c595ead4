package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.collect.session.CollectReport;
import java.util.Optional;

/**
 * Images of one run, or all.
 *
 * @param run empty for all
 */
public record RunChoice(Optional<CollectReport> run) {

    /** The images of all runs, and those that came otherwise. */
    static final RunChoice ALL = new RunChoice(Optional.empty());

    /** The run's name; empty for all. */
    Optional<String> session() {
        return run.map(CollectReport::session);
    }
}
