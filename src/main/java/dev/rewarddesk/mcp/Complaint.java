package dev.rewarddesk.mcp;

import dev.rewarddesk.failure.ServiceFailure;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.time.Duration;

/** A failure as a client reads it: what happened, its code, and what to do. */
final class Complaint {

    private Complaint() {}

    static String of(ServiceFailure failure) {
        return "%s\nCode: %s\nWhat to do: %s".formatted(failure.getMessage(), failure.code(), advice(failure));
    }

    /** The same for what is no tool and has no result to tell it in. */
    static McpError error(ServiceFailure failure) {
        return McpError.builder(
                        failure instanceof ServiceFailure.Invalid || failure instanceof ServiceFailure.NotFound
                                ? ErrorCodes.INVALID_PARAMS
                                : ErrorCodes.INTERNAL_ERROR)
                .message(Plain.text(of(failure)))
                .build();
    }

    private static String advice(ServiceFailure failure) {
        return switch (failure) {
            case ServiceFailure.Offline _ ->
                "check with rft_get_statistics whether the workspace is there again, and whether it happened, before trying again.";
            case ServiceFailure.SignedOut _ -> "ask the person whose workspace this is to sign in again.";
            case ServiceFailure.Forbidden _ -> "leave it to somebody whose role allows it; trying again will not help.";
            case ServiceFailure.NotFound _ -> "list what there is, and name one of those.";
            case ServiceFailure.Conflict conflict -> conflict(conflict.code());
            case ServiceFailure.Invalid invalid ->
                invalid.field() == null
                        ? "correct the arguments and call again."
                        : "correct `" + invalid.field() + "` and call again.";
            case ServiceFailure.Server server -> {
                Duration pause = server.retryAfter();
                yield pause == null
                        ? "tell the person whose workspace this is."
                        : "try again in " + Math.max(1, pause.toSeconds()) + " seconds.";
            }
        };
    }

    private static String conflict(String code) {
        return code.equals("guarded")
                ? "collect what is missing, or leave it to a lead, who may override the guard rails in the desktop."
                : "look at how it is now, and decide anew.";
    }
}
