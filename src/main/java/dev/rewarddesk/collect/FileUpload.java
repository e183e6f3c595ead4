package dev.rewarddesk.collect;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.Multipart;
import dev.rewarddesk.supabase.SupabaseClient;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings single image files in. */
public final class FileUpload {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PatientCalls calls;

    public FileUpload(SupabaseClient client) {
        this.calls = new PatientCalls(client.functions());
    }

    /**
     * An image in the workspace.
     *
     * @param isNew whether this upload brought it there
     */
    public record Stored(UUID id, boolean isNew) {}

    /**
     * Uploads the file. Ends with {@code Invalid} where it is none that a workspace takes, and with another {@code ServiceFailure} where
     * the workspace fails. Blocks.
     *
     * @param file not a link
     * @param category null for the workspace's usual one
     * @param metadata what is known of it, by the contract's names
     */
    public Stored upload(Path file, String userId, @Nullable String category, Map<String, Object> metadata) {
        ImageFile image;
        try {
            image = ImageFile.read(file);
        } catch (BadLine refused) {
            throw new ServiceFailure.Invalid("image_refused", "Not uploaded: " + refused.getMessage() + ".", "file");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("user_id", userId);
        if (category != null) {
            fields.put("category", category);
        }
        fields.put("metadata", JSON.valueToTree(metadata).toString());
        Wire stored = calls.send(FunctionsApi.post("upload").body(new Multipart(image.name(), image.bytes(), fields)))
                .whole(Wire.class);
        return new Stored(stored.imageId(), !Boolean.TRUE.equals(stored.duplicate()));
    }

    private record Wire(
            @JsonProperty("imageId") UUID imageId, @Nullable Boolean duplicate) {}
}
