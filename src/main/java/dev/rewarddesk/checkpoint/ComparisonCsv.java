package dev.rewarddesk.checkpoint;

import dev.rewarddesk.model.Comparison;
import dev.rewarddesk.model.Difference;
import dev.rewarddesk.model.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as one table that spreadsheets and programs read. The first column says what a row is about: {@code all},
 * {@code paired} (images that both answered), {@code category}, {@code score} (how many rewards are around it) or {@code image}.
 */
public final class ComparisonCsv {

    private static final double STEP = 0.05;

    private ComparisonCsv() {}

    /** The table, with CRLF after every row. */
    public static String of(Comparison comparison) {
        Csv csv = new Csv(
                "part",
                "item",
                "first",
                "first_n",
                "first_mean",
                "first_low",
                "first_high",
                "second",
                "second_n",
                "second_mean",
                "second_low",
                "second_high",
                "difference",
                "difference_low",
                "difference_high",
                "probability_better",
                "prompt",
                "first_answer",
                "second_answer");
        String first = comparison.first().checkpoint().version();
        String second = comparison.second().checkpoint().version();
        Csv.Row all = csv.row().texts("all", "");
        estimate(all.text(first), comparison.first().summary().reward());
        estimate(all.text(second), comparison.second().summary().reward());
        difference(all, comparison.difference()).end();
        Estimate paired = comparison.paired();
        csv.row()
                .texts("paired", "", first)
                .number(paired.n())
                .skip(3)
                .text(second)
                .number(paired.n())
                .skip(3)
                .number(paired.mean())
                .number(paired.low())
                .number(paired.high())
                .end();
        comparison.byCategory().forEach(one -> {
            Csv.Row row = csv.row().texts("category", one.category());
            estimate(row.text(first), one.first());
            estimate(row.text(second), one.second());
            difference(row, one.difference()).end();
        });
        scores(csv, comparison, first, second);
        comparison
                .images()
                .forEach(one -> csv.row()
                        .texts("image", one.image().fileName(), first)
                        .skip(1)
                        .number(one.first().mean())
                        .skip(2)
                        .text(second)
                        .skip(1)
                        .number(one.second().mean())
                        .skip(2)
                        .number(one.difference())
                        .skip(3)
                        .texts(
                                one.first().response().prompt(),
                                one.first().response().responseText(),
                                one.second().response().responseText())
                        .end());
        return csv.toString();
    }

    private static void scores(Csv csv, Comparison comparison, String first, String second) {
        List<Long> ones = comparison.first().distribution();
        List<Long> others = comparison.second().distribution();
        for (int step = 0; step < Math.min(ones.size(), others.size()); step++) {
            csv.row()
                    .text("score")
                    // In hundredths, for 0.05 is none of the numbers that a double can be.
                    .number(Math.round((step * STEP - 1) * 100) / 100.0)
                    .text(first)
                    .number(ones.get(step))
                    .skip(3)
                    .text(second)
                    .number(others.get(step))
                    .end();
        }
    }

    private static Csv.Row estimate(Csv.Row row, @Nullable Estimate estimate) {
        return estimate == null
                ? row.skip(4)
                : row.number(estimate.n())
                        .number(estimate.mean())
                        .number(estimate.low())
                        .number(estimate.high());
    }

    private static Csv.Row difference(Csv.Row row, Difference difference) {
        return row.number(difference.mean())
                .number(difference.low())
                .number(difference.high())
                .number(difference.probabilityBetter());
    }
}
