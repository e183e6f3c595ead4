package dev.rewarddesk.collect.crawl;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Text of a page, plain and bounded. */
final class Words {

    private static final int AROUND = 500;
    private static final int ENOUGH = 40;
    private static final int MOST_STEPS_UP = 5;

    private Words() {}

    /** One line without control characters, at most that long. */
    static String plain(String text, int most) {
        String tidy = text.replaceAll("[\\p{Cntrl}\\p{Zs}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
        if (tidy.length() <= most) {
            return tidy;
        }
        int end = Character.isHighSurrogate(tidy.charAt(most - 1)) ? most - 1 : most;
        return tidy.substring(0, end);
    }

    /** What an element says. */
    static String of(@Nullable Element element, int most) {
        return element == null ? "" : plain(beginning(element, most), most);
    }

    /** What stands around an element: the text of the nearest one around it that has some. */
    static String around(Element element) {
        Element box = element.parent();
        String words = "";
        for (int i = 0; i < MOST_STEPS_UP && box != null && !box.normalName().equals("html"); i++) {
            words = of(box, AROUND);
            if (words.length() >= ENOUGH) {
                return words;
            }
            box = box.parent();
        }
        return words;
    }

    // Stops when it has enough: a page's whole text for each of its images would take for ever.
    private static String beginning(Element element, int most) {
        StringBuilder text = new StringBuilder();
        element.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof Element part && isUnseen(part.normalName())) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText()).append(' ');
                }
                return text.length() > 2 * most ? FilterResult.STOP : FilterResult.CONTINUE;
            }
        });
        return text.toString();
    }

    private static boolean isUnseen(String tag) {
        return switch (tag) {
            case "script", "style", "noscript", "template" -> true;
            default -> false;
        };
    }
}
