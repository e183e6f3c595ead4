package dev.rewarddesk.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and sizes as people write them. */
final class Quantities {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,15})([kmg]?)b?");

    private Quantities() {}

    /** Such as {@code 200ms}, {@code 90s}, {@code 15m} or {@code 2h}. */
    static Optional<Duration> time(String written) {
        Matcher time = TIME.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(time.group(1));
        return Optional.of(
                switch (time.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }

    /** Such as {@code 1000}, {@code 500k}, {@code 20M} or {@code 2G}, in steps of 1024; at least one. */
    static Optional<Long> bytes(String written) {
        Matcher bytes = BYTES.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!bytes.matches()) {
            return Optional.empty();
        }
        int shift = switch (bytes.group(2)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        long number = Long.parseLong(bytes.group(1));
        return number < 1 || number > Long.MAX_VALUE >> shift ? Optional.empty() : Optional.of(number << shift);
    }
}
