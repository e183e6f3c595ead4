package dev.rewarddesk.desktop.settings;

import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import java.util.List;

/** Sees to it that the settings screen is not left with something unsaved, unless the person says so: asked once for all of it. */
public final class UnsavedSettings {

    private final Notices notices;
    private final List<Draft> drafts;

    public UnsavedSettings(Notices notices, ReviewRulesViewModel rules, GuardRailsViewModel rails) {
        this.notices = notices;
        this.drafts = List.of(rules, rails);
    }

    /** Whether the screen may be left; asks about what is not saved. What is being saved goes on by itself. */
    public boolean mayLeave(Runnable leave) {
        if (drafts.stream().noneMatch(Draft::unsaved)) {
            return true;
        }
        notices.ask(Question.discardSettings(), () -> {
            drafts.stream().filter(Draft::unsaved).forEach(Draft::discard);
            leave.run();
        });
        return false;
    }
}
