package dev.rewarddesk.desktop.settings;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.GuardRails;
import java.util.Optional;
import java.util.function.Function;

/** One of the guard rails, as a text that is typed. */
enum RailField {
    REWARDS,
    REVIEWERS,
    /** By how much the interval of the difference may lie below zero. */
    WORSE_BY,
    DAYS;

    private static final int MOST_REWARDS = 1_000_000_000;
    private static final int MOST_REVIEWERS = 1_000_000;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_WORSE = 2;

    /** What the guard rails have, as it is typed; empty where it is not asked for. */
    String of(GuardRails rails) {
        Double bound = rails.lowerBound();
        Integer age = rails.days();
        return switch (this) {
            case REWARDS -> String.valueOf(rails.rewards());
            case REVIEWERS -> String.valueOf(rails.reviewers());
            case WORSE_BY -> bound == null ? "" : plain(0 - bound);
            case DAYS -> age == null ? "" : age.toString();
        };
    }

    /** What is wrong with a text; empty where nothing is. */
    String check(String typed) {
        return switch (this) {
            case REWARDS -> whole(typed, MOST_REWARDS).isPresent() ? "" : Texts.of("guards.whole", MOST_REWARDS);
            case REVIEWERS -> whole(typed, MOST_REVIEWERS).isPresent() ? "" : Texts.of("guards.whole", MOST_REVIEWERS);
            case WORSE_BY -> typed.isEmpty() || worse(typed).isPresent() ? "" : Texts.of("guards.bound");
            case DAYS ->
                typed.isEmpty()
                                || whole(typed, MOST_DAYS)
                                        .filter(count -> count > 0)
                                        .isPresent()
                        ? ""
                        : Texts.of("guards.whole.optional", MOST_DAYS);
        };
    }

    /** The guard rails that these texts say, all of which are right. */
    static GuardRails rails(Function<RailField, String> typed) {
        return new GuardRails(
                whole(typed.apply(REWARDS), MOST_REWARDS).orElse(0),
                whole(typed.apply(REVIEWERS), MOST_REVIEWERS).orElse(0),
                // Worse by at most 0.05: the interval begins at -0.05 or above.
                worse(typed.apply(WORSE_BY)).map(by -> 0 - by).orElse(null),
                whole(typed.apply(DAYS), MOST_DAYS).orElse(null));
    }

    private static Optional<Integer> whole(String text, int most) {
        return text.matches("\\d{1,10}") && Long.parseLong(text) <= most
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    // A bound above zero, which asks for more than "not worse", is shown and kept as a number below zero.
    private static Optional<Double> worse(String text) {
        return text.matches("-?\\d(\\.\\d{1,6})?")
                ? Optional.of(Double.valueOf(text)).filter(by -> Math.abs(by) <= MOST_WORSE)
                : Optional.empty();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
