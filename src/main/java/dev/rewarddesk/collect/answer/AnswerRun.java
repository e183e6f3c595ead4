package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.PatientCalls;
import dev.rewarddesk.collect.answer.AnswerProgress.State;
import dev.rewarddesk.collect.journal.AnswerJournal;
import dev.rewarddesk.collect.prompt.PromptTemplates;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.SupabaseClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model about images and sends what it answers to the workspace. Each answer is recorded on this machine before it is sent,
 * so that a run that was cut off, in whatever way, goes on where it was: what was answered is not asked again. Runs once; pausing
 * and cancelling are for other threads.
 */
public final class AnswerRun {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerRun.class);

    private static final String AND_GO_ON =
            " Answers that did not arrive in the workspace are kept on this machine. Start again when that is mended: they are sent,"
                    + " and it goes on from there.";

    private static final End RUNNING = new End(State.RUNNING, "");

    private final PatientCalls calls;
    private final AnswerJournal journal;
    private final PromptTemplates templates;
    private final AnswerSettings settings;
    private final Gate gate = new Gate();
    private final Budget budget;
    private final Counting counting;
    private final AtomicReference<End> end = new AtomicReference<>(RUNNING);
    private volatile @Nullable ChatEndpoint asked;

    /** @param journal of the workspace that the client speaks to; stays open */
    public AnswerRun(SupabaseClient client, AnswerJournal journal, PromptTemplates templates, AnswerSettings settings) {
        this.calls = new PatientCalls(client.functions());
        this.journal = journal;
        this.templates = templates;
        this.settings = settings;
        this.budget = new Budget(settings.maxRequests(), settings.maxTokens());
        this.counting = new Counting(budget, settings.prices());
    }

    private record End(State state, String message) {}

    /**
     * Asks about these images and answers how it ended; what the workspace or the endpoint makes impossible on the way is said there.
     *
     * @param listener told after every answer, one call at a time, on a thread of the run
     */
    public AnswerProgress run(List<ImageToAnswer> images, Consumer<AnswerProgress> listener) {
        try (ChatEndpoint endpoint = new ChatEndpoint(settings.endpoint())) {
            asked = endpoint;
            Delivery delivery = new Delivery(calls, journal);
            delivery.catchUp();
            Asking asking = new Asking(endpoint, new ActiveCheckpoint(calls), settings, budget, gate, counting);
            ImageTurn turn = new ImageTurn(calls, journal, delivery, asking, settings, counting, () -> tell(listener));
            each(images, turn);
        } catch (ServiceFailure failure) {
            stop(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stop(State.CANCELLED, "");
        }
        end.compareAndSet(RUNNING, new End(State.DONE, ""));
        tell(listener);
        return progress();
    }

    /** Begins no request until it is told to go on; those under way end. */
    public void pause() {
        gate.shut(true);
    }

    /** Goes on after a pause. */
    public void resume() {
        gate.shut(false);
    }

    /** Begins no request any more; those under way end, and their answers are kept. */
    public void cancel() {
        stop(State.CANCELLED, "");
    }

    /** The same; what is under way after so long is given up, and asked again by the next run. Returns at once. */
    public void cancel(Duration grace) {
        cancel();
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(grace);
            } catch (InterruptedException impossible) {
                Thread.currentThread().interrupt();
            }
            ChatEndpoint open = asked;
            if (open != null) {
                open.close();
            }
        });
    }

    /** How far it is. */
    public AnswerProgress progress() {
        End now = end.get();
        return counting.now(now.state() == State.RUNNING && gate.isShut() ? State.PAUSED : now.state(), now.message());
    }

    private void each(List<ImageToAnswer> images, ImageTurn turn) throws InterruptedException {
        List<List<Question>> questions = images.stream()
                .map(image -> Questions.about(image, templates, settings))
                .toList();
        questions.forEach(wanted -> counting.image(wanted.size()));
        Semaphore seats = new Semaphore(settings.concurrency());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < images.size() && end.get().state() == State.RUNNING; i++) {
                seats.acquire();
                ImageToAnswer image = images.get(i);
                List<Question> wanted = questions.get(i);
                threads.execute(() -> {
                    try {
                        one(turn, image, wanted);
                    } finally {
                        seats.release();
                    }
                });
            }
        }
    }

    private void one(ImageTurn turn, ImageToAnswer image, List<Question> wanted) {
        try {
            if (gate.pass() && !turn.take(image, wanted)) {
                stop(State.BUDGET_USED, "The budget does not hold another request.");
            }
        } catch (EndpointUnusable unusable) {
            stop(State.STOPPED, unusable.sentence());
        } catch (ServiceFailure failure) {
            stop(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("Asking about the image {} failed in a way that nobody foresaw", image.id(), bug);
            counting.failed("internal", "Something went wrong inside the program; its log says more.");
        }
    }

    private void stop(ServiceFailure workspace) {
        stop(State.STOPPED, workspace.getMessage() + AND_GO_ON);
    }

    private void stop(State state, String message) {
        end.compareAndSet(RUNNING, new End(state, message));
        gate.close();
        budget.close();
    }

    private synchronized void tell(Consumer<AnswerProgress> listener) {
        listener.accept(progress());
    }
}
