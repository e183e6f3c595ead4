package dev.rewarddesk.collect;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.Multipart;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Uploads each image of a run once, beside the calling thread. */
final class ImageUploads implements AutoCloseable {

    /** An image met again after so many others is sent again, and the workspace knows it by its bytes. */
    private static final int REMEMBERED = 50_000;

    private final PatientCalls calls;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Path, Future<Uploaded>> uploads = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Future<Uploaded>> eldest) {
            return size() > REMEMBERED;
        }
    };

    ImageUploads(PatientCalls calls) {
        this.calls = calls;
    }

    /**
     * An image in the workspace.
     *
     * @param isNew whether this upload brought it there
     */
    record Uploaded(UUID id, String sha256, boolean isNew) {}

    /**
     * An upload under way or done; it ends with {@link BadLine} or a {@code ServiceFailure} where it fails.
     *
     * @param isOwn whether it was started for the line that asked, with its fields
     */
    record Upload(Future<Uploaded> result, boolean isOwn) {}

    /** The upload of that file; started now unless it was before. */
    Upload of(Path file, Map<String, String> fields) {
        Future<Uploaded> known = uploads.get(file);
        return known == null ? again(file, fields) : new Upload(known, false);
    }

    /** A new upload of that file, such as with other fields than those that were refused. */
    Upload again(Path file, Map<String, String> fields) {
        Future<Uploaded> started = threads.submit(() -> upload(ImageFile.read(file), fields));
        uploads.put(file, started);
        return new Upload(started, true);
    }

    /** Cuts off what is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private Uploaded upload(ImageFile image, Map<String, String> fields) {
        Stored stored = calls.send(FunctionsApi.post("upload").body(new Multipart(image.name(), image.bytes(), fields)))
                .whole(Stored.class);
        return new Uploaded(stored.imageId(), image.hash(), !Boolean.TRUE.equals(stored.duplicate()));
    }

    private record Stored(
            @JsonProperty("imageId") UUID imageId, @Nullable Boolean duplicate) {}
}
