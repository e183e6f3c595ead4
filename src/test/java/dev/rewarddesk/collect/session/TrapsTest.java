package dev.rewarddesk.collect.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that does all that sites do to those who collect from them gives exactly what it should. */
final class TrapsTest {

    @TempDir
    private Path folder;

    private TestBackend backend;
    private SupabaseClient owner;
    private PretendSite site;

    @BeforeEach
    void start() throws IOException {
        backend = TestBackend.fresh();
        owner = RealWorkspace.owner(backend);
        site = new PretendSite();
    }

    @AfterEach
    void stop() {
        site.close();
        owner.close();
        backend.close();
    }

    @Test
    void exactlyWhatShouldComeComes() throws Exception {
        front();
        rules();
        loops();
        redirects();
        weather();
        liars();
        names();

        CollectService service = Collecting.service(owner, folder);
        CollectSettings usual = Collecting.settings(site.url("/"));
        CollectReport report = Collecting.run(
                service,
                new CollectSettings(
                        usual.urls(),
                        false,
                        true,
                        new Bounds(1000, 1000, 1000, 1L << 30, Duration.ofMinutes(2)),
                        ImageRules.USUAL.atLeast(16, 16),
                        "",
                        usual.rules(),
                        true,
                        usual.userAgent(),
                        8,
                        usual.delay(),
                        false));

        assertThat(report.state()).isEqualTo("done");
        // Which of several URLs of the same bytes comes first depends on who was faster.
        assertThat(Workspace.sources(backend))
                .map(source -> source.replace("moved-here", "moved").replaceAll("twin-\\d", "twin-1"))
                .containsExactlyInAnyOrder(
                        site.url("/img/front.png"),
                        site.url("/img/sitemap.png"),
                        site.url("/img/loop.png"),
                        site.url("/img/calendar.png"),
                        site.url("/img/moved.png"),
                        site.url("/img/busy.png"),
                        site.url("/img/cut-once.png"),
                        site.url("/img/honest.txt"),
                        site.url("/img/broken-html.png"),
                        site.url("/img/gr%C3%BCn.png"),
                        site.url("/img/%E5%9B%BE.png"),
                        site.url("/img/twin-1.png"));
        Map<String, Long> refused = new TreeMap<>(report.refused());
        Map<String, Long> expected = new TreeMap<>(Map.of(
                "robots", 1L,
                "closed_address", 4L,
                "redirects", 1L,
                "not_found", 1L,
                "http_error", 1L,
                "timeout", 1L,
                "cut_off", 1L,
                "too_large", 2L,
                "not_an_image", 2L));
        expected.putAll(Map.of(
                "broken_image", 1L,
                "too_many_pixels", 1L,
                "too_small", 1L,
                "forbidden", 1L,
                "busy", 1L,
                "page_robots", 1L,
                "page_redirects", 1L,
                "page_too_large", 1L,
                "page_not_a_page", 1L,
                "page_other_site", 3L));
        // How many pages of the calendar were found before it was known for what it is depends on who was faster.
        assertThat(refused.remove("page_trap")).isNotNull();
        assertThat(refused).isEqualTo(expected);
        assertThat(report.images().duplicate()).isEqualTo(3);
        assertThat(site.asked())
                .doesNotContain("/secret/page.html", "/secret/x.png")
                .filteredOn(each -> each.startsWith("/calendar/"))
                .hasSizeBetween(100, 140);
        assertThat(site.asked()).filteredOn("/img/twin-2.png"::equals).hasSize(1);
    }

    private void front() {
        StringBuilder links = new StringBuilder("<title>Traps</title><img src=/img/front.png>");
        for (String link : new String[] {
            "/loop/",
            "/calendar/2026/1",
            "/redirects.html",
            "/weather.html",
            "/liars.html",
            "/names.html",
            "/?PHPSESSID=0123456789&utm_source=self",
            "/index.html#top",
            "/secret/page.html"
        }) {
            links.append("<a href='").append(link).append("'>x</a>");
        }
        site.page("/", links.toString()).page("/index.html", "<link rel=canonical href=/><p>the same");
        site.image("/img/front.png", Pictures.png(1));
    }

