package dev.rewarddesk.embedded.functions;

import dev.rewarddesk.embedded.http.HttpServer;
import dev.rewarddesk.embedded.http.Json;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as the SQL takes it.
 *
 * @param name the operation
 * @param query the query parameters as a JSON object of texts
 * @param body the body as it came; null for none
 * @param headers the headers that count
 */
public record Operation(String name, String query, @Nullable String body, String headers) {

    /** The call that this request is. */
    static Operation of(String name, Context context, @Nullable String body) {
        return new Operation(name, query(context), body, headers(context));
    }

    private static String query(Context context) {
        Map<String, String> parameters = new LinkedHashMap<>();
        context.queryParamMap().forEach((key, values) -> parameters.put(key, values.getFirst()));
        return Json.text(parameters);
    }

    private static String headers(Context context) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("base-url", HttpServer.baseUrl(context));
        pass(context, "if-match", headers);
        pass(context, "idempotency-key", headers);
        return Json.text(headers);
    }

    private static void pass(Context context, String name, Map<String, String> headers) {
        String value = context.header(name);
        if (value != null) {
            headers.put(name, value);
        }
    }
}
