package dev.rewarddesk.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** Just enough of a workspace to import into: images by their bytes, responses by id, checkpoints by version. */
final class PretendData extends Dispatcher {

    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<ByteString, UUID> images = new HashMap<>();
    final Map<String, JsonNode> responses = new LinkedHashMap<>();
    final Map<String, JsonNode> checkpoints = new LinkedHashMap<>();
    final List<String> uploads = new ArrayList<>();
    int busyAnswers;

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        if (busyAnswers > 0) {
            busyAnswers--;
            return answer(429, "{}").newBuilder().setHeader("Retry-After", "0").build();
        }
        ByteString body = request.getBody() == null ? ByteString.EMPTY : request.getBody();
        return switch (request.getTarget()) {
            case "/functions/v1/upload" -> upload(body);
            case "/functions/v1/rft-responses" -> create(responses, "id", "id_taken", body);
            case "/functions/v1/rft-checkpoints" -> checkpoint(body);
            case "/functions/v1/rft-checkpoints?version=v1" ->
                answer(200, "{\"success\":true,\"data\":[" + checkpoints.get("v1") + "]}");
            default -> answer(404, "{\"success\":false,\"error\":\"There is no such thing.\",\"code\":\"none\"}");
        };
    }

    private MockResponse upload(ByteString form) {
        String text = form.string(StandardCharsets.ISO_8859_1);
        if (text.contains("\"quality_score\":7")) {
            return answer(
                    400,
                    "{\"success\":false,\"error\":\"quality_score must be from 0 to 1.\","
                            + "\"code\":\"invalid_quality_score\",\"field\":\"quality_score\"}");
        }
        uploads.add(text);
        int start = text.indexOf("\r\n\r\n", text.indexOf("name=\"file\"")) + 4;
        ByteString bytes = form.substring(start, text.indexOf("\r\n--", start));
        boolean duplicate = images.containsKey(bytes);
        UUID id = images.computeIfAbsent(bytes, _ -> UUID.randomUUID());
        return answer(
                200, "{\"success\":true,\"imageId\":\"" + id + "\"" + (duplicate ? ",\"duplicate\":true" : "") + "}");
    }

    private MockResponse checkpoint(ByteString body) {
        JsonNode json = json(body);
        boolean anyActive = checkpoints.values().stream()
                .anyMatch(other -> other.path("is_active").asBoolean());
        if (anyActive && json.path("is_active").asBoolean() && json.has("expected_active")) {
            return answer(409, "{\"success\":false,\"error\":\"Another is active.\",\"code\":\"active_changed\"}");
        }
        return create(checkpoints, "version", "version_taken", body);
    }

    private static MockResponse create(Map<String, JsonNode> rows, String key, String taken, ByteString body) {
        JsonNode json = json(body);
        if (rows.putIfAbsent(json.get(key).asText(), json) != null) {
            return answer(409, "{\"success\":false,\"error\":\"There is already one.\",\"code\":\"" + taken + "\"}");
        }
        return answer(200, "{\"success\":true,\"data\":{}}");
    }

    private static JsonNode json(ByteString body) {
        try {
            return JSON.readTree(body.utf8());
        } catch (IOException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
