package dev.rewarddesk.supabase;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request about to be sent.
 *
 * @param path from the workspace's URL, beginning with a slash; put in as it is, so no part of it may come from outside
 * @param body written as JSON; null for none
 */
public record Call(
        String method,
        String path,
        Map<String, String> query,
        @Nullable Object body,
        Map<String, String> headers) {

    /** Reads; may be repeated at will. */
    public static Call get(String path) {
        return new Call("GET", path, Map.of(), null, Map.of());
    }

    /** Adds, under an {@code Idempotency-Key} of its own, so that sending this same call twice adds once. */
    public static Call post(String path) {
        return new Call("POST", path, Map.of(), null, Map.of()).idempotencyKey(UUID.randomUUID());
    }

    /** Changes what is there. */
    public static Call put(String path) {
        return new Call("PUT", path, Map.of(), null, Map.of());
    }

    /** Takes away. */
    public static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), null, Map.of());
    }

    /** With a query parameter more. */
    public Call query(String name, Object value) {
        return new Call(method, path, with(query, name, value.toString()), body, headers);
    }

    /** With this body. */
    public Call body(Object newBody) {
        return new Call(method, path, query, newBody, headers);
    }

    /** Only where what is to be changed still has that revision; {@code Conflict} otherwise. */
    public Call ifMatch(int revision) {
        return new Call(method, path, query, body, with(headers, "If-Match", Integer.toString(revision)));
    }

    /** With this key, where the call is to be the same one even after a restart. */
    public Call idempotencyKey(UUID key) {
        return new Call(method, path, query, body, with(headers, "Idempotency-Key", key.toString()));
    }

    Call headers(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Call(method, path, query, body, all);
    }

    boolean changesSomething() {
        return !method.equals("GET");
    }

    /** Shows neither query nor body, which may hold what is nobody else's business. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }
}
