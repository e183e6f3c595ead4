package dev.rewarddesk.desktop.collect.groups;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was decided and not done yet. Every step can be undone until it is taken away to be done. */
final class Verdicts {

    private final Map<Long, Verdict> made = new LinkedHashMap<>();
    private final Deque<Map<Long, Optional<Verdict>>> before = new ArrayDeque<>();

    /** What was decided about that one; empty where nothing was. */
    Optional<Verdict> of(long id) {
        return Optional.ofNullable(made.get(id));
    }

    boolean isEmpty() {
        return made.isEmpty();
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    /** How many have that verdict. */
    long count(Verdict verdict) {
        return made.values().stream().filter(verdict::equals).count();
    }

    /** Decides about all of these, in one step. */
    void decide(Collection<Long> ids, Verdict verdict) {
        Map<Long, Optional<Verdict>> step = new LinkedHashMap<>();
        for (Long id : ids) {
            if (made.get(id) != verdict) {
                step.put(id, of(id));
                made.put(id, verdict);
            }
        }
        if (!step.isEmpty()) {
            before.push(step);
        }
    }

    /** Takes the last step back and answers one of those that it was about; empty where there is none. */
    Optional<Long> undo() {
        Map<Long, Optional<Verdict>> step = before.poll();
        if (step == null) {
            return Optional.empty();
        }
        step.forEach((id, former) -> former.ifPresentOrElse(verdict -> made.put(id, verdict), () -> made.remove(id)));
        return step.keySet().stream().findFirst();
    }

    /** Answers all and forgets them: they are being done, and cannot be undone any more. */
    Map<Long, Verdict> take() {
        Map<Long, Verdict> taken = new LinkedHashMap<>(made);
        made.clear();
        before.clear();
        return taken;
    }

    /** Puts back what could not be done, unless somebody decided anew meanwhile. */
    void putBack(Map<Long, Verdict> undone) {
        undone.forEach(made::putIfAbsent);
    }

    /** Forgets all but these. */
    void retain(Collection<Long> ids) {
        made.keySet().retainAll(ids);
        before.forEach(step -> step.keySet().retainAll(ids));
        before.removeIf(Map::isEmpty);
    }
}
