package dev.rewarddesk.mcp;

import dev.rewarddesk.collect.answer.AnswerProgress;
import dev.rewarddesk.collect.answer.AnswerRun;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.answer.ImageToAnswer;
import dev.rewarddesk.collect.journal.AnswerJournal;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Has the model asked about images that came in, where somebody has said which one. */
final class Answering {

    private final AnswerService answers;
    private final Supplier<Optional<AnswerSettings>> asking;

    Answering(AnswerService answers, Supplier<Optional<AnswerSettings>> asking) {
        this.answers = answers;
        this.asking = asking;
    }

    /**
     * What became of asking.
     *
     * @param state {@code off} where nobody is to be asked, else how the run ended
     * @param answered answers that are in the workspace because of it
     * @param known answers that there were before
     * @param failed by the code of the reason
     */
    record Outcome(String state, long answered, long known, long declined, Map<String, Long> failed, String message) {

        String text() {
            return state.equals("off")
                    ? "Answers: none were asked for. The images wait for a pipeline that posts responses."
                    : "Answers: %d new, %d known before, %d declined, %d failed (%s). %s"
                            .formatted(
                                    answered,
                                    known,
                                    declined,
                                    failed.values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum(),
                                    state,
                                    message)
                            .strip();
        }
    }

    /** Asks about the images that came in; what goes wrong is told in the outcome, for they are in the workspace already. */
    Outcome about(Supplier<List<ImageToAnswer>> images, Progress progress, long before) throws InterruptedException {
        try {
            Optional<AnswerSettings> settings = asking.get();
            if (settings.isEmpty()) {
                return new Outcome("off", 0, 0, 0, Map.of(), "");
            }
            try (AnswerJournal journal = answers.journal()) {
                AnswerRun run = answers.run(journal, answers.prompts(), settings.get());
                AnswerProgress end = run.run(images.get(), now -> tell(progress, before, now));
                if (Thread.interrupted()) {
                    throw new InterruptedException("The call was taken back");
                }
                return new Outcome(
                        end.state().name().toLowerCase(Locale.ROOT),
                        end.answered(),
                        end.known(),
                        end.declined(),
                        end.failed(),
                        end.message());
            }
        } catch (ServiceFailure failure) {
            return new Outcome("failed", 0, 0, 0, Map.of(failure.code(), 1L), failure.getMessage());
        }
    }

    private static void tell(Progress progress, long before, AnswerProgress now) {
        progress.tell(
                before + now.total() - now.waiting(),
                before + now.total(),
                "%d of %d answers".formatted(now.total() - now.waiting(), now.total()));
    }
}
