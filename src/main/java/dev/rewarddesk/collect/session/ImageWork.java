package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.crawl.Sites;
import dev.rewarddesk.collect.fetch.Ask;
import dev.rewarddesk.collect.fetch.Fetched;
import dev.rewarddesk.collect.fetch.Fetcher;
import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.fetch.Refusal.Reason;
import dev.rewarddesk.collect.fetch.RefusedException;
import dev.rewarddesk.collect.fetch.Validators;
import dev.rewarddesk.collect.inspect.Fingerprint;
import dev.rewarddesk.collect.inspect.Inspected;
import dev.rewarddesk.collect.journal.InspectedImage;
import dev.rewarddesk.collect.journal.Journal;
import dev.rewarddesk.collect.journal.NearSearch;
import dev.rewarddesk.collect.journal.Preparation;
import dev.rewarddesk.collect.journal.RecordedDocument;
import dev.rewarddesk.collect.journal.RecordedImage;
import dev.rewarddesk.collect.session.ImageRules.Near;
import dev.rewarddesk.collect.session.Uploads.ImageRecord;
import dev.rewarddesk.collect.session.Uploads.Uploaded;
import dev.rewarddesk.failure.ServiceFailure;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * An image's way: asked for, inspected, written down with its record, uploaded, written down. Cut off anywhere, it is gone again
 * from the start, and the upload is the same one.
 */
final class ImageWork {

    /** The largest that a workspace takes. */
    private static final long LARGEST = 10L << 20;

    private static final String ACCEPT = "image/webp, image/png, image/jpeg, image/gif, */*;q=0.1";

    private final Fetcher fetcher;
    private final Sites sites;
    private final Journal journal;
    private final Counts counts;
    private final Inspection inspection;
    private final ImageRecords records;
    private final Uploads uploads;
    private final String session;
    private final NearSearch search;
    private final boolean dryRun;

    ImageWork(
            Fetcher fetcher,
            Sites sites,
            Journal journal,
            Counts counts,
            Uploads uploads,
            String session,
            CollectSettings settings) {
        this.fetcher = fetcher;
        this.sites = sites;
        this.journal = journal;
        this.counts = counts;
        this.inspection = new Inspection(settings.images());
        this.records = new ImageRecords(session, settings);
        this.uploads = uploads;
        this.session = session;
        this.search = new NearSearch(
                new NearIndex(settings.images().nearThreshold()),
                settings.images().near() == Near.HOLD,
                settings.dryRun());
        this.dryRun = settings.dryRun();
    }

    /**
     * Answers whether it brought a new image.
     *
     * @param answered run when the site has answered
     */
    boolean perform(Work.OfImage work, Runnable answered) throws InterruptedException {
        long size = 0;
        try {
            Optional<ImageMemory> memory = Optional.empty();
            Optional<RecordedDocument> known =
                    dryRun ? Optional.empty() : journal.document(work.url().toString());
            Validators validators = Validators.NONE;
            if (known.isPresent()) {
                memory = Optional.of(Wire.read(known.get().content(), ImageMemory.class));
                validators = new Validators(known.get().etag(), known.get().lastModified());
            }
            Fetched fetched = fetcher.fetch(new Ask(work.url(), ACCEPT, LARGEST, validators), sites.toParts());
            answered.run();
            if (fetched instanceof Fetched.Content content) {
                size = content.bytes().size();
            }
            return switch (fetched) {
                case Fetched.Refused(Refusal refusal) -> throw new RefusedException(refusal);
                case Fetched.Unchanged _ ->
                    unchanged(work, memory.orElseThrow(() -> new RefusedException(Reason.HTTP_ERROR)));
                case Fetched.Content content -> fetched(work, content);
            };
        } catch (RefusedException refused) {
            Refusal refusal = refused.refusal();
            journal.imageRefused(work.ord(), refusal.reason().code(), refusal.detail(), size);
            counts.imageRefused(refusal, size);
            return false;
        }
    }

    private boolean unchanged(Work.OfImage work, ImageMemory memory) throws RefusedException {
        inspection.checkSize(memory.width(), memory.height());
        journal.imageTaken(work.ord(), "duplicate", 0, memory.imageId());
        counts.duplicate(0);
        return false;
    }

    private boolean fetched(Work.OfImage work, Fetched.Content content) throws RefusedException, InterruptedException {
        long size = content.bytes().size();
        Inspected inspected = inspection.inspect(content.bytes().toByteArray());
        String sha256 = inspected.content().sha256().hex();
        RecordedImage row = journal.image(work.ord());
        Found found = Wire.read(row.found(), Found.class);
        ImageRecord record = row.sha256().equals(sha256)
                ? Wire.read(row.record(), ImageRecord.class)
                : records.of(found, content, sites.verdict(content.url()), inspected, Instant.now());
        InspectedImage image = new InspectedImage(
                sha256,
                Wire.text(record),
                Wire.text(About.of(inspected)),
                size,
                inspected.content(),
                inspected.fingerprint().map(Fingerprint::bytes).orElse(ByteString.EMPTY));
        return switch (journal.prepareImage(session, work.ord(), image, search)) {
            case Preparation.Duplicate _ -> {
                counts.duplicate(size);
                yield false;
            }
            case Preparation.Held _ -> {
                counts.near(size);
                yield false;
            }
            case Preparation.Dropped _ -> {
                counts.imageRefused(Refusal.of(Reason.DROPPED), size);
                yield false;
            }
            case Preparation.ToUpload _ ->
                dryRun ? pretended(work, size) : uploaded(work, content, inspected, sha256, record);
        };
    }

    private boolean pretended(Work.OfImage work, long size) {
        journal.imageTaken(work.ord(), "new", size, "");
        counts.newImage(size, Optional.empty());
        return true;
    }

    private boolean uploaded(
            Work.OfImage work, Fetched.Content content, Inspected inspected, String sha256, ImageRecord record)
            throws RefusedException, InterruptedException {
        long size = content.bytes().size();
        Uploaded uploaded = upload(work.url(), inspected, sha256, record);
        String state = uploaded.isNew() ? "new" : "duplicate";
        ImageMemory memory = new ImageMemory(uploaded.id().toString(), inspected.width(), inspected.height());
        Validators validators = content.validators();
        if (validators.isEmpty()) {
            journal.imageTaken(work.ord(), state, size, memory.imageId());
        } else {
            RecordedDocument document =
                    new RecordedDocument(validators.etag(), validators.lastModified(), Wire.text(memory));
            journal.imageTaken(
                    work.ord(), state, size, memory.imageId(), work.url().toString(), document);
        }
        if (uploaded.isNew()) {
            counts.newImage(size, Optional.of(uploaded.id()));
        } else {
            counts.duplicate(size);
        }
        return uploaded.isNew();
    }

    private Uploaded upload(HttpUrl url, Inspected inspected, String sha256, ImageRecord record)
            throws RefusedException, InterruptedException {
        try {
            return uploads.upload(
                    ImageRecords.fileName(url, inspected.format().extension()),
                    inspected.content().toByteArray(),
                    sha256,
                    record);
        } catch (ServiceFailure.Invalid refused) {
            throw new RefusedException(new Refusal(Reason.WORKSPACE, refused.getMessage()));
        }
    }
}
