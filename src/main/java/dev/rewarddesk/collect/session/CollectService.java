package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.crawl.Scope;
import dev.rewarddesk.collect.crawl.Sitemaps;
import dev.rewarddesk.collect.crawl.Sites;
import dev.rewarddesk.collect.fetch.FetchSettings;
import dev.rewarddesk.collect.fetch.Fetcher;
import dev.rewarddesk.collect.journal.Journal;
import dev.rewarddesk.collect.journal.RecordedSession;
import dev.rewarddesk.collect.journal.SessionState;
import dev.rewarddesk.disk.FileRight;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Collecting from websites into one workspace. Every run is a session: written down, listed, and resumable. */
public final class CollectService {

    private static final int MOST_LISTED = 500;
    private static final int MOST_HELD_LISTED = 2000;

    /** How many refusals are listed of a run. */
    public static final int MOST_NOT_TAKEN = 1000;

    private static final String NAME = "[0-9]{8}-[0-9]{6}-[0-9a-z]{3}";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SupabaseClient client;
    private final Path folder;
    private final UnaryOperator<FetchSettings> patience;

    /** @param folder where sessions are written down; made when needed */
    public CollectService(SupabaseClient client, Path folder) {
        this(client, folder, UnaryOperator.identity());
    }

    /** @param patience changes how long sites are waited for */
    CollectService(SupabaseClient client, Path folder, UnaryOperator<FetchSettings> patience) {
        this.client = client;
        this.folder = folder;
        this.patience = patience;
    }

