package dev.rewarddesk.collect.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.collect.session.CollectProgress.Stage;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How runs end, and go on. */
final class RunTest {

    private static final Bounds WIDE = Bounds.USUAL;

    @TempDir
    private Path folder;

    private TestBackend backend;
    private SupabaseClient owner;
    private PretendSite site;
    private CollectService service;

    @BeforeEach
    void start() throws IOException {
        backend = TestBackend.fresh();
        owner = RealWorkspace.owner(backend);
        site = new PretendSite();
        service = Collecting.service(owner, folder);
    }

    @AfterEach
    void stop() {
        site.close();
        owner.close();
        backend.close();
    }

    @Test
    void aRunThatIsCancelledGoesOnFromWhereItStopped() throws Exception {
        chain(10);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        site.on("/img/5.png", _ -> {
            reached.countDown();
            await(cancelled);
            return PretendSite.bytes("image/png", Pictures.png(5));
        });
        CollectRun run = service.start(Collecting.settings(site.url("/page/0")), _ -> {});
        reached.await();
        run.cancel();
        cancelled.countDown();
        CollectReport first = Collecting.ended(service, run);
        assertThat(first.state()).isEqualTo("stopped");
        assertThat(first.canGoOn()).isTrue();
        long before = first.images().created();
        assertThat(before).isLessThan(10);

        CollectReport second = Collecting.ended(service, service.resume(run.session(), same -> same, _ -> {}));

        assertThat(second.state()).isEqualTo("done");
        assertThat(second.images()).isEqualTo(new CollectReport.Images(10, 0, 0, 0, 0));
        assertThat(second.pages().read()).isEqualTo(10);
        assertThat(site.asked()).filteredOn("/page/0"::equals).hasSize(1);
        assertThat(second.seconds()).isGreaterThanOrEqualTo(first.seconds());
    }

    @Test
    void aPausedRunAsksForNothingUntilItGoesOn() throws Exception {
        chain(6);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch paused = new CountDownLatch(1);
        site.on("/page/2", _ -> {
            reached.countDown();
            await(paused);
            return PretendSite.html("<img src=/img/2.png><a href=/page/3>next</a>");
        });
        CollectRun run = service.start(Collecting.settings(site.url("/page/0")), _ -> {});
        reached.await();
        run.pause();
        paused.countDown();

        assertThat(run.await(Duration.ofMillis(700))).isFalse();
        assertThat(site.asked()).doesNotContain("/page/3");
        assertThat(run.progress().stage()).isEqualTo(Stage.PAUSED);
        run.goOn();
        assertThat(Collecting.ended(service, run).images().created()).isEqualTo(6);
    }

    @Test
    void progressIsToldInSnapshotsThatEndWithTheWhole() throws Exception {
        chain(5);
        List<CollectProgress> told = new CopyOnWriteArrayList<>();

        CollectRun run = service.start(Collecting.settings(site.url("/page/0")), told::add);
        Collecting.ended(service, run);

        CollectProgress last = told.getLast();
        assertThat(last.stage()).isEqualTo(Stage.ENDED);
        assertThat(last.pages()).isEqualTo(5);
        assertThat(last.newImages()).isEqualTo(5);
        assertThat(last.imagesWaiting()).isZero();
        assertThat(last.recent()).hasSize(5);
        assertThat(told).extracting(CollectProgress::newImages).isSorted();
    }

    @Test
    void neitherMorePagesNorImagesThanAllowedAreAskedFor() throws Exception {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            html.append("<img src=/img/")
                    .append(i)
                    .append(".png><a href=/page/")
                    .append(i)
                    .append(">x</a>");
            site.image("/img/" + i + ".png", Pictures.png(i)).page("/page/" + i, "<p>x");
        }
        site.page("/", html.toString());

        CollectReport images = Collecting.run(
                service, Collecting.settings(new Bounds(100, 7, 5, 1 << 30, Duration.ofMinutes(1)), site.url("/")));
        assertThat(images.state()).isEqualTo("bounded");
        assertThat(images.images().created()).isEqualTo(7);
        assertThat(Workspace.images(backend)).hasSize(7);

        CollectRun more = service.resume(images.session(), before -> before.within(WIDE), _ -> {});
        assertThat(Collecting.ended(service, more).images()).isEqualTo(new CollectReport.Images(40, 0, 0, 0, 0));

        CollectReport pages = Collecting.run(
                service, Collecting.settings(new Bounds(5, 100, 5, 1 << 30, Duration.ofMinutes(1)), site.url("/")));
        assertThat(pages.state()).isEqualTo("bounded");
        assertThat(pages.pages()).isEqualTo(new CollectReport.Pages(5, 0, 36));

