package dev.rewarddesk.embedded.storage;

import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.http.Refusal;
import dev.rewarddesk.embedded.http.Route;
import io.javalin.http.Context;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What there is in a bucket, for who may see it. Nothing is public. */
public final class BrowseRoutes {

    private static final String BASE = "/storage/v1";

    private final Gate gate;
    private final Desk desk;

    public BrowseRoutes(Gate gate, Desk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    /** Every route. To be put before those of {@link StorageRoutes}, whose last path is wider. */
    public List<Route> routes() {
        return List.of(
                Route.post(BASE + "/object/list/{bucket}", this::list),
                Route.get(BASE + "/object/info/authenticated/{bucket}/<name>", this::facts),
                Route.get(BASE + "/object/info/{bucket}/<name>", this::facts),
                Route.get(BASE + "/object/public/{bucket}/<name>", BrowseRoutes::noPublicBucket),
                Route.get(BASE + "/render/image/public/{bucket}/<name>", BrowseRoutes::noPublicBucket));
    }

    private void list(Context context) throws IOException, SQLException {
        Caller caller = gate.caller(context);
        Listing listing = Listing.of(Json.body(context).value());
        String found = desk.as(
                caller.toDatabase(),
                transaction -> listing.find(transaction.connection(), context.pathParam("bucket")));
        context.contentType("application/json").result(found);
    }

    private void facts(Context context) throws SQLException {
        Caller caller = gate.caller(context);
        String facts = desk.as(
                        caller.toDatabase(),
                        transaction -> Listing.facts(
                                transaction.connection(), context.pathParam("bucket"), context.pathParam("name")))
                .orElseThrow(() -> Refusal.of(404, "not_found", "Object not found"));
        context.contentType("application/json").result(facts);
    }

    private static void noPublicBucket(Context context) {
        throw Refusal.of(404, "Bucket not found", "Bucket not found");
    }
}
