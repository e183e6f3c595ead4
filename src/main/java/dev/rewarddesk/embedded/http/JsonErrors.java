package dev.rewarddesk.embedded.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty itself refuses, before any route is asked: told as the contract tells failures, and never as a page. */
final class JsonErrors extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(response, true, document(status), callback);
    }

    private static String document(int status) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("success", false);
        document.put(
                "error",
                switch (status) {
                    case 404 -> "There is nothing at this address.";
                    case 413 -> "The request is too large.";
                    case 414, 431 -> "The address or the headers are too long.";
                    default ->
                        isTheCallers(status)
                                ? "The request cannot be read as HTTP."
                                : "The server failed; see its log.";
                });
        document.put("code", isTheCallers(status) ? "bad_request" : "server_error");
        return Json.text(document);
    }

    private static boolean isTheCallers(int status) {
        return status < 500 || status == 505;
    }
}
