package dev.rewarddesk.supabase;

import dev.rewarddesk.failure.ServiceFailure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What an invitation's link holds, whichever form of it a person has. */
public sealed interface InvitationLink {

    /**
     * The link in the mail, not opened yet.
     *
     * @param type what it is for: {@code invite}, or {@code recovery} where somebody who has come before lost the password
     */
    record Fresh(String tokenHash, String type) implements InvitationLink {
        /** Never shows the token. */
        @Override
        public String toString() {
            return "Fresh";
        }
    }

    /** The address of the page that the link has led to: it has the session in its fragment. */
    record Opened(String refreshToken) implements InvitationLink {
        /** Never shows the token. */
        @Override
        public String toString() {
            return "Opened";
        }
    }

    /** Reads a pasted link; {@code Invalid}, with what to do, where it is none. */
    static InvitationLink read(String pasted) {
        String link = pasted.strip();
        Map<String, String> fragment = parameters(after(link, '#'));
        Map<String, String> query = parameters(after(link.split("#", 2)[0], '?'));
        String refresh = fragment.getOrDefault("refresh_token", "");
        if (!refresh.isEmpty()) {
            return new Opened(refresh);
        }
        if (fragment.containsKey("error") || query.containsKey("error")) {
            throw new ServiceFailure.Invalid(
                    "invitation_used",
                    "This invitation was used before or is too old. Nothing was changed; ask a lead to invite you again, or"
                            + " sign in if you have set a password.",
                    "link");
        }
        String hash = query.getOrDefault("token_hash", query.getOrDefault("token", ""));
        if (hash.isEmpty()) {
            throw new ServiceFailure.Invalid(
                    "no_invitation",
                    "This is no invitation. Copy the whole link from the mail, or the address of the page that it opened.",
                    "link");
        }
        return new Fresh(hash, "recovery".equals(query.get("type")) ? "recovery" : "invite");
    }

    private static String after(String link, char mark) {
        int at = link.indexOf(mark);
        return at < 0 ? "" : link.substring(at + 1);
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : encoded.split("&", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2) {
                parameters.putIfAbsent(pair[0], decoded(pair[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            return value;
        }
    }
}
