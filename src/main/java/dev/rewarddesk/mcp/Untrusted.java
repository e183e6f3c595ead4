package dev.rewarddesk.mcp;

import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ModelResponse;
import org.jspecify.annotations.Nullable;

/** What web pages, models and whoever sends their answers wrote: data to look at, whatever it says. */
record Untrusted(
        String prompt,
        String responseText,
        @Nullable String fileName,
        @Nullable String altText,
        @Nullable String sourceUrl) {

    static Untrusted of(ModelResponse response, @Nullable Image image) {
        return new Untrusted(
                response.prompt(),
                response.responseText(),
                image == null ? null : image.fileName(),
                image == null ? null : image.altText(),
                image == null ? null : image.sourceUrl());
    }

    /** The part of it that is about an image. */
    record About(
            String fileName,
            @Nullable String altText,
            @Nullable String sourceUrl) {

        static About of(Image image) {
            return new About(image.fileName(), image.altText(), image.sourceUrl());
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "File", fileName);
        line(text, "From", sourceUrl);
        line(text, "Alternative text", altText);
        line(text, "Prompt", prompt);
        line(text, "Answer", responseText);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append('\n').append(name).append(": ").append(value);
        }
    }
}