    private void rules() {
        site.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /secret/\nSitemap: " + site.url("/map.xml"));
        site.text(
                "/map.xml",
                "application/xml",
                "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>"
                        + site.url("/maps/a.xml.gz")
                        + "</loc></sitemap><sitemap><loc>" + site.url("/map.xml") + "</loc></sitemap></sitemapindex>");
        site.on(
                "/maps/a.xml.gz",
                _ -> PretendSite.bytes(
                        "application/gzip",
                        packed(("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>"
                                        + site.url("/only-in-sitemap.html") + "</loc></url></urlset>")
                                .getBytes(StandardCharsets.UTF_8))));
        site.page("/only-in-sitemap.html", "<img src=/img/sitemap.png><img src=/secret/x.png>");
        site.image("/img/sitemap.png", Pictures.png(2));
    }

    private void loops() {
        site.image("/img/loop.png", Pictures.png(3)).image("/img/calendar.png", Pictures.png(4));
        site.otherwise(request -> {
            String path = request.getTarget();
            if (path.startsWith("/loop/")) {
                return PretendSite.html(
                        "<img src=/img/loop.png><a href='loop/'>deeper</a><a href='./again/'>again</a>");
            }
            if (path.startsWith("/calendar/")) {
                String[] parts = path.split("/", -1);
                int year = Integer.parseInt(parts[2]);
                return PretendSite.html("<img src=/img/calendar.png><a href=/calendar/" + (year + 1) + "/1>next</a>"
                        + "<a href=/calendar/" + year + "/" + (Integer.parseInt(parts[3]) + 1) + ">month</a>");
            }
            return PretendSite.status(404);
        });
    }

    private void redirects() {
        String port = site.url("").replaceAll(".*:", "");
        site.page("/redirects.html", """
                <a href=/to-private>a</a><a href=/to-name>a</a><a href=/circle>a</a><a href=/to-other>a</a>
                <img src=/img/to-metadata.png><img src=/img/to-six.png><img src="http://127.0.0.2:%s/x.png">
                <img src="http://10.0.0.1/x.png"><img src=/img/circle.png><img src=/img/moved-here.png>
                <img src=/img/moved.png>""".formatted(port));
        site.on("/to-private", _ -> PretendSite.redirect("http://127.0.0.3:" + port + "/"));
        site.on("/to-name", _ -> PretendSite.redirect("http://127.1.2.3:" + port + "/"));
        site.on("/to-other", _ -> PretendSite.redirect("http://example.invalid/"));
        site.on("/circle", _ -> PretendSite.redirect("/circle"));
        site.on("/img/to-metadata.png", _ -> PretendSite.redirect("http://169.254.169.254/latest/"));
        site.on("/img/to-six.png", _ -> PretendSite.redirect("http://[::1]:" + port + "/img/front.png"));
        site.on("/img/circle.png", _ -> PretendSite.redirect("/img/circle.png"));
        site.on("/img/moved-here.png", _ -> PretendSite.redirect("/img/moved.png"));
        site.image("/img/moved.png", Pictures.png(5));
    }

    private void weather() {
        site.page("/weather.html", """
                <img src=/img/busy.png><img src=/img/always-busy.png><img src=/img/slow.png><img src=/img/cut.png>
                <img src=/img/cut-once.png><img src=/img/gone.png><img src=/img/failing.png><img src=/img/forbidden.png>
                """);
        site.on(
                "/img/busy.png",
                first(
                        () -> new MockResponse.Builder()
                                .code(429)
                                .setHeader("Retry-After", "0")
                                .build(),
                        PretendSite.bytes("image/png", Pictures.png(6))));
        site.on(
                "/img/always-busy.png",
                _ -> new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "3600")
                        .build());
        site.on(
                "/img/slow.png",
                _ -> new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        site.on("/img/cut.png", _ -> cut());
        site.on("/img/cut-once.png", first(TrapsTest::cut, PretendSite.bytes("image/png", Pictures.png(7))));
        site.on("/img/failing.png", _ -> PretendSite.status(500));
        site.on("/img/forbidden.png", _ -> PretendSite.status(403));
    }

