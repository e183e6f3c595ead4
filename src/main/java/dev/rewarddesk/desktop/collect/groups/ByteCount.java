package dev.rewarddesk.desktop.collect.groups;

import dev.rewarddesk.desktop.text.Texts;

/** How much a file weighs, for people. */
final class ByteCount {

    private static final double THOUSAND = 1000;

    private ByteCount() {}

    /** Such as {@code 640 B}, {@code 340 kB} or {@code 1.2 MB}. */
    static String of(long bytes) {
        if (bytes < THOUSAND) {
            return Texts.of("groups.bytes", bytes);
        }
        return bytes < THOUSAND * THOUSAND
                ? Texts.of("groups.kilobytes", bytes / THOUSAND)
                : Texts.of("groups.megabytes", bytes / THOUSAND / THOUSAND);
    }
}
