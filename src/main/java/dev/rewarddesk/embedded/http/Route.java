package dev.rewarddesk.embedded.http;

import io.javalin.http.Handler;

/**
 * A method on a path, and what answers it.
 *
 * @param method such as {@code GET}
 * @param path in Javalin's form: <code>{name}</code> is a segment, {@code <name>} the rest of the path
 * @param handler answers, or throws a {@link Refusal}
 */
public record Route(String method, String path, Handler handler) {

    public static Route get(String path, Handler handler) {
        return new Route("GET", path, handler);
    }

    public static Route post(String path, Handler handler) {
        return new Route("POST", path, handler);
    }

    public static Route put(String path, Handler handler) {
        return new Route("PUT", path, handler);
    }

    public static Route delete(String path, Handler handler) {
        return new Route("DELETE", path, handler);
    }
}
