package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.inspect.ImageFormat;
import dev.rewarddesk.collect.journal.Journal;
import dev.rewarddesk.collect.journal.RecordedHeld;
import dev.rewarddesk.collect.session.Uploads.ImageRecord;
import dev.rewarddesk.collect.session.Uploads.Uploaded;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okhttp3.HttpUrl;

/** Images that are held back because they look like others: lists them, and does what is decided about them. */
final class Holding {

    private final Journal journal;

    Holding(Journal journal) {
        this.journal = journal;
    }

    List<NearGroup> groups(int most) {
        Map<Long, List<RecordedHeld>> byTaken = new LinkedHashMap<>();
        for (RecordedHeld held : journal.held(most)) {
            byTaken.computeIfAbsent(held.taken().number(), _ -> new ArrayList<>())
                    .add(held);
        }
        return byTaken.values().stream().map(Holding::group).toList();
    }

    byte[] content(long id) {
        return journal.heldContent(id).orElseThrow(() -> unknown(id));
    }

    UUID keep(long id, SupabaseClient client) throws InterruptedException {
        RecordedHeld held = found(id);
        Optional<byte[]> content = journal.heldContent(id);
        if (content.isEmpty()) {
            // Kept before, perhaps by somebody else at this moment.
            return Optional.of(found(id).image().imageId())
                    .filter(image -> !image.isEmpty())
                    .map(UUID::fromString)
                    .orElseThrow(() -> unknown(id));
        }
        ImageFormat format = Wire.read(held.image().about(), About.class).format();
        Uploaded uploaded = new Uploads(client, held.image().session())
                .upload(
                        ImageRecords.fileName(HttpUrl.get(held.image().url()), format.extension()),
                        content.get(),
                        held.sha256(),
                        Wire.read(held.image().record(), ImageRecord.class));
        journal.keep(held, uploaded.isNew() ? "new" : "duplicate", uploaded.id().toString());
        return uploaded.id();
    }

    void drop(long id) {
        RecordedHeld held = found(id);
        if (held.state().equals("kept")) {
            throw new ServiceFailure.Conflict(
                    "held_kept", "The image " + id + " is in the workspace already. Nothing was changed.");
        }
        journal.drop(held);
    }

    private RecordedHeld found(long id) {
        return journal.heldImage(id).orElseThrow(() -> unknown(id));
    }

    private static ServiceFailure unknown(long id) {
        return new ServiceFailure.NotFound(
                "no_such_held", "There is no image " + id + " that is held back. Nothing was changed.");
    }

    private static NearGroup group(List<RecordedHeld> held) {
        RecordedHeld.Source taken = held.getFirst().taken();
        About about = Wire.read(taken.about(), About.class);
        return new NearGroup(
                new NearGroup.Taken(
                        Optional.of(taken.imageId())
                                .filter(image -> !image.isEmpty())
                                .map(UUID::fromString),
                        taken.session(),
                        taken.url(),
                        about.width(),
                        about.height(),
                        about.bytes()),
                held.stream().map(Holding::member).toList());
    }

    private static NearGroup.Held member(RecordedHeld held) {
        Found found = Wire.read(held.image().found(), Found.class);
        About about = Wire.read(held.image().about(), About.class);
        return new NearGroup.Held(
                held.id(),
                held.image().session(),
                held.image().url(),
                found.page(),
                found.altText(),
                about.format(),
                about.width(),
                about.height(),
                about.bytes(),
                about.quality(),
                held.distance(),
                held.foundAt());
    }
}