        CollectReport depth = Collecting.run(
                service, Collecting.settings(new Bounds(100, 100, 0, 1 << 30, Duration.ofMinutes(1)), site.url("/")));
        assertThat(depth.state()).isEqualTo("done");
        assertThat(depth.pages().read()).isEqualTo(1);
        assertThat(depth.message()).startsWith("Pages more than 0 links away were not read.");
    }

    @Test
    void whatIsTooFarAwayByOneWayAndNotByAnotherIsNotSaidToBeMissing() throws Exception {
        site.page("/", "<a href=/a><a href=/b>")
                .page("/a", "<a href=/b><a href=/>")
                .page("/b", "<a href=/a>");

        CollectReport whole = Collecting.run(
                service, Collecting.settings(new Bounds(100, 100, 1, 1 << 30, Duration.ofMinutes(1)), site.url("/")));

        assertThat(whole.pages().read()).isEqualTo(3);
        assertThat(whole.message()).isEmpty();
    }

    @Test
    void noMoreBytesThanAllowedAreFetchedBesidesWhatIsUnderWay() throws Exception {
        for (int i = 0; i < 9; i++) {
            site.page(
                    "/" + "a".repeat(i + 1),
                    "<p>" + "x".repeat(10_000) + "<a href=/" + "a".repeat(i + 2) + ">next</a>");
        }

        CollectReport report = Collecting.run(
                service, Collecting.settings(new Bounds(100, 5, 100, 25_000, Duration.ofMinutes(1)), site.url("/a")));

        assertThat(report.state()).isEqualTo("bounded");
        assertThat(report.message()).contains("bytes");
        assertThat(report.pages()).isEqualTo(new CollectReport.Pages(3, 0, 1));
    }

    @Test
    void timeThatIsOverEndsARunThatWaitsForASite() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        site.on("/", _ -> {
            await(ended);
            return PretendSite.html("<p>late");
        });

        CollectReport report = Collecting.run(
                service, Collecting.settings(new Bounds(100, 5, 100, 1 << 30, Duration.ofMillis(300)), site.url("/")));
        ended.countDown();

        assertThat(report.state()).isEqualTo("bounded");
        assertThat(report.message()).contains("time");
        assertThat(report.pages().waiting()).isEqualTo(1);
    }

    @Test
    void aDryRunUploadsNothing() throws Exception {
        chain(3);
        CollectReport report = Collecting.run(service, Collecting.dry(Collecting.settings(site.url("/page/0"))));

        assertThat(report.dryRun()).isTrue();
        assertThat(report.images().created()).isEqualTo(3);
        assertThat(Workspace.images(backend)).isEmpty();
    }

    @Test
    void categoriesAreGivenOrFollowFromRules() throws Exception {
        site.page("/", "<img src=/birds/a.png><img src=/b.png alt='Two owls, flying'><img src=/c.png alt=bowling>")
                .image("/birds/a.png", Pictures.png(1))
                .image("/b.png", Pictures.png(2))
                .image("/c.png", Pictures.png(3));
        CollectSettings usual = Collecting.settings(site.url("/"));

        Collecting.run(
                service,
                new CollectSettings(
                        usual.urls(),
                        false,
                        true,
                        usual.bounds(),
                        ImageRules.USUAL,
                        "rest",
                        List.of(
                                CategoryRule.parse("night=words:owl, owls").orElseThrow(),
                                CategoryRule.parse("birds=url:*/birds/*").orElseThrow()),
                        true,
                        usual.userAgent(),
                        4,
                        Duration.ZERO,
                        false));

        assertThat(Workspace.images(backend))
                .extracting(image -> image.path("category").asText())
                .containsExactly("night", "birds", "rest");
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        for (String path : new String[] {"/", "/a.png"}) {
            site.on(path, request -> {
                if ("\"1\"".equals(request.getHeaders().get("If-None-Match"))) {
                    return PretendSite.status(304);
                }
                sent.incrementAndGet();
                MockResponse whole = path.equals("/")
                        ? PretendSite.html("<img src=a.png>")
                        : PretendSite.bytes("image/png", Pictures.png(1));
                return whole.newBuilder().setHeader("ETag", "\"1\"").build();
            });
        }
        Collecting.run(service, Collecting.settings(site.url("/")));

        CollectReport again = Collecting.run(service, Collecting.settings(site.url("/")));

        assertThat(sent).hasValue(2);
        assertThat(again.images()).isEqualTo(new CollectReport.Images(0, 1, 0, 0, 0));
        assertThat(again.bytes()).isZero();
    }

    @Test
    void aWorkspaceThatIsGoneEndsARunThatCanGoOn() throws Exception {
        chain(3);
        owner.close();
        backend.close();

        CollectRun run = service.start(Collecting.settings(site.url("/page/0")), _ -> {});

        assertThat(Collecting.ended(service, run)).satisfies(report -> {
            assertThat(report.state()).isEqualTo("failed");
            assertThat(report.message()).isNotBlank();
            assertThat(report.images().waiting()).isPositive();
        });
    }

    @Test
    void aRunUnderWayIsNotResumedBesides() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        site.on("/", _ -> {
            await(go);
            return PretendSite.html("<p>x");
        });
        CollectRun run = service.start(Collecting.settings(site.url("/")), _ -> {});

        assertThatExceptionOfType(ServiceFailure.Conflict.class)
                .isThrownBy(() -> service.resume(run.session(), before -> before, _ -> {}));
        assertThat(service.session(run.session()).state()).isEqualTo("running");
        go.countDown();
        Collecting.ended(service, run);
        assertThatExceptionOfType(ServiceFailure.NotFound.class)
                .isThrownBy(() -> service.resume("none", before -> before, _ -> {}));
        assertThatExceptionOfType(ServiceFailure.Invalid.class)
                .isThrownBy(() -> service.start(Collecting.settings("ftp://example.org"), _ -> {}));
    }

    // Each page shows one image and leads to the next.
    private void chain(int length) {
        for (int i = 0; i < length; i++) {
            site.page("/page/" + i, "<img src=/img/" + i + ".png><a href=/page/" + (i + 1) + ">next</a>");
            site.image("/img/" + i + ".png", Pictures.png(i));
        }
        site.page("/page/" + length, "<meta name=robots content=none>the end");
        site.page("/page/" + (length - 1), "<img src=/img/" + (length - 1) + ".png>the end");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
