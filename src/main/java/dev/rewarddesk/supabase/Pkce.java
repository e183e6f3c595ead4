package dev.rewarddesk.supabase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret of one sign-in through the browser (RFC 7636): whoever catches the code on its way back cannot use it without.
 *
 * @param verifier 64 characters; sent only with the code
 */
public record Pkce(String verifier) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static Pkce create() {
        return new Pkce(random());
    }

    /** What the browser is sent with. */
    public String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** 64 characters that nobody can guess and every URL may hold. */
    public static String random() {
        byte[] bytes = new byte[48];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Never shows the verifier. */
    @Override
    public String toString() {
        return "Pkce[" + challenge() + "]";
    }
}
