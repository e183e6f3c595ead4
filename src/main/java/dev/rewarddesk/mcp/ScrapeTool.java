package dev.rewarddesk.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.answer.ImageFilter;
import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CollectProgress;
import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.CollectRun;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.CollectSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code scrape_website}: collects a site's images, and has the model asked about them. */
final class ScrapeTool implements Tool<ScrapeTool.Input> {

    /** What stops in order when a call is taken back has so long. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final CollectService collecting;
    private final AnswerService answers;
    private final Answering answering;
    private final boolean allowPrivate;

    ScrapeTool(CollectService collecting, AnswerService answers, Answering answering, boolean allowPrivate) {
        this.collecting = collecting;
        this.answers = answers;
        this.answering = answering;
        this.allowPrivate = allowPrivate;
    }

    /** Where to begin and where to stop. */
    record Input(
            String url,
            @Nullable Integer maxImages,
            @Nullable String category,
            @Nullable Integer maxPages,
            @Nullable Integer maxDepth) {

        CollectSettings settings(boolean allowPrivate) {
            CollectSettings usual = CollectSettings.of(List.of(url));
            Bounds bounds = usual.bounds();
            return new CollectSettings(
                    usual.urls(),
                    usual.anySite(),
                    usual.sitemaps(),
                    new Bounds(
                            maxPages == null ? bounds.pages() : maxPages,
                            maxImages == null ? bounds.images() : maxImages,
                            maxDepth == null ? bounds.depth() : maxDepth,
                            bounds.bytes(),
                            bounds.time()),
                    usual.images(),
                    category == null ? "" : category,
                    usual.rules(),
                    allowPrivate,
                    usual.userAgent(),
                    usual.perHost(),
                    usual.delay(),
                    false);
        }
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Answer call(Input input, Caller caller) throws InterruptedException {
        Progress progress = caller.progress();
        CollectRun run = collecting.start(input.settings(allowPrivate), now -> tell(progress, now));
        try {
            run.await();
        } catch (InterruptedException takenBack) {
            run.cancel();
            run.await(GRACE);
            throw takenBack;
        }
        CollectReport report = collecting.session(run.session());
        long done = report.pages().read() + run.progress().images();
        ImageFilter these = new ImageFilter(Optional.empty(), Optional.of(report.session()));
        Answering.Outcome asked = answering.about(() -> answers.images(these), progress, done);
        Document document = Document.of(report, asked);
        return new Answer(text(report) + "\n" + asked.text(), document);
    }

    private static void tell(Progress progress, CollectProgress now) {
        progress.tell(
                now.pages() + now.images(),
                null,
                "%d pages, %d new images, %d waiting".formatted(now.pages(), now.newImages(), now.imagesWaiting()));
    }

    private static String text(CollectReport report) {
        return "Session %s: %s. %s\nPages read: %d. Images: %d new, %d known before, %d held back because they look like others, %d refused."
                .formatted(
                        report.session(),
                        report.state(),
                        report.message(),
                        report.pages().read(),
                        report.images().created(),
                        report.images().duplicate(),
                        report.images().near(),
                        report.images().refused());
    }

    private record Document(
            String session,
            String state,
            String message,
            Pages pages,
            Images images,
            Map<String, Long> refused,
            long bytes,
            double seconds,
            Answering.Outcome answers) {

        static Document of(CollectReport report, Answering.Outcome asked) {
            CollectReport.Images images = report.images();
            return new Document(
                    report.session(),
                    report.state(),
                    report.message(),
                    new Pages(
                            report.pages().read(),
                            report.pages().refused(),
                            report.pages().waiting()),
                    new Images(images.created(), images.duplicate(), images.near(), images.refused(), images.waiting()),
                    report.refused(),
                    report.bytes(),
                    report.seconds(),
                    asked);
        }
    }

    private record Pages(long read, long refused, long waiting) {}

    private record Images(@JsonProperty("new") long created, long duplicate, long near, long refused, long waiting) {}
}
