package dev.rewarddesk.embedded.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.http.Route;
import dev.rewarddesk.embedded.storage.SignedUrls;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code /functions/v1}: each route is one operation of the SQL. */
public final class FunctionRoutes {

    private static final Duration LINK_LIFETIME = Duration.ofHours(1);

    private final Gate gate;
    private final Desk desk;
    private final SignedUrls links;
    private final Upload upload;
    private final ActiveCheckpoint active;
    private final Handler invitation;

    /** @param invitation makes somebody a member, with an account where that is missing */
    public FunctionRoutes(
            Gate gate, Desk desk, SignedUrls links, Upload upload, ActiveCheckpoint active, Handler invitation) {
        this.gate = gate;
        this.desk = desk;
        this.links = links;
        this.upload = upload;
        this.active = active;
        this.invitation = invitation;
    }

    /** Every route of the table. */
    public List<Route> routes() {
        return FunctionTable.rows().stream()
                .map(row -> new Route(row.method(), row.path(), handler(row)))
                .toList();
    }

    private Handler handler(FunctionTable.Row row) {
        return switch (row.answer()) {
            case DOCUMENT -> calls(row.operation(), UnaryOperator.identity());
            case LINKED -> calls(row.operation(), this::withLinks);
            case TAGGED -> active::answer;
            case EVENTS -> active::stream;
            case UPLOAD -> upload::answer;
            case HEALTH -> this::health;
            case INVITATION -> invitation;
        };
    }

    private Handler calls(String operation, UnaryOperator<String> finish) {
        return context -> {
            Caller caller = gate.caller(context);
            boolean hasBody = switch (context.method().name()) {
                case "POST", "PUT" -> true;
                default -> false;
            };
            Operation call = Operation.of(
                    operation, context, hasBody ? Json.body(context).text() : null);
            String answer = desk.as(
                    caller.toDatabase(), desk -> desk.call(call.name(), call.query(), call.body(), call.headers()));
            send(context, finish.apply(answer));
        };
    }

    // The program itself asks, for whoever has a key.
    private void health(Context context) throws SQLException {
        gate.hasSecretKey(context);
        send(context, desk.as(new Caller.Service().toDatabase(), desk -> desk.call("read_health", "{}", null, "{}")));
    }

    static void send(Context context, String document) {
        context.contentType("application/json").result(document);
    }

    // Adds to each row that is an image or has one where to fetch it without a token, relative to the base URL.
    private String withLinks(String answer) {
        JsonNode document = Json.parsed(answer);
        for (JsonNode item : document.path("data")) {
            if ((item.has("storage_path") ? item : item.path("image")) instanceof ObjectNode image) {
                String path = image.path("storage_path").asText();
                image.put("signed_url", "/storage/v1" + links.object(Upload.BUCKET, path, LINK_LIFETIME));
                image.put("thumbnail_url", "/storage/v1" + links.thumbnail(Upload.BUCKET, path, LINK_LIFETIME));
            }
        }
        return document.toString();
    }
}
