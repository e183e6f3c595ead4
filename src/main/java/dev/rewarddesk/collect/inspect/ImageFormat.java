package dev.rewarddesk.collect.inspect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that a workspace takes. */
public enum ImageFormat {
    JPEG,
    PNG,
    WEBP,
    GIF;

    /** What the bytes begin as, whatever their name or declared type is; empty where it is none of these. */
    public static Optional<ImageFormat> of(byte[] bytes) {
        String start = new String(Arrays.copyOf(bytes, 12), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        return start.startsWith("RIFF") && start.endsWith("WEBP") ? Optional.of(WEBP) : Optional.empty();
    }

    /** What people call it and files end with, such as {@code png}; {@link #named} reads it back. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format that is called so, {@code jpg} among them; empty where there is none. */
    public static Optional<ImageFormat> named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(plain.equals("jpg") ? "jpeg" : plain))
                .findFirst();
    }
}
