package dev.rewarddesk.collect.prompt;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A prompt with gaps, in Mustache: {@code {{caption}}} for what is known of the image, {@code {{#caption}}…{{/caption}}} for what is
 * said only where that is known. Nothing else of Mustache: no files, no other delimiters, no text that goes in unmarked.
 */
public final class PromptTemplate {

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(false)
            .emptyStringIsFalse(true)
            .withLoader(name -> {
                throw new IllegalStateException("Templates include nothing");
            });

    private final String name;
    private final String category;
    private final Template template;

    private PromptTemplate(String name, String category, Template template) {
        this.name = name;
        this.category = category;
        this.template = template;
    }

    /**
     * A template; ends with {@code Invalid}, naming line and column, where the text is none.
     *
     * @param category that its images have, in whatever case; empty for images of all categories without templates of their own
     */
    public static PromptTemplate of(String name, String category, String text) {
        TemplateCheck.of(name, text);
        try {
            return new PromptTemplate(name, category.toLowerCase(Locale.ROOT), COMPILER.compile(text));
        } catch (MustacheException unforeseen) {
            throw new ServiceFailure.Invalid(
                    TemplateCheck.CODE,
                    "The prompt template \"" + name + "\" is wrong: " + unforeseen.getMessage() + ".",
                    name);
        }
    }

    /** Unique among templates. */
    public String name() {
        return name;
    }

    /** In lower case; empty for images of all categories without templates of their own. */
    public String category() {
        return category;
    }

    /** The prompt for such an image; empty where it would say nothing. */
    public Optional<Prompt> fill(PageContext context) {
        Map<String, String> values = new HashMap<>();
        for (Variable variable : Variable.values()) {
            values.put(variable.written(), variable.marked(context));
        }
        String text = template.execute(values).strip();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Prompt(name, text, PageData.isIn(text) ? PageData.WARNING : ""));
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
