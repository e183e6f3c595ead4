package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.fetch.Refusal.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How often pages, or images, were not taken for one reason.
 *
 * @param ofPages whether pages were not, or images
 * @param reason by its code, which may be one of another version
 */
public record ReasonCount(boolean ofPages, String reason, long times) {

    private static final String PAGE = "page_";

    /** What a count's name tells; the counts of a report and of its progress have such names. */
    public static ReasonCount of(String name, long times) {
        // A reason's own name may begin so.
        boolean ofPages = name.startsWith(PAGE) && Reason.named(name).isEmpty();
        return new ReasonCount(ofPages, ofPages ? name.substring(PAGE.length()) : name, times);
    }

    /** All of them, what there is most of first. */
    static List<ReasonCount> all(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(ReasonCount::times)
                        .reversed()
                        .thenComparing(ReasonCount::ofPages)
                        .thenComparing(ReasonCount::reason))
                .toList();
    }

    /** The reason for people, to go after a colon. */
    public String words() {
        return Reason.named(reason).map(Reason::words).orElse(reason);
    }

    /** Whether it is for the person at this machine to allow. */
    public boolean isForTheOwnerToAllow() {
        return reason.equals(Reason.CLOSED_ADDRESS.code());
    }

    /** Such as "2 pages: nobody answered". */
    public String text() {
        return "%d %s%s: %s".formatted(times, ofPages ? "page" : "image", times == 1 ? "" : "s", words());
    }
}
