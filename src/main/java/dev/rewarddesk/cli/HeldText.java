package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.NearGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Images that are held back, in words and as a document. */
final class HeldText {

    private HeldText() {}

    static String list(List<NearGroup> groups) {
        if (groups.isEmpty()) {
            return "No image is held back.\n";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ID", "BITS", "SIZE", "KB", "QUALITY", "FROM"));
        for (NearGroup group : groups) {
            NearGroup.Taken taken = group.taken();
            rows.add(List.of(
                    taken.imageId().isPresent() ? "taken" : "not taken",
                    "",
                    size(taken.width(), taken.height()),
                    kilobytes(taken.bytes()),
                    "",
                    taken.url()));
            for (NearGroup.Held held : group.held()) {
                rows.add(List.of(
                        "  " + held.id(),
                        Integer.toString(held.distance()),
                        size(held.width(), held.height()),
                        kilobytes(held.bytes()),
                        String.format(Locale.ROOT, "%.2f", held.quality()),
                        held.url()));
            }
        }
        return Terminal.table(rows);
    }

    /** As {@code --json} prints it. */
    static Object document(NearGroup group) {
        NearGroup.Taken taken = group.taken();
        return new Group(
                new Taken(
                        taken.imageId().orElse(null),
                        taken.session(),
                        taken.url(),
                        taken.width(),
                        taken.height(),
                        taken.bytes()),
                group.held());
    }

    private record Group(Taken taken, List<NearGroup.Held> held) {}

    private record Taken(@Nullable UUID imageId, String session, String url, int width, int height, long bytes) {}

    private static String size(int width, int height) {
        return width + "×" + height;
    }

    private static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e3);
    }
}
