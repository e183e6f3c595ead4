package dev.rewarddesk.collect.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a template may name. */
enum Variable {
    ALT_TEXT(500),
    CAPTION(500),
    TITLE(300),
    WORDS(1_500),
    URL(500),
    CATEGORY(100);

    private final int longest;

    Variable(int longest) {
        this.longest = longest;
    }

    /** As templates write it. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its value as marked data; empty where there is none. */
    String marked(PageContext context) {
        return PageData.marked(written(), value(context), longest);
    }

    static Optional<Variable> named(String written) {
        return Arrays.stream(values())
                .filter(variable -> variable.written().equals(written))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Variable::written).collect(Collectors.joining(", "));
    }

    private @Nullable String value(PageContext context) {
        return switch (this) {
            case ALT_TEXT -> context.altText();
            case CAPTION -> context.caption();
            case TITLE -> context.title();
            case WORDS -> context.words();
            case URL -> context.url();
            case CATEGORY -> context.category();
        };
    }
}
