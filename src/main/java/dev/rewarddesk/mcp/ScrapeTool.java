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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code scrape_website}: collects a site's images, and has the model asked about them. */
final class ScrapeTool implements Tool<ScrapeTool.Input> {

    /** What stops in order when a call is taken back has so long. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final CollectService collecting;
    private final AnswerService answers;
    private final Answering answering;
    private final Permissions permissions;

    ScrapeTool(CollectService collecting, AnswerService answers, Answering answering, Permissions permissions) {
        this.collecting = collecting;
        this.answers = answers;
        this.answering = answering;
        this.permissions = permissions;
    }

    /** Where to begin and where to stop. */
    record Input(
            String url,
            @Nullable Integer maxImages,
            @Nullable String category,
            @Nullable Integer maxPages,
            @Nullable Integer maxDepth) {

        CollectSettings settings(Permissions permissions) {
            CollectSettings usual = permissions.collecting();
            Bounds bounds = usual.bounds();
            Bounds most = permissions.most();
            CollectSettings here = usual.at(List.of(url))
                    .within(new Bounds(
                            within(maxPages, bounds.pages(), most.pages()),
                            within(maxImages, bounds.images(), most.images()),
                            within(maxDepth, bounds.depth(), most.depth()),
                            bounds.bytes(),
                            bounds.time()));
            return category == null ? here : here.in(category);
        }

        private static int within(@Nullable Integer asked, int usual, int most) {
            return asked == null ? usual : Math.min(asked, most);
        }
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Answer call(Input input, Caller caller) throws InterruptedException {
        Progress progress = caller.progress();
        CollectRun run = collecting.start(input.settings(permissions), now -> tell(progress, now));
        try {
            run.await();
        } catch (InterruptedException takenBack) {
            run.cancel();
            run.await(GRACE);
            throw takenBack;
        }
        CollectReport report = collecting.report(run);
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
        String reasons = report.reasons().stream()
                .map(each -> "\n- " + each.text()
                        + (each.isForTheOwnerToAllow() ? "; whoever runs this server may allow it" : ""))
                .collect(Collectors.joining());
        return "Session %s: %s.%s%s\nPages read: %d. Images: %d new, %d known before, %d held back because they look like others, %d refused.%s"
                .formatted(
                        report.session(),
                        report.state(),
                        report.message().isEmpty() ? "" : " " + report.message(),
                        report.hadNothing() ? " None of the pages could be had, and nothing was collected." : "",
                        report.pages().read(),
                        report.images().created(),
                        report.images().duplicate(),
                        report.images().near(),
                        report.images().refused(),
                        reasons.isEmpty() ? "" : "\nNot taken:" + reasons);
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
