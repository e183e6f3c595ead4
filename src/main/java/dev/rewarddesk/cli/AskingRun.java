package dev.rewarddesk.cli;

import dev.rewarddesk.collect.answer.AnswerProgress;
import dev.rewarddesk.collect.answer.AnswerProgress.State;
import dev.rewarddesk.collect.answer.AnswerRun;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.answer.ImageFilter;
import dev.rewarddesk.collect.journal.AnswerJournal;
import dev.rewarddesk.collect.prompt.PromptTemplates;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;

/** A run of answers as a command makes it: watched on a terminal, ended in order by Ctrl+C, told of at the end. */
final class AskingRun {

    /** For what is under way when it is told to end; the process has a little longer. */
    private static final Duration GRACE = Duration.ofSeconds(6);

    private final AnswerService answers;
    private final PrintWriter err;

    AskingRun(AnswerService answers, PrintWriter err) {
        this.answers = answers;
        this.err = err;
    }

    /**
     * Asks about these images.
     *
     * @param last says how it ended, before the process does
     * @return whether every image was dealt with and nothing failed
     */
    boolean ask(ImageFilter filter, AnswerSettings settings, Consumer<AnswerProgress> last) {
        PromptTemplates prompts = answers.prompts();
        ProgressLine line = new ProgressLine(err);
        try (AnswerJournal journal = answers.journal()) {
            AnswerRun run = answers.run(journal, prompts, settings);
            try (AtInterrupt _ = AtInterrupt.stop(() -> run.cancel(GRACE))) {
                AnswerProgress end = run.run(answers.images(filter), progress -> line.show(AnswerText.line(progress)));
                line.end();
                tell(end);
                last.accept(end);
                return end.failed().isEmpty() && end.state() == State.DONE;
            }
        }
    }

    private void tell(AnswerProgress end) {
        if (!end.message().isEmpty()) {
            err.println(Terminal.plain(end.message()));
        }
        end.failed()
                .forEach((code, count) -> err.println(Terminal.plain(count + " without an answer (" + code + "): "
                        + end.reasons().get(code))));
        if (end.state() == State.CANCELLED) {
            err.println("Stopped. What was answered is kept; the same command goes on from there.");
        }
        err.flush();
    }
}
