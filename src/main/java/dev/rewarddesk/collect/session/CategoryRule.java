package dev.rewarddesk.collect.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Images of which something is true are of this category.
 *
 * @param values of which one has to hold
 */
public record CategoryRule(String category, By by, List<String> values) {

    /** What is looked at. */
    public enum By {
        /** The page's host is that one or below it. */
        SITE,
        /** The image's or its page's URL is like that, where {@code *} stands for anything. */
        URL,
        /** That word, in whatever case, is in the text with the image or the page's title. */
        WORDS
    }

    private static final Pattern WRITTEN =
            Pattern.compile("([^=]{1,100})=(site|url|words):(.+)", Pattern.CASE_INSENSITIVE);

    /** Keeps its own copy of the values. */
    public CategoryRule {
        values = List.copyOf(values);
    }

    /** A rule as {@code birds=words:owl,heron}, {@code birds=site:example.org} or {@code birds=url:*}{@code /birds/*}. */
    public static Optional<CategoryRule> parse(String written) {
        return Optional.of(WRITTEN.matcher(written.strip()))
                .filter(Matcher::matches)
                .map(rule -> new CategoryRule(
                        rule.group(1).strip(),
                        By.valueOf(rule.group(2).toUpperCase(Locale.ROOT)),
                        List.of(rule.group(3).split("\\s*,\\s*"))));
    }

    /** The rule as {@link #parse} reads it. */
    public String written() {
        return category + "=" + by.name().toLowerCase(Locale.ROOT) + ":" + String.join(",", values);
    }

    boolean holds(HttpUrl image, HttpUrl page, String text) {
        return values.stream().filter(value -> !value.isBlank()).anyMatch(value -> switch (by) {
            case SITE -> page.host().equals(value) || page.host().endsWith("." + value);
            case URL -> like(value, image.toString()) || like(value, page.toString());
            case WORDS -> isIn(value, text);
        });
    }

    private static boolean like(String pattern, String url) {
        int at = 0;
        String[] parts = pattern.split("\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            int found = i == 0 ? (url.startsWith(parts[0]) ? 0 : -1) : url.indexOf(parts[i], at);
            if (i == parts.length - 1 && i > 0 && found >= 0) {
                return url.length() - parts[i].length() >= at && url.endsWith(parts[i]);
            }
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return at == url.length();
    }

    private static boolean isIn(String word, String text) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }
}
