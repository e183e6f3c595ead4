package dev.rewarddesk.collect.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.collect.prompt.PageContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An image's row, as far as prompts need it. */
record StoredRow(
        UUID id,
        String storagePath,
        String category,
        @Nullable String sourceUrl,
        @Nullable String pageTitle,
        @Nullable String altText,
        JsonNode metadata) {

    PageContext context() {
        return new PageContext(altText, told("caption"), pageTitle, told("words"), sourceUrl, category);
    }

    // What has no column stays in the metadata as whoever brought the image put it there.
    private @Nullable String told(String field) {
        return metadata.path(field).textValue();
    }
}
