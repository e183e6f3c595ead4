package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/** The desktop shows a suggested score before the SQL reckons it. */
final class SuggestedScoreTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @ParameterizedTest
    @NullSource
    @EnumSource(FeedbackType.class)
    void theModelSuggestsWhatTheSqlSuggests(@Nullable FeedbackType type) throws SQLException {
        String said = type == null ? null : type.name().toLowerCase(Locale.ROOT);
        for (int stars = 0; stars <= 5; stars++) {
            Integer quality = stars == 0 ? null : stars;
            if (type == null && quality == null) {
                continue;
            }
            double suggested = (double) DATABASE.<Object>asSuperuser(
                    session -> session.value("select private.suggested_score(?::text, ?::integer)", said, quality));

            assertThat(new Feedback(type, quality).suggestedScore())
                    .as("%s, %s", said, quality)
                    .hasValueSatisfying(score -> assertThat(score.value()).isEqualTo(suggested));
        }
    }
}
