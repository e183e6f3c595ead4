package dev.rewarddesk.desktop.settings;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Workspace;
import dev.rewarddesk.model.WorkspaceChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a lead can change about reviewing, as texts that are typed. */
enum RuleField {
    OVERLAP,
    LEASE,
    GUIDELINES;

    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final int MOST_OVERLAP = 100;
    private static final int SHORTEST_LEASE = 10;
    private static final int LONGEST_LEASE = 86_400;
    private static final int LONGEST_GUIDELINES = 100_000;
    private static final int LONGEST_NUMBER = 12;

    /** What the workspace has, as it is typed. */
    String of(Workspace workspace) {
        return switch (this) {
            case OVERLAP -> String.valueOf(workspace.overlap());
            case LEASE -> minutes(workspace.leaseSeconds());
            case GUIDELINES -> workspace.guidelines();
        };
    }

    /** The fields' names one after another, with what the workspace has where that is short. */
    static String names(List<RuleField> fields, Workspace theirs) {
        return fields.stream().map(field -> field.named(theirs)).collect(Collectors.joining(", "));
    }

    private String named(Workspace theirs) {
        String name = Texts.of("settings.field.", this);
        return this == GUIDELINES ? name : Texts.of("settings.conflict.field", name, of(theirs));
    }

    /** A change of these fields to what was typed, which is right. */
    static WorkspaceChange change(List<RuleField> fields, String overlap, String lease, String guidelines) {
        return new WorkspaceChange(
                fields.contains(OVERLAP) ? Integer.valueOf(overlap) : null,
                fields.contains(LEASE) ? seconds(lease) : null,
                fields.contains(GUIDELINES) ? guidelines : null);
    }

    static String checkOverlap(String typed) {
        try {
            int number = Integer.parseInt(typed);
            return number >= 1 && number <= MOST_OVERLAP ? "" : Texts.of("settings.overlap.wrong");
        } catch (NumberFormatException noNumber) {
            return Texts.of("settings.overlap.wrong");
        }
    }

    static String checkLease(String typed) {
        Integer seconds = seconds(typed);
        return seconds != null && seconds >= SHORTEST_LEASE && seconds <= LONGEST_LEASE
                ? ""
                : Texts.of("settings.lease.wrong");
    }

    static String checkGuidelines(String typed) {
        int length = typed.codePointCount(0, typed.length());
        return length <= LONGEST_GUIDELINES ? "" : Texts.of("settings.guidelines.too-long", LONGEST_GUIDELINES, length);
    }

    private static String minutes(int seconds) {
        return BigDecimal.valueOf(seconds)
                .divide(MINUTE, 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static @Nullable Integer seconds(String minutes) {
        try {
            // A long number is no lease, and may be endless to compute.
            return minutes.length() > LONGEST_NUMBER
                            || minutes.chars().anyMatch(letter -> letter == 'e' || letter == 'E')
                    ? null
                    : new BigDecimal(minutes.replace(',', '.'))
                            .multiply(MINUTE)
                            .setScale(0, RoundingMode.HALF_UP)
                            .intValueExact();
        } catch (ArithmeticException | NumberFormatException noNumber) {
            return null;
        }
    }
}
