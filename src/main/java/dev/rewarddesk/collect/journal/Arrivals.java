package dev.rewarddesk.collect.journal;

import dev.rewarddesk.collect.journal.Preparation.Likeness;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Decides what becomes of images as they come in, each against all that came before. */
final class Arrivals {

    private final Images images;
    private final HeldImages held;
    private final Fingerprints fingerprints;

    Arrivals(Statements sql) {
        this.images = new Images(sql);
        this.held = new HeldImages(sql);
        this.fingerprints = new Fingerprints(sql);
    }

    Preparation prepare(String session, long image, InspectedImage inspected, NearSearch search, Instant now)
            throws SQLException {
        String sha256 = inspected.sha256();
        if (images.isKnown(session, image, sha256)) {
            images.settle(image, "duplicate", "", "", inspected.fetched(), "");
            return new Preparation.Duplicate();
        }
        Optional<String> before = held.state(sha256);
        if (before.filter("dropped"::equals).isPresent()) {
            images.settle(image, "refused", "dropped", "", inspected.fetched(), "");
            return new Preparation.Dropped();
        }
        images.prepare(image, inspected);
        if (before.filter("held"::equals).isPresent() && search.hold()) {
            return near(image, inspected);
        }
        if (inspected.fingerprint().size() == 0 || fingerprints.isTaken(sha256, session)) {
            return new Preparation.ToUpload(Optional.empty());
        }
        Optional<Likeness> like =
                fingerprints.like(inspected.fingerprint().toByteArray(), session, search.neighbours());
        if (like.isPresent() && search.hold()) {
            if (!search.dryRun()) {
                held.insert(inspected, image, like.get().image(), like.get().distance(), now);
            }
            return near(image, inspected);
        }
        fingerprints.put(sha256, image, inspected.fingerprint().toByteArray(), search.dryRun() ? session : "");
        return new Preparation.ToUpload(like);
    }

    private Preparation near(long image, InspectedImage inspected) throws SQLException {
        images.settle(image, "near", "", "", inspected.fetched(), "");
        return new Preparation.Held();
    }
}
