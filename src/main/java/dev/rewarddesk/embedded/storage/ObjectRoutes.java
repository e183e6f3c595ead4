package dev.rewarddesk.embedded.storage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.http.Refusal;
import dev.rewarddesk.embedded.http.Route;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Storing and removing objects themselves, for who has the secret key; an image comes and goes with its row by {@code upload}. */
public final class ObjectRoutes {

    private static final String BASE = "/storage/v1/object/{bucket}";
    private static final int MOST_PATHS = 1000;

    private final Gate gate;
    private final Desk desk;
    private final Blobs blobs;

    public ObjectRoutes(Gate gate, Desk desk, Blobs blobs) {
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
        String type =
                String.valueOf(context.contentType()).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        Bucket bucket = desk.as(
                caller.toDatabase(), transaction -> Bucket.find(transaction.connection(), context.pathParam("bucket")));
        bucket.admit(type);
        try (Blobs.Draft draft = blobs.receive(new ByteArrayInputStream(bytes(context, bucket)));
                Blobs.Storing storing = blobs.storing()) {
            desk.<Boolean, IOException>as(caller.toDatabase(), transaction -> {
                StoredObject object = new StoredObject(draft.sha256(), type, draft.size());
                if (!object.insert(transaction.connection(), bucket.id(), name)) {
                    throw Refusal.of(409, "Duplicate", "The resource already exists");
                }
                storing.keep(draft);
                return true;
            });
        }
        answer(context, Map.of("Key", bucket.id() + "/" + name));
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

    private static byte[] bytes(Context context, Bucket bucket) throws IOException {
        try (InputStream body = context.bodyInputStream()) {
            byte[] bytes = body.readNBytes(Math.toIntExact(bucket.longest()) + 1);
            if (bytes.length > bucket.longest()) {
                throw Refusal.of(413, "Payload too large", "The object exceeded the maximum allowed size");
            }
            return bytes;
        }
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
