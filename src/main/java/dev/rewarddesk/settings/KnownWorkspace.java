package dev.rewarddesk.settings;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A hosted workspace that a person has connected to.
 *
 * @param url its base URL, without a slash at its end
 * @param publishableKey the key that its API asks for; no secret
 * @param name what the workspace is called; its host until known
 */
public record KnownWorkspace(URI url, String publishableKey, String name) {

    private static final int LONGEST_NAME = 80;

    /** The same under the name that it gives itself, on one line; as it was where that is blank. */
    public KnownWorkspace called(String itself) {
        String line = itself.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(LONGEST_NAME, line.codePointCount(0, line.length())));
        return line.isEmpty() ? this : new KnownWorkspace(url, publishableKey, line.substring(0, end));
    }

    /**
     * Names its folder: always the same for the same URL, so that what waits there is found again even after the workspace was
     * forgotten here.
     */
    public String id() {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "_");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(url.toString().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return host.substring(0, Math.min(host.length(), 60)) + "-"
                    + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
