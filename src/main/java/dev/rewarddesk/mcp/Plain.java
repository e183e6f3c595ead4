package dev.rewarddesk.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as a client gets it: what comes from outside must neither steer a terminal nor hide words from people that a model reads.
 */
final class Plain {

    /**
     * Control characters but for line ends and tabs, marks that turn the direction of text, the letters nobody sees (tags), and halves
     * of pairs.
     */
    private static final Pattern HARMFUL = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t]]|[\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]|[\\x{e0000}-\\x{e007f}]|[\\p{Cs}]");

    private Plain() {}

    /** The text with a visible mark in the place of each character that could do harm. */
    static String text(String text) {
        return HARMFUL.matcher(text.replace("\r\n", "\n")).replaceAll("\uFFFD");
    }

    /** A document of maps, lists and values with every text in it, names included, made plain. */
    static Object document(Object value) {
        return switch (value) {
            case String text -> text(text);
            case Map<?, ?> map -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                map.forEach((name, each) -> plain.put(text(String.valueOf(name)), document(each)));
                yield plain;
            }
            case List<?> list -> list.stream().map(Plain::document).toList();
            default -> value;
        };
    }
}
