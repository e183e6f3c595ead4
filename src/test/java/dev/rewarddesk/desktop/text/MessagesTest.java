package dev.rewarddesk.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.key.Shortcut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MessagesTest {

    private static final Pattern ASKED = Pattern.compile("Texts\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9_.-]*)\"");
    private static final Pattern IN_FXML = Pattern.compile("=\"%([^\"]+)\"");

    private final Set<String> keys = new TreeSet<>(Texts.bundle().keySet());

    @Test
    void noTextIsMissing() {
        Set<String> asked =
                matches("java", ASKED).filter(key -> !key.endsWith(".")).collect(Collectors.toSet());
        matches("fxml", IN_FXML).forEach(asked::add);
        Arrays.stream(Shortcut.values()).forEach(shortcut -> asked.add("key." + lower(shortcut)));
        Arrays.stream(Shortcut.Scope.values()).forEach(scope -> asked.add("keys." + lower(scope)));

        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(keys).containsAll(asked);
    }

    @Test
    void noTextIsUnused() {
        Set<String> named = matches("java", LITERAL).collect(Collectors.toSet());
        matches("fxml", IN_FXML).forEach(named::add);

        assertThat(keys.stream().filter(key -> !named.contains(key) && !hasPrefixIn(named, key)))
                .isEmpty();
    }

    @Test
    void whoHasScoredNothingIsNotToldOfZero() {
        assertThat(Texts.of("review.done.text", 0L, 0L))
                .isEqualTo("You have scored none today. What arrives later waits here for you.");
        assertThat(Texts.of("review.done.text", 1L, 12L)).startsWith("You have scored one today, 12 in all.");
    }

    @Test
    void everyTextIsAPatternThatCanBeFilledIn() {
        assertThat(keys).allSatisfy(key -> {
            String text = Texts.bundle().getString(key);
            assertThat(text).isNotBlank();
            if (text.contains("{0")) {
                assertThat(new MessageFormat(text, Locale.ROOT).getFormats()).isNotEmpty();
                assertThat(text).as("a lone apostrophe swallows what follows").doesNotContain("'");
            }
        });
    }

    // A prefix such as "role." stands for every constant of an enum.
    private static boolean hasPrefixIn(Set<String> named, String key) {
        return named.contains(key.substring(0, key.lastIndexOf('.') + 1));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Stream<String> matches(String type, Pattern pattern) {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files
                    .filter(file -> file.toString().contains("desktop")
                            && file.toString().endsWith("." + type))
                    .flatMap(file -> found(file, pattern).stream())
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> found(Path file, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
