package dev.rewarddesk.embedded.storage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.http.Forms;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.http.Refusal;
import dev.rewarddesk.embedded.http.Route;
import io.javalin.http.Context;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Storing and removing objects themselves, for who has the secret key; an image comes and goes with its row by {@code upload}. */
public final class ObjectRoutes {

    private static final String BASE = "/storage/v1/object/{bucket}";
    private static final int MOST_PATHS = 1000;

    private final Gate gate;
    private final Desk desk;
    private final Blobs blobs;
    private final Forms forms;

    public ObjectRoutes(Gate gate, Desk desk, Blobs blobs, Forms forms) {
        this.forms = forms;
        this.gate = gate;
        this.desk = desk;
        this.blobs = blobs;
    }

    /** Every route. To be put behind those of {@link StorageRoutes}, whose paths are narrower. */
    public List<Route> routes() {
        return List.of(Route.post(BASE + "/<name>", this::store), Route.delete(BASE, this::remove));
    }

    private void store(Context context) throws IOException, SQLException {
        Caller caller = service(context);
        String name = context.pathParam("name");
        Bucket bucket = desk.as(
                caller.toDatabase(), transaction -> Bucket.find(transaction.connection(), context.pathParam("bucket")));
        Sent sent = sent(context, bucket);
        bucket.admit(sent.contentType());
        try (Blobs.Draft draft = blobs.receive(sent.bytes());
                Blobs.Storing storing = blobs.storing()) {
            UUID id = desk.<UUID, IOException>as(caller.toDatabase(), transaction -> {
                StoredObject object =
                        new StoredObject(draft.sha256(), sent.contentType(), draft.size(), StoredObject.Place.FOLDER);
                UUID made = object.insert(transaction.connection(), bucket.id(), name)
                        .orElseThrow(() -> Refusal.of(409, "Duplicate", "The resource already exists"));
                storing.keep(draft);
                return made;
            });
            answer(context, Map.of("Id", id, "Key", bucket.id() + "/" + name));
        }
    }

    private void remove(Context context) throws IOException, SQLException {
        Caller caller = service(context);
        String bucket = context.pathParam("bucket");
        List<String> names = prefixes(Json.body(context).value());
        Map<String, String> removed = desk.as(
                caller.toDatabase(), transaction -> StoredObject.remove(transaction.connection(), bucket, names));
        blobs.<SQLException>removeIdle(
                List.copyOf(removed.values()),
                hashes -> desk.as(
                        caller.toDatabase(), transaction -> StoredObject.inUse(transaction.connection(), hashes)));
        answer(
                context,
                removed.keySet().stream()
                        .map(name -> Map.of("bucket_id", bucket, "name", name))
                        .toList());
    }

    private Caller service(Context context) {
        return switch (gate.caller(context)) {
            case Caller.Service service -> service;
            case Caller.Person _ ->
                throw Refusal.of(403, "Unauthorized", "Objects are stored and removed with the secret key alone.");
        };
    }

    /** What is to be stored, and what it is said to be. */
    private record Sent(InputStream bytes, String contentType) {
        private Sent(byte[] bytes, @Nullable String declared) {
            this(
                    new ByteArrayInputStream(bytes),
                    String.valueOf(declared).split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        }
    }

    // As the body, or as the file of a form, as browsers send it.
    private Sent sent(Context context, Bucket bucket) throws IOException {
        if (!context.isMultipartFormData()) {
            try (InputStream body = context.bodyInputStream()) {
                return new Sent(bytes(body, bucket), context.contentType());
            }
        }
        for (Part part : forms.parts(context)) {
            if (part.getSubmittedFileName() != null) {
                try (InputStream body = part.getInputStream()) {
                    return new Sent(bytes(body, bucket), part.getContentType());
                }
            }
        }
        throw Refusal.of(400, "InvalidRequest", "The form has no file.");
    }

    private static byte[] bytes(InputStream body, Bucket bucket) throws IOException {
        byte[] bytes = body.readNBytes(Math.toIntExact(bucket.longest()) + 1);
        if (bytes.length > bucket.longest()) {
            throw Refusal.of(413, "Payload too large", "The object exceeded the maximum allowed size");
        }
        return bytes;
    }

    // Supabase's word; they are whole names.
    private static List<String> prefixes(JsonNode body) {
        JsonNode prefixes = body.path("prefixes");
        List<String> names = new ArrayList<>();
        prefixes.forEach(name -> names.add(name.isTextual() ? name.textValue() : ""));
        if (!prefixes.isArray() || names.isEmpty() || names.size() > MOST_PATHS || names.contains("")) {
            throw Refusal.of(
                    400, "invalid_prefixes", "prefixes must be a list of 1 to %d texts.".formatted(MOST_PATHS));
        }
        return names;
    }

    private static void answer(Context context, Object document) {
        context.contentType("application/json").result(Json.text(document));
    }
}
