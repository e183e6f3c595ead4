package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of one or two letters, and those of scripts without trigrams, are found wherever they are, by index or without. */
final class ShortWordsTest {

    private static final int TEXTS = 400;
    private static final String LETTERS = "abcxyzÄäяЯ日本語猫🎈%_\\ .";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeEach
    void clear() throws SQLException {
        DATABASE.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void everyWordIsFoundWhereItIsAndNowhereElse(String sequentially) throws SQLException {
        Random random = new Random(7);
        List<String> prompts = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            prompts.add(word(random, 1 + random.nextInt(5)));
            answers.add(word(random, 1 + random.nextInt(8)));
            comments.add(word(random, 1 + random.nextInt(6)));
        }
        DATABASE.asSuperuser(session -> {
            for (int i = 0; i < TEXTS; i++) {
                session.write(
                        "with r as (insert into public.responses (user_id, prompt, response_text) values (?, ?, ?) "
                                + "returning id) insert into public.rewards (response_id, source, score, comment) "
                                + "select r.id, 'pipeline', 0, ? from r",
                        "p" + i,
                        prompts.get(i),
                        answers.get(i),
                        comments.get(i));
            }
            return session.write("analyze public.responses, public.rewards");
        });

        for (int length = 1; length <= 4; length++) {
            for (int i = 0; i < 25; i++) {
                String words = word(random, length);
                Set<String> expected = new HashSet<>();
                int commented = 0;
                for (int text = 0; text < TEXTS; text++) {
                    if (has(prompts.get(text), words) || has(answers.get(text), words)) {
                        expected.add("p" + text);
                    }
                    commented += has(comments.get(text), words) ? 1 : 0;
                }

                Set<String> found = new HashSet<>();
                for (JsonNode row : list("list_responses", words, sequentially).path("data")) {
                    found.add(row.path("user_id").asText());
                }
                assertThat(found).as("responses with <%s>", words).isEqualTo(expected);
                assertThat(list("list_rewards", words, sequentially)
                                .path("total")
                                .asInt())
                        .as("comments with <%s>", words)
                        .isEqualTo(commented);
            }
        }
    }

    @Test
    void twoLettersAreLookedUpAndNotLookedForInEveryRow() throws SQLException {
        DATABASE.responses(200);
        List<List<Object>> plan = DATABASE.asSuperuser(session -> {
            session.write("analyze public.responses");
            session.write("set local enable_seqscan = off");
            return List.copyOf(session
                    .rows(
                            "explain select from public.responses r "
                                    + "where private.letters_in(r.prompt || E'\\n' || r.response_text) @> private.letters_sought('qx')")
                    .stream()
                    .map(row -> List.<Object>of(String.valueOf(row.getFirst())))
                    .toList());
        });

        assertThat(plan.toString()).contains("responses_letters");
    }

    private static JsonNode list(String operation, String words, String sequentially) throws SQLException {
        return DATABASE.as(DATABASE.lead(), session -> {
            session.rows("select set_config('enable_seqscan', ?, true)", sequentially);
            return session.call(operation, Map.of("q", words, "limit", "1000"), null, Map.of());
        });
    }

    private static boolean has(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static String word(Random random, int length) {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return word.toString();
    }
}
