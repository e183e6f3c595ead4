package dev.rewarddesk.cli;

import dev.rewarddesk.collect.answer.AnswerProgress;
import dev.rewarddesk.collect.prompt.Prompt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a run of answers is told on a terminal and to programs. */
final class AnswerText {

    private static final double MILLIS = 1_000;

    private AnswerText() {}

    /** What {@code --json} prints. */
    record Document(
            AnswerProgress.State state,
            long images,
            long total,
            long answered,
            long truncated,
            long known,
            long declined,
            Map<String, Long> failed,
            Map<String, String> reasons,
            long waiting,
            long withoutPrompt,
            long requests,
            long tokens,
            double seconds,
            @Nullable BigDecimal cost,
            String message) {}

    static Document document(AnswerProgress end) {
        return new Document(
                end.state(),
                end.images(),
                end.total(),
                end.answered(),
                end.truncated(),
                end.known(),
                end.declined(),
                end.failed(),
                end.reasons(),
                end.waiting(),
                end.withoutPrompt(),
                end.requests(),
                end.tokens(),
                end.elapsed().toMillis() / MILLIS,
                end.cost().orElse(null),
                end.message());
    }

    static String summary(AnswerProgress end) {
        return "New answers: %d (%d cut short). There already: %d. Declined: %d. Failed: %d. Waiting: %d. Requests: %d, tokens: %d%s."
                .formatted(
                        end.answered(),
                        end.truncated(),
                        end.known(),
                        end.declined(),
                        failed(end),
                        end.waiting(),
                        end.requests(),
                        end.tokens(),
                        cost(end));
    }

    /** One line while it runs. */
    static String line(AnswerProgress now) {
        return String.format(
                Locale.ROOT,
                "%d of %d, %d declined, %d failed, %.0f/min, %d tokens%s%s",
                now.total() - now.waiting(),
                now.total(),
                now.declined(),
                failed(now),
                now.perMinute(),
                now.tokens(),
                cost(now),
                now.left()
                        .map(left -> ", " + (left.toSeconds() + 59) / 60 + " min left")
                        .orElse(""));
    }

    static String preview(UUID image, List<Prompt> prompts) {
        StringBuilder text = new StringBuilder("# " + image + "\n");
        for (Prompt prompt : prompts) {
            text.append("## ").append(Terminal.plain(prompt.template())).append('\n');
            if (!prompt.system().isEmpty()) {
                text.append("[system] ").append(Terminal.plain(prompt.system())).append('\n');
            }
            prompt.text()
                    .lines()
                    .forEach(line -> text.append(Terminal.plain(line)).append('\n'));
        }
        return text.append('\n').toString();
    }

    private static long failed(AnswerProgress now) {
        return now.failed().values().stream().mapToLong(Long::longValue).sum();
    }

    private static String cost(AnswerProgress now) {
        return now.cost().map(cost -> ", cost: " + cost.toPlainString()).orElse("");
    }
}
