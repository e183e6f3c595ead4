package dev.rewarddesk.collect.prompt;

import dev.rewarddesk.failure.ServiceFailure;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads a template's tags before Mustache does, which says neither columns nor that a name is unknown before it is needed. */
final class TemplateCheck {

    static final String CODE = "invalid_prompt_template";

    private static final int LONGEST = 20_000;

    private final String name;
    private final String text;
    private final Deque<Section> open = new ArrayDeque<>();

    private record Section(String name, int at) {}

    private TemplateCheck(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Ends with {@code Invalid} where that is no template. */
    static void of(String name, String text) {
        new TemplateCheck(name, text).run();
    }

    private void run() {
        if (text.isBlank()) {
            throw wrong(0, "it says nothing");
        }
        if (text.length() > LONGEST) {
            throw wrong(LONGEST, "it has more than 20,000 characters");
        }
        int at = text.indexOf("{{");
        while (at >= 0) {
            int end = text.indexOf("}}", at + 2);
            if (end < 0) {
                throw wrong(at, "the tag that begins here has no end; }} is missing");
            }
            tag(at, text.substring(at + 2, end));
            at = text.indexOf("{{", end + 2);
        }
        if (!open.isEmpty()) {
            Section section = open.pop();
            throw wrong(section.at(), "{{#" + section.name() + "}} has no end; {{/" + section.name() + "}} is missing");
        }
    }

    private void tag(int at, String tag) {
        switch (tag.isEmpty() ? ' ' : tag.charAt(0)) {
            case '!' -> {}
            case '#', '^' -> open.push(new Section(known(at, tag.substring(1)), at));
            case '/' -> end(at, tag.substring(1).strip());
            case '>' -> throw wrong(at, "other files cannot be included");
            case '=' -> throw wrong(at, "the marks {{ and }} cannot be changed");
            case '{', '&' -> throw wrong(at, "what a page says cannot go in unmarked; write {{name}}");
            default -> known(at, tag);
        }
    }

    private void end(int at, String section) {
        if (open.isEmpty() || !open.peek().name().equals(section)) {
            throw wrong(at, "{{/" + shown(section) + "}} ends what did not begin");
        }
        open.pop();
    }

    private String known(int at, String written) {
        String variable = written.strip();
        if (Variable.named(variable).isEmpty()) {
            throw wrong(at, "nothing is called \"" + shown(variable) + "\"; there are " + Variable.all());
        }
        return variable;
    }

    private static String shown(String written) {
        String tidy = written.replaceAll("\\p{Cntrl}", "?");
        return tidy.length() <= 50 ? tidy : tidy.substring(0, 50) + "…";
    }

    private ServiceFailure wrong(int at, String reason) {
        String before = text.substring(0, at);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        return new ServiceFailure.Invalid(
                CODE,
                "The prompt template \"%s\" is wrong at line %d, column %d: %s.".formatted(name, line, column, reason),
                name);
    }
}
