package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.collect.answer.AnswerProgress;
import dev.rewarddesk.collect.answer.AnswerRun;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.answer.ImageFilter;
import dev.rewarddesk.collect.answer.ImageToAnswer;
import dev.rewarddesk.collect.journal.AnswerJournal;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A workspace's run of answers, one at a time, beside whatever screen is shown. Closing it ends the run in order: what was answered
 * is kept, and the next run goes on from there. For every thread.
 */
public final class Answering implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    /** For what the model is working on when the program quits. */
    private static final Duration GRACE = Duration.ofSeconds(6);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(8);

    private final AnswerService service;
    private Stand settled = new Stand.None();
    private @Nullable Round round;
    private boolean closed;

    public Answering(AnswerService service) {
        this.service = service;
    }

    /** Where it stands now. */
    public synchronized Stand stand() {
        return round == null ? settled : round.stand();
    }

    /** Begins to ask about these images; nothing happens while a run is under way. */
    public synchronized void begin(ImageFilter images, AnswerSettings settings) {
        if (round == null && !closed) {
            round = new Round(images, settings);
            round.thread.start();
        }
    }

    /** Begins no request until it is told to go on. */
    public void pause() {
        tell(AnswerRun::pause);
    }

    /** Goes on after a pause. */
    public void resume() {
        tell(AnswerRun::resume);
    }

    /** Ends the run: nothing new is asked, and what is under way has a moment to end. */
    public void cancel() {
        Round now = round();
        if (now != null) {
            now.cancel();
        }
    }

    /** Ends the run, waits for it, and begins none any more. */
    @Override
    public void close() {
        Round now;
        synchronized (this) {
            closed = true;
            now = round;
        }
        if (now == null) {
            return;
        }
        now.cancel();
        try {
            if (!now.thread.join(LONGEST_CLOSE)) {
                LOG.warn("A run of answers did not end in time; the next one goes on from what it recorded");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Consumer<AnswerRun> what) {
        Round now = round();
        AnswerRun run = now == null ? null : now.run;
        if (run != null) {
            what.accept(run);
        }
    }

    private synchronized @Nullable Round round() {
        return round;
    }

    private synchronized void settle(Stand end) {
        settled = end;
        round = null;
    }

    /** From one beginning to its end. */
    private final class Round {

        private final ImageFilter images;
        private final AnswerSettings settings;
        private final Thread thread;
        private volatile @Nullable AnswerRun run;
        private volatile boolean cancelled;

        private Round(ImageFilter images, AnswerSettings settings) {
            this.images = images;
            this.settings = settings;
            this.thread = Thread.ofVirtual().name("answering").unstarted(this::work);
        }

        private Stand stand() {
            AnswerRun now = run;
            return now == null ? new Stand.Preparing() : new Stand.Asked(now.progress(), false);
        }

        private void cancel() {
            cancelled = true;
            AnswerRun now = run;
            if (now != null) {
                now.cancel(GRACE);
            }
        }

        // The journal is free for the next run before anybody hears of the end.
        private void work() {
            Stand end;
            try {
                end = new Stand.Asked(asked(), true);
            } catch (ServiceFailure failure) {
                end = new Stand.Failed(failure.getMessage());
            } catch (RuntimeException bug) {
                LOG.error("A run of answers ended in a way that nobody foresaw", bug);
                end = new Stand.Failed(Texts.of("answer.bug"));
            }
            settle(end);
        }

        private AnswerProgress asked() {
            try (AnswerJournal journal = service.journal()) {
                AnswerRun made = service.run(journal, service.prompts(), settings);
                List<ImageToAnswer> wanted = service.images(images);
                run = made;
                // Whoever cancelled before saw no run to cancel.
                if (cancelled) {
                    made.cancel(GRACE);
                }
                return made.run(wanted, _ -> {});
            }
        }
    }
}
