package dev.rewarddesk.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A line of {@code responses.jsonl}.
 *
 * @param image the image's path within the folder, as written
 * @param userId who is named as the producer, {@code import} where nobody is
 */
record ResponseLine(
        String image, String userId, String prompt, String responseText, String modelId, ObjectNode metadata) {

    private static final String[] ABOUT_THE_IMAGE = {
        "category", "session_id", "source_url", "page_url", "page_title", "alt_text", "quality_score"
    };

    static ResponseLine parse(String text) throws BadLine {
        JsonLine line = JsonLine.parse(text);
        return new ResponseLine(
                line.text("image"),
                line.optionalText("user_id").orElse("import"),
                line.text("prompt"),
                line.text("response_text"),
                line.optionalText("model_id").orElse("default"),
                line.object("metadata"));
    }

    /** What goes with the image on upload: the part of the metadata that is about it. */
    Map<String, String> uploadFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("user_id", userId);
        fields.put("metadata", metadata.deepCopy().retain(ABOUT_THE_IMAGE).toString());
        return fields;
    }

    /**
     * The response's id, made of what it says about which bytes: the same line is the same response for ever, in whichever
     * folder.
     */
    UUID idFor(String imageSha256) {
        MessageDigest digest = ImageFile.sha256();
        for (String part : List.of("response", imageSha256, prompt, responseText, modelId)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        // Version 8 of RFC 9562: made of a hash that is not SHA-1.
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low);
    }
}
