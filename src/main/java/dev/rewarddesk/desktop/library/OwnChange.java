package dev.rewarddesk.desktop.library;

import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Refused;

/** How it stands with a change of the own reward that was made on this machine. */
public sealed interface OwnChange {

    /** There is none that the workspace does not have. */
    record None() implements OwnChange {}

    /** It is safe on this machine, and on its way. */
    record Waiting(Decision.Changed change) implements OwnChange {}

    /** The workspace did not take it. */
    record NotTaken(Refused refused, Decision.Changed change) implements OwnChange {}
}
