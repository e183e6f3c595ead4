package dev.rewarddesk.embedded.storage;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** URLs that open one object to whoever has them, for a time. The token is the end in epoch seconds and an HMAC over both. */
public final class SignedUrls {

    private final SecretKeySpec key;
    private final InstantSource clock;

    /** @param key what nobody else knows */
    public SignedUrls(String key, InstantSource clock) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /** The URL of an object, relative to {@code /storage/v1}. */
    public String object(String bucket, String name, Duration lifetime) {
        return "/object/sign/" + Paths.encode(bucket + "/" + name) + "?token=" + token(bucket, name, lifetime);
    }

    /** The URL of an object's thumbnail, relative to {@code /storage/v1}; the size is added to it freely. */
    public String thumbnail(String bucket, String name, Duration lifetime) {
        return "/render/image/sign/" + Paths.encode(bucket + "/" + name) + "?token=" + token(bucket, name, lifetime);
    }

    /** Whether the token opens this object now. */
    public boolean opens(String token, String bucket, String name) {
        int dot = token.indexOf('.');
        if (dot < 1 || !token.substring(0, dot).matches("\\d{1,12}")) {
            return false;
        }
        long end = Long.parseLong(token.substring(0, dot));
        boolean ours = MessageDigest.isEqual(
                signature(bucket, name, end).getBytes(StandardCharsets.US_ASCII),
                token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
        return ours && clock.instant().getEpochSecond() < end;
    }

    private String token(String bucket, String name, Duration lifetime) {
        long end = clock.instant().plus(lifetime).getEpochSecond();
        return end + "." + signature(bucket, name, end);
    }

    private String signature(String bucket, String name, long end) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] signed = mac.doFinal((end + "\n" + bucket + "\n" + name).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
