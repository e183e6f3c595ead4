package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.collect.answer.AnswerProgress;
import dev.rewarddesk.desktop.text.Texts;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a run. */
final class ProgressWords {

    private static final int SMALL_CHANGE = 4;

    private ProgressWords() {}

    /** A name and a figure. */
    record Fact(String name, String figure) {}

    /** How many answers there are, by what became of them, and what they cost. */
    static List<Fact> facts(AnswerProgress progress) {
        long failed =
                progress.failed().values().stream().mapToLong(Long::longValue).sum();
        return Stream.concat(
                        Stream.of(
                                new Fact(
                                        Texts.of("answer.answered"),
                                        progress.truncated() == 0
                                                ? number(progress.answered())
                                                : Texts.of(
                                                        "answer.truncated", progress.answered(), progress.truncated())),
                                new Fact(Texts.of("answer.known"), number(progress.known())),
                                new Fact(Texts.of("answer.declined"), number(progress.declined())),
                                new Fact(Texts.of("answer.failed"), number(failed)),
                                new Fact(Texts.of("answer.waiting"), number(progress.waiting())),
                                new Fact(Texts.of("answer.images"), number(progress.images())),
                                new Fact(Texts.of("answer.without-prompt"), number(progress.withoutPrompt())),
                                new Fact(Texts.of("answer.requests"), number(progress.requests())),
                                new Fact(Texts.of("answer.tokens"), number(progress.tokens())),
                                new Fact(
                                        Texts.of("answer.cost"),
                                        progress.cost()
                                                .map(cost -> cost.setScale(SMALL_CHANGE, RoundingMode.HALF_UP)
                                                        .toPlainString())
                                                .orElse(Texts.of("answer.cost.unknown"))),
                                new Fact(Texts.of("answer.elapsed"), duration(progress.elapsed()))),
                        Stream.of(progress)
                                .filter(now -> now.state() == AnswerProgress.State.RUNNING)
                                .flatMap(now -> now.left().stream())
                                .map(left -> new Fact(Texts.of("answer.left"), duration(left))))
                .toList();
    }

    /** Why there are no answers, the most frequent reason first, a line each. */
    static String failures(AnswerProgress progress) {
        return progress.failed().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(one -> Texts.of(
                        "answer.failure",
                        one.getValue(),
                        progress.reasons().getOrDefault(one.getKey(), one.getKey()),
                        one.getKey()))
                .collect(Collectors.joining("\n"));
    }

    /** Which share of the answers was dealt with, from 0 to 1. */
    static double share(AnswerProgress progress) {
        return progress.total() == 0 ? 0 : 1 - (double) progress.waiting() / progress.total();
    }

    private static String duration(Duration time) {
        return time.toHours() > 0
                ? Texts.of("answer.hours", time.toHours(), time.toMinutesPart())
                : Texts.of("answer.minutes", time.toMinutes(), time.toSecondsPart());
    }

    private static String number(long value) {
        return Texts.of("answer.number", value);
    }
}
