package dev.rewarddesk.collect.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rewarddesk.collect.PatientCalls;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.Multipart;
import dev.rewarddesk.supabase.SupabaseClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uploads images by the contract. The same image of the same run is the same upload, however often it is sent. */
final class Uploads {

    private static final int TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final PatientCalls calls;
    private final String session;

    Uploads(SupabaseClient client, String session) {
        this.calls = new PatientCalls(client.functions());
        this.session = session;
    }

    /**
     * An image in the workspace.
     *
     * @param isNew whether this run brought it there
     */
    record Uploaded(UUID id, boolean isNew) {}

    /** Ends with a {@link ServiceFailure}: {@code Invalid} and {@code Server} of a refusal are about this image alone. */
    Uploaded upload(String fileName, byte[] bytes, String sha256, ImageRecord record) throws InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("user_id", "collect");
        if (!record.category().isEmpty()) {
            fields.put("category", record.category());
        }
        fields.put("metadata", record.metadata());
        UUID key = UUID.nameUUIDFromBytes((session + " " + sha256).getBytes(StandardCharsets.UTF_8));
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try {
                Stored stored = calls.send(FunctionsApi.post("upload")
                                .idempotencyKey(key)
                                .body(new Multipart(fileName, bytes, fields)))
                        .whole(Stored.class);
                return new Uploaded(stored.imageId(), !Boolean.TRUE.equals(stored.duplicate()));
            } catch (ServiceFailure.Offline away) {
                if (attempt == TRIES || Thread.currentThread().isInterrupted()) {
                    throw away;
                }
                Thread.sleep(wait);
                wait = wait.multipliedBy(2);
            }
        }
    }

    /**
     * What goes with an image.
     *
     * @param category empty where none is given
     * @param metadata a JSON object as text
     */
    record ImageRecord(String category, String metadata) {}

    private record Stored(
            @JsonProperty("imageId") UUID imageId, @Nullable Boolean duplicate) {}
}
