package dev.rewarddesk.embedded.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.http.Json;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Scheduled activations that could not be done, each told once to one listener. What failed before it came is in the list. */
final class FailedSchedules {

    // By the ids and not by the time: one that failed earlier may be seen later, when its transaction ends.
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final Desk desk;
    private final Caller caller;
    private final String query;
    private final Set<String> told = new HashSet<>();

    private FailedSchedules(Desk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
        this.query = JsonNodeFactory.instance
                .objectNode()
                .put("state", "failed")
                .put("limit", "1000")
                .put("finished_since", Instant.now().minus(OVERLAP).toString())
                .toString();
    }

    /** Those to come from now on. */
    static FailedSchedules from(Desk desk, Caller caller) throws SQLException {
        FailedSchedules failed = new FailedSchedules(desk, caller);
        failed.news();
        return failed;
    }

    /** An event for each that has not been told yet, the oldest first; empty where there is none. */
    String news() throws SQLException {
        String document =
                desk.as(caller.toDatabase(), transaction -> transaction.call("list_schedules", query, null, "{}"));
        StringBuilder events = new StringBuilder();
        for (JsonNode schedule : Json.parsed(document).path("data")) {
            if (told.add(schedule.path("id").asText())) {
                // Without an id: the last one stays that of the active checkpoint.
                events.insert(0, "event: schedule_failed\ndata: " + schedule + "\n\n");
            }
        }
        return events.toString();
    }
}
