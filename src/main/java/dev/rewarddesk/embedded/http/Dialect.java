package dev.rewarddesk.embedded.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form in which an API tells a failure. The wire contract has its own, and Supabase's APIs have theirs. */
enum Dialect {
    CONTRACT {
        @Override
        void write(Refusal refusal, Context context) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("success", false);
            document.put("error", refusal.sentence());
            document.putAll(refusal.more());
            document.putIfAbsent("code", refusal.code());
            answer(context, refusal.status(), document);
        }
    },
    AUTH {
        @Override
        void write(Refusal refusal, Context context) {
            String version = context.header(API_VERSION);
            if (version != null && version.compareTo("2024-01-01") >= 0) {
                context.header(API_VERSION, "2024-01-01");
                answer(context, refusal.status(), Map.of("code", refusal.code(), "message", refusal.sentence()));
            } else {
                answer(
                        context,
                        refusal.status(),
                        Map.of("code", refusal.status(), "error_code", refusal.code(), "msg", refusal.sentence()));
            }
        }
    },
    STORAGE {
        @Override
        void write(Refusal refusal, Context context) {
            boolean aboutTheObject = switch (refusal.status()) {
                case 400, 403, 404, 409 -> true;
                default -> false;
            };
            answer(
                    context,
                    aboutTheObject ? 400 : refusal.status(),
                    Map.of(
                            "statusCode", Integer.toString(refusal.status()),
                            "code", storageCode(refusal),
                            "error", refusal.code(),
                            "message", refusal.sentence()));
        }
    };

    private static final String API_VERSION = "X-Supabase-Api-Version";

    abstract void write(Refusal refusal, Context context);

    static Dialect of(Context context) {
        String path = context.path();
        return path.startsWith("/auth/v1/") ? AUTH : path.startsWith("/storage/v1/") ? STORAGE : CONTRACT;
    }

    // Older clients read `error`, newer ones the code that S3 would give.
    private static String storageCode(Refusal refusal) {
        return switch (refusal.code()) {
            case "not_found" -> "NoSuchKey";
            case "Bucket not found" -> "NoSuchBucket";
            case "Duplicate" -> "KeyAlreadyExists";
            case "InvalidJWT" -> "InvalidJWT";
            case "invalid_mime_type" -> "InvalidMimeType";
            case "Payload too large" -> "EntityTooLarge";
            default ->
                switch (refusal.status()) {
                    case 401, 403 -> "AccessDenied";
                    case 429, 503 -> "SlowDown";
                    case 500 -> "InternalError";
                    default -> "InvalidRequest";
                };
        };
    }

    private static void answer(Context context, int status, Map<String, ?> document) {
        context.status(status).contentType("application/json").result(Json.text(document));
    }
}
