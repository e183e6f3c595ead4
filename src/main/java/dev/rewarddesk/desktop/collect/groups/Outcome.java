package dev.rewarddesk.desktop.collect.groups;

import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of decisions that were carried out.
 *
 * @param kept how many went into the workspace
 * @param dropped how many were forgotten
 * @param elsewhere how many somebody else had decided about before
 * @param undone those that could not be carried out; they are held back as before
 * @param reason why not; empty where all were
 */
record Outcome(int kept, int dropped, int elsewhere, Map<Long, Verdict> undone, String reason) {

    Outcome {
        undone = Map.copyOf(undone);
    }

    /** Carries them out, one after the other; blocks. What one cannot have, the others may. */
    static Outcome of(CollectService service, Map<Long, Verdict> verdicts) throws InterruptedException {
        int kept = 0;
        int dropped = 0;
        int elsewhere = 0;
        Map<Long, Verdict> undone = new LinkedHashMap<>();
        String reason = "";
        boolean hopeless = false;
        for (Map.Entry<Long, Verdict> verdict : verdicts.entrySet()) {
            if (hopeless) {
                undone.put(verdict.getKey(), verdict.getValue());
                continue;
            }
            try {
                switch (verdict.getValue()) {
                    case KEEP -> {
                        service.keep(verdict.getKey());
                        kept++;
                    }
                    case DROP -> {
                        service.drop(verdict.getKey());
                        dropped++;
                    }
                }
            } catch (ServiceFailure.NotFound | ServiceFailure.Conflict decided) {
                elsewhere++;
            } catch (ServiceFailure failure) {
                undone.put(verdict.getKey(), verdict.getValue());
                reason = failure.getMessage();
                // Nobody is there to take the others either.
                hopeless = failure instanceof ServiceFailure.Offline || failure instanceof ServiceFailure.SignedOut;
            }
        }
        return new Outcome(kept, dropped, elsewhere, undone, reason);
    }
}
