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
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code /functions/v1}: each route is one operation of the SQL. */
public final class FunctionRoutes {

    private static final String BUCKET = "scraped-images";
    private static final Duration LINK_LIFETIME = Duration.ofHours(1);
    private static final String RESPONSES = "/functions/v1/rft-responses";
    private static final String REWARDS = "/functions/v1/rft-rewards";
    private static final String CHECKPOINTS = "/functions/v1/rft-checkpoints";

    private final Gate gate;
    private final Desk desk;
    private final SignedUrls links;

    public FunctionRoutes(Gate gate, Desk desk, SignedUrls links) {
        this.gate = gate;
        this.desk = desk;
        this.links = links;
    }

    /** Every route but the upload. */
    public List<Route> routes() {
        return List.of(
                Route.post(RESPONSES, calls("create_response")),
                Route.get(RESPONSES, calls("list_responses", this::withLinks)),
                Route.delete(RESPONSES, calls("delete_response")),
                Route.get(RESPONSES + "/facets", calls("list_facets")),
                Route.put(RESPONSES, calls("update_response")),
                Route.post(RESPONSES + "/queue/claim", calls("claim_items", this::withLinks)),
                Route.post(RESPONSES + "/queue/heartbeat", calls("renew_items")),
                Route.post(RESPONSES + "/queue/release", calls("release_items")),
                Route.post(RESPONSES + "/queue/skip", calls("skip_item")),
                Route.post(RESPONSES + "/queue/flag", calls("flag_item")),
                Route.delete(RESPONSES + "/queue/flag", calls("unflag_item")),
                Route.get(RESPONSES + "/queue", calls("review_progress")),
                Route.get(RESPONSES + "/workspace", calls("read_workspace")),
                Route.put(RESPONSES + "/workspace", calls("update_workspace")),
                Route.post(REWARDS, calls("create_reward")),
                Route.get(REWARDS, calls("list_rewards", this::withLinks)),
                Route.put(REWARDS, calls("update_reward")),
                Route.delete(REWARDS, calls("delete_reward")),
                Route.get(REWARDS + "/history", calls("reward_history")),
                Route.get(REWARDS + "/statistics", calls("read_statistics")),
                Route.post(CHECKPOINTS, calls("create_checkpoint")),
                Route.get(CHECKPOINTS, calls("list_checkpoints")),
                Route.put(CHECKPOINTS, calls("update_checkpoint")),
                Route.delete(CHECKPOINTS, calls("delete_checkpoint")),
                Route.get(CHECKPOINTS + "/history", calls("list_activations")),
                Route.post(CHECKPOINTS + "/rollback", calls("rollback_checkpoint")),
                Route.get(CHECKPOINTS + "/evidence", calls("read_evidence")),
                Route.get(CHECKPOINTS + "/comparison", calls("read_comparison")),
                Route.get(CHECKPOINTS + "/activation", calls("read_activation_case")),
                Route.post(CHECKPOINTS + "/schedule", calls("schedule_activation")),
                Route.get(CHECKPOINTS + "/schedule", calls("list_schedules")),
                Route.delete(CHECKPOINTS + "/schedule", calls("cancel_schedule")),
                Route.post(CHECKPOINTS + "/schedule/perform", calls("perform_scheduled")));
    }

    private Handler calls(String operation) {
        return calls(operation, UnaryOperator.identity());
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

    static void send(Context context, String document) {
        context.contentType("application/json").result(document);
    }

    // Adds to each item's image where to fetch it without a token, relative to the base URL.
    private String withLinks(String answer) {
        JsonNode document = Json.parsed(answer);
        for (JsonNode item : document.path("data")) {
            if (item.path("image") instanceof ObjectNode image) {
                String path = image.path("storage_path").asText();
                image.put("signed_url", "/storage/v1" + links.object(BUCKET, path, LINK_LIFETIME));
                image.put("thumbnail_url", "/storage/v1" + links.thumbnail(BUCKET, path, LINK_LIFETIME));
            }
        }
        return document.toString();
    }
}