    /**
     * Begins a run, which goes on beside the caller. Ends with {@code Invalid} where the settings are no good.
     *
     * @param listener told how far it is a few times a second and at the end, on a thread of the run
     */
    public CollectRun start(CollectSettings settings, Consumer<CollectProgress> listener) {
        settings.starts();
        String session = STAMP.format(Instant.now()) + "-"
                + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36, 36 * 36 * 36), 36);
        return opened(session, (journal, right) -> {
            journal.begin(session, Wire.text(settings), Instant.now());
            return run(journal, right, journal.session(session), settings, listener);
        });
    }

    /**
     * Goes on with a run from where it stopped. Ends with {@code NotFound} where there is none of that name, and {@code Conflict}
     * where it is under way.
     *
     * @param change what is to be other than before, such as wider bounds
     */
    public CollectRun resume(
            String session, UnaryOperator<CollectSettings> change, Consumer<CollectProgress> listener) {
        return opened(session, (journal, right) -> {
            RecordedSession before = journal.session(session);
            CollectSettings settings = change.apply(Wire.read(before.settings(), CollectSettings.class));
            journal.resume(session, Wire.text(settings));
            return run(journal, right, before, settings, listener);
        });
    }

    /** The runs, newest first. */
    public List<CollectReport> sessions() {
        try (Journal journal = Journal.open(folder)) {
            return journal.sessions(MOST_LISTED).stream()
                    .map(session -> report(journal, session))
                    .toList();
        }
    }

    /** One run; {@code NotFound} where there is none of that name. */
    public CollectReport session(String id) {
        try (Journal journal = Journal.open(folder)) {
            return report(journal, journal.session(id));
        }
    }

    /** What a run did that has ended, also where that could not be written down. */
    public CollectReport report(CollectRun run) {
        return run.completed(session(run.session()));
    }

    /** What a run is to do, as it was started or last gone on with; {@code NotFound} where there is none of that name. */
    public CollectSettings settings(String id) {
        try (Journal journal = Journal.open(folder)) {
            return Wire.read(journal.session(id).settings(), CollectSettings.class);
        }
    }

    /** What a run did not take, pages first, the first {@value #MOST_NOT_TAKEN} of it. */
    public List<NotTaken> notTaken(String id) {
        try (Journal journal = Journal.open(folder)) {
            return journal.refusals(id, MOST_NOT_TAKEN).stream()
                    .map(NotTaken::of)
                    .toList();
        }
    }

    /** A small picture of an image in the workspace, made to fit so many pixels where the workspace can do that. */
    public byte[] thumbnail(UUID image, int width, int height) {
        return client.images().small(image, null, width, height);
    }

    /** Images that are held back because each looks like one that was taken, the newest groups first. */
    public List<NearGroup> groups() {
        try (Journal journal = Journal.open(folder)) {
            return new Holding(journal).groups(MOST_HELD_LISTED);
        }
    }

    /** The bytes of one that is held back, for showing it; {@code NotFound} where it is not, or not any more. */
    public byte[] heldBytes(long id) {
        try (Journal journal = Journal.open(folder)) {
            return new Holding(journal).content(id);
        }
    }

    /** The bytes of one that is in the workspace, for showing it beside those that look like it. */
    public byte[] takenBytes(UUID imageId) {
        return client.images().whole(imageId, null);
    }

    /**
     * Uploads one that is held back, with the record that it would have had; answers its number in the workspace. Ends with {@code
     * NotFound} where none of that number is held back, and with another {@code ServiceFailure} where the workspace does not take it;
     * then it is held back as before. The same image may be kept again, which changes nothing.
     */
    public UUID keep(long id) throws InterruptedException {
        try (Journal journal = Journal.open(folder)) {
            return new Holding(journal).keep(id, client);
        }
    }

    /**
     * Forgets the bytes of one that is held back, and takes the same bytes from no site again. Ends with {@code NotFound} where none of
     * that number was held back, and {@code Conflict} where it was kept; what was dropped may be dropped again.
     */
    public void drop(long id) {
        try (Journal journal = Journal.open(folder)) {
            new Holding(journal).drop(id);
        }
    }

    private static CollectReport report(Journal journal, RecordedSession session) {
        boolean cutOff = session.state() == SessionState.RUNNING && !journal.isUnderWay(session.id());
        return CollectReport.of(
                session, cutOff ? "interrupted" : session.state().name().toLowerCase(Locale.ROOT));
    }

    private CollectRun run(
            Journal journal,
            FileRight right,
            RecordedSession before,
            CollectSettings settings,
            Consumer<CollectProgress> listener) {
        String session = before.id();
        List<HttpUrl> starts = settings.starts();
        Scope scope = Scope.of(starts, settings.anySite());
        Fetcher fetcher =
                new Fetcher(patience.apply(FetchSettings.usual(settings.userAgent(), settings.allowPrivate())));
        Sites sites = new Sites(fetcher, scope, settings.perHost(), settings.delay(), settings.robotName());
        Counts counts = new Counts(session, before.counts());
        Frontier frontier = new Frontier(journal, session, settings, before.counts());
        PageWork pages = new PageWork(
                fetcher,
                sites,
                scope,
                journal,
                counts,
                session,
                settings.bounds().depth());
        ImageWork images =
                new ImageWork(fetcher, sites, journal, counts, new Uploads(client, session), session, settings);
        Crew crew = new Crew(
                journal,
                session,
                settings,
                frontier,
                counts,
                fetcher,
                new Sitemaps(fetcher, sites),
                scope,
                pages,
                images,
                before.seeded());
        CollectRun run = new CollectRun(
                session,
                settings,
                journal,
                right,
                new CollectRun.Parts(crew, frontier, counts),
                before.worked(),
                listener);
        run.begin();
        return run;
    }

    private interface Opening {
        CollectRun run(Journal journal, FileRight right);
    }

    // What is opened for a run that does not begin is closed again.
    private CollectRun opened(String session, Opening opening) {
        Journal journal = Journal.open(folder);
        FileRight right = null;
        boolean begun = false;
        try {
            // A name that nobody was told is no file's name either.
            if (!session.matches(NAME)) {
                throw journal.unknown(session);
            }
            right = journal.claim(session);
            CollectRun run = opening.run(journal, right);
            begun = true;
            return run;
        } finally {
            if (!begun) {
                giveBack(right);
                journal.close();
            }
        }
    }

    private static void giveBack(@Nullable FileRight right) {
        try {
            if (right != null) {
                right.close();
            }
        } catch (IOException gone) {
            // The right ends with the process at the latest.
        }
    }
}
