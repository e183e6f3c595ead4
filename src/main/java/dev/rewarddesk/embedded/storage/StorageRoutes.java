package dev.rewarddesk.embedded.storage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.http.Refusal;
import dev.rewarddesk.embedded.http.Route;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /storage/v1}: images for whoever may see their row, or has a signed URL. */
public final class StorageRoutes {

    private static final String BASE = "/storage/v1";
    private static final int MOST_PATHS = 1000;
    private static final int LONGEST_LIFETIME = 7 * 24 * 3600;

    private final Gate gate;
    private final Desk desk;
    private final Contents contents;
    private final SignedUrls links;
    private final Thumbnails thumbnails = new Thumbnails();

    public StorageRoutes(Gate gate, Desk desk, Contents contents, SignedUrls links) {
        this.gate = gate;
        this.desk = desk;
        this.contents = contents;
        this.links = links;
    }

    /** Every route. */
    public List<Route> routes() {
        return List.of(
                Route.post(BASE + "/object/sign/{bucket}", this::signAll),
                Route.post(BASE + "/object/sign/{bucket}/<name>", this::sign),
                Route.get(BASE + "/object/sign/{bucket}/<name>", context -> send(context, signed(context))),
                Route.get(BASE + "/object/authenticated/{bucket}/<name>", context -> send(context, own(context))),
                Route.get(BASE + "/render/image/sign/{bucket}/<name>", context -> render(context, signed(context))),
                Route.get(
                        BASE + "/render/image/authenticated/{bucket}/<name>", context -> render(context, own(context))),
                Route.get(BASE + "/object/{bucket}/<name>", context -> send(context, own(context))));
    }

    private void sign(Context context) throws IOException, SQLException {
        own(context);
        JsonNode body = Json.body(context).value();
        String bucket = context.pathParam("bucket");
        String name = context.pathParam("name");
        JsonNode transform = body.path("transform");
        String url = transform.isObject()
                ? links.thumbnail(bucket, name, lifetime(body)) + query(transform)
                : links.object(bucket, name, lifetime(body));
        answer(context, Map.of("signedURL", url));
    }

    private void signAll(Context context) throws IOException, SQLException {
        Caller caller = gate.caller(context);
        JsonNode body = Json.body(context).value();
        String bucket = context.pathParam("bucket");
        Duration lifetime = lifetime(body);
        JsonNode paths = body.path("paths");
        if (!paths.isArray() || paths.isEmpty() || paths.size() > MOST_PATHS) {
            throw Refusal.of(400, "invalid_paths", "paths must be a list of 1 to %d texts.".formatted(MOST_PATHS));
        }
        List<Map<String, @Nullable Object>> signed = new ArrayList<>();
        desk.as(caller.toDatabase(), transaction -> {
            for (JsonNode path : paths) {
                boolean there = path.isTextual()
                        && StoredObject.find(transaction.connection(), bucket, path.textValue())
                                .isPresent();
                Map<String, @Nullable Object> entry = new LinkedHashMap<>();
                entry.put("error", there ? null : "Either the object does not exist or you do not have access to it");
                entry.put("path", path.asText());
                entry.put("signedURL", there ? links.object(bucket, path.textValue(), lifetime) : null);
                signed.add(entry);
            }
            return signed;
        });
        answer(context, signed);
    }

    /** The object, seen as the caller: what the policies hide does not exist. */
    private StoredObject own(Context context) throws SQLException {
        return find(gate.caller(context), context);
    }

    private StoredObject signed(Context context) throws SQLException {
        String token = context.queryParam("token");
        if (token == null || !links.opens(token, context.pathParam("bucket"), context.pathParam("name"))) {
            throw Refusal.of(400, "InvalidJWT", "The signed URL is invalid or has expired.");
        }
        return find(new Caller.Service(), context);
    }

    private StoredObject find(Caller caller, Context context) throws SQLException {
        Optional<StoredObject> object = desk.as(
                caller.toDatabase(),
                transaction -> StoredObject.find(
                        transaction.connection(), context.pathParam("bucket"), context.pathParam("name")));
        return object.orElseThrow(StorageRoutes::notFound);
    }

    private void send(Context context, StoredObject object) throws IOException {
        InputStream bytes = contents.open(context.pathParam("name"), object);
        image(context, object.contentType()).header("Content-Length", Long.toString(object.size()));
        String name = context.queryParam("download");
        if (name != null) {
            String encoded = Paths.encode(name);
            context.header(
                    "Content-Disposition",
                    name.isEmpty()
                            ? "attachment;"
                            : "attachment; filename=%1$s; filename*=UTF-8''%1$s;".formatted(encoded));
        }
        context.result(bytes);
    }

    private void render(Context context, StoredObject object) throws IOException {
        Optional<ThumbnailSize> size = ThumbnailSize.of(
                context.queryParam("width"),
                context.queryParam("height"),
                context.queryParam("resize"),
                context.queryParam("quality"));
        if (size.isEmpty()) {
            send(context, object);
            return;
        }
        Thumbnails.Picture picture;
        try {
            picture = thumbnails.of(
                    () -> contents.open(context.pathParam("name"), object), object.contentType(), size.get());
        } catch (IOException broken) {
            throw Refusal.of(400, "not_an_image", "The image cannot be decoded, so there is no thumbnail of it.");
        }
        image(context, picture.contentType()).result(picture.bytes());
    }

    // An object's bytes never change; a caller's right to them may.
    private static Context image(Context context, String contentType) {
        context.res().setCharacterEncoding(null);
        return context.contentType(contentType).header("Cache-Control", "private, max-age=3600");
    }

    private static Duration lifetime(JsonNode body) {
        JsonNode seconds = body.path("expiresIn");
        if (!seconds.isIntegralNumber() || !seconds.canConvertToInt() || seconds.intValue() < 1) {
            throw Refusal.of(400, "invalid_expiresIn", "expiresIn must be a whole number of seconds, at least 1.");
        }
        return Duration.ofSeconds(Math.min(seconds.intValue(), LONGEST_LIFETIME));
    }

    private static String query(JsonNode transform) {
        StringBuilder query = new StringBuilder();
        for (String name : List.of("width", "height", "resize", "quality")) {
            if (transform.path(name).isValueNode()) {
                query.append('&')
                        .append(name)
                        .append('=')
                        .append(Paths.encode(transform.path(name).asText()));
            }
        }
        return query.toString();
    }

    private static Refusal notFound() {
        return Refusal.of(404, "not_found", "Object not found");
    }

    private static void answer(Context context, Object document) {
        context.contentType("application/json").result(Json.text(document));
    }
}
