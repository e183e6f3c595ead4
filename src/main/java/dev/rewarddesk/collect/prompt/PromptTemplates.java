package dev.rewarddesk.collect.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a workspace, in the order in which images are asked about.
 *
 * @param all of unique names
 */
public record PromptTemplates(List<PromptTemplate> all) {

    public PromptTemplates {
        all = List.copyOf(all);
    }

    /** Those for images of that category: its own, or the ones for all where it has none. */
    public List<PromptTemplate> of(@Nullable String category) {
        String sought = Objects.requireNonNullElse(category, "").toLowerCase(Locale.ROOT);
        List<PromptTemplate> own =
                all.stream().filter(one -> one.category().equals(sought)).toList();
        return own.isEmpty()
                ? all.stream().filter(one -> one.category().isEmpty()).toList()
                : own;
    }

    /** What would be asked about such an image; one prompt for each template that has something to say. */
    public PromptPreview preview(PageContext context) {
        return new PromptPreview(of(context.category()).stream()
                .map(template -> template.fill(context))
                .flatMap(Optional::stream)
                .toList());
    }
}