    private void liars() {
        site.page("/liars.html", """
                <img src=/img/page.png><img src=/img/honest.txt><img src=/img/drawing.svg><img src=/img/bomb.png>
                <img src=/img/huge.png><img src=/img/wide.png><img src=/img/half.png><img src=/img/tiny.png>
                <a href=/bomb.html>a</a><a href=/data>a</a>""");
        site.on("/img/page.png", _ -> PretendSite.bytes("image/png", "<html>no".getBytes(StandardCharsets.UTF_8)));
        site.on("/img/honest.txt", _ -> PretendSite.bytes("text/plain", Pictures.png(8)));
        site.text(
                "/img/drawing.svg",
                "image/svg+xml",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>");
        site.on("/img/bomb.png", _ -> bomb("image/png"));
        site.on("/img/huge.png", _ -> PretendSite.bytes("image/png", new byte[11 << 20]));
        site.image("/img/wide.png", withSize(Pictures.png(9), 60_000, 60_000));
        site.image("/img/half.png", Arrays.copyOf(Pictures.png(9), 20));
        site.image("/img/tiny.png", Pictures.encoded(10, 15, 60, "png"));
        site.on("/bomb.html", _ -> bomb("text/html"));
        site.text("/data", "application/json", "{}");
    }

    private void names() {
        site.page(
                "/names.html",
                "<a href='/ü/straße.html'>a</a><a href='/%C3%BC/stra%c3%9fe.html#b'>b</a>"
                        + "<a href=/broken.html>c</a><a href=/twins.html>d</a>");
        site.page(
                "/%C3%BC/stra%C3%9Fe.html",
                "<img src='/img/grün.png'><img src='/img/gr%c3%bcn.png'><img src=/img/图.png>");
        site.image("/img/gr%C3%BCn.png", Pictures.png(11)).image("/img/%E5%9B%BE.png", Pictures.png(12));
        site.page(
                "/broken.html",
                "</div><<<table><img src='/img/broken-html.png' alt=never closed ><p></body></html><b><i></b>\" <a");
        site.image("/img/broken-html.png", Pictures.png(13));
        site.page("/twins.html", """
                <img src=/img/twin-1.png><a href=/more-twins.html>more</a>""");
        site.page("/more-twins.html", """
                <img src=/img/twin-2.png><img src=/img/twin-2.png?utm_campaign=x><img src="/img/twin-3.png#a">""");
        for (int i = 1; i <= 3; i++) {
            site.image("/img/twin-" + i + ".png", Pictures.png(14));
        }
    }

    private static Function<RecordedRequest, MockResponse> first(Supplier<MockResponse> once, MockResponse then) {
        AtomicInteger times = new AtomicInteger();
        return _ -> times.getAndIncrement() == 0 ? once.get() : then;
    }

    // A PNG that claims to have so many pixels, with the checksum that goes with it.
    private static byte[] withSize(byte[] png, int width, int height) {
        ByteBuffer bytes = ByteBuffer.wrap(png.clone());
        bytes.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(bytes.array(), 12, 17);
        bytes.putInt(29, (int) sum.getValue());
        return bytes.array();
    }

    private static MockResponse cut() {
        return new MockResponse.Builder()
                .body(new Buffer().write(Pictures.png(7)))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    }

    private static MockResponse bomb(String type) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", type)
                .setHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(packed(new byte[64 << 20])))
                .build();
    }

    private static byte[] packed(byte[] bytes) {
        Buffer packed = new Buffer();
        try (var gzip = Okio.buffer(new GzipSink(packed))) {
            gzip.write(bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return packed.readByteArray();
    }
}
