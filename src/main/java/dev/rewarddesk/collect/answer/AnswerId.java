package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.prompt.Prompt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/** What an answer is known by: the same question of the same model about the same image has the same id for ever. */
final class AnswerId {

    private AnswerId() {}

    /** @param sample which of several answers to the same question, from 0 */
    static UUID of(UUID image, String model, Prompt prompt, int sample) {
        return hash(
                List.of("answer", image.toString(), model, prompt.system(), prompt.text(), Integer.toString(sample)));
    }

    /**
     * The key under which an answer is sent: the same for what was recorded, however often it is sent; another for another
     * answer to the same question, such as after somebody deleted the first.
     */
    static UUID key(String document) {
        return hash(List.of("answer's document", document));
    }

    private static UUID hash(List<String> parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
