package dev.rewarddesk.collect.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.rewarddesk.collect.fetch.Refusal.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FetcherTest {

    private static final Passage FREE = _ -> new Passage.Turn() {
        @Override
        public void leaveAlone(Duration wait) {}

        @Override
        public void close() {}
    };

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(loopback(1), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://2130706433:%d/",
                "http://0x7f.1:%d/",
                "http://0177.0.0.1:%d/",
                "http://localhost:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::ffff:7f00:1]:%d/",
                "http://0.0.0.0:%d/",
                "http://[::]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://169.254.169.254/latest/meta-data/"
            })
    void thisMachineIsNotAskedHoweverItIsWritten(String url) throws Exception {
        HttpUrl parsed = HttpUrl.parse(url.formatted(server.getPort()));
        if (parsed == null) {
            return;
        }

        Fetched fetched = fetch(openWeb(Dns.SYSTEM), parsed);

        assertThat(refusal(fetched).reason()).isIn(Reason.CLOSED_ADDRESS, Reason.UNREACHABLE);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aNameThatResolvesToThisMachineIsNotAsked() throws Exception {
        Fetched fetched = fetch(
                openWeb(_ -> List.of(loopback(1))), HttpUrl.get("http://innocent.test:" + server.getPort() + "/"));

        assertThat(refusal(fetched).reason()).isEqualTo(Reason.CLOSED_ADDRESS);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aNameThatResolvesOtherwiseTheSecondTimeIsNotFollowedThere() throws Exception {
        // The first answer passes; each connection is judged by the address that it is made to.
        AtomicInteger asked = new AtomicInteger();
        Dns rebinding = new Dns() {
            @Override
            public List<InetAddress> lookup(String name) throws UnknownHostException {
                return List.of(loopback(asked.incrementAndGet()));
            }
        };
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .setHeader("Location", "http://other.test:" + server.getPort() + "/secret")
                .setHeader("Connection", "close")
                .build());

        Fetched fetched = fetch(
                fetcher(rebinding, address -> address.getHostAddress().equals("127.0.0.1")),
                HttpUrl.get("http://site.test:" + server.getPort() + "/"));

        assertThat(refusal(fetched).reason()).isEqualTo(Reason.CLOSED_ADDRESS);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void theSocketItselfRefusesWhatTheNameServiceLetThrough() throws Exception {
        try (var socket = new GuardedSockets(Addresses::isPublic).createSocket()) {
            assertThatIOException()
                    .isThrownBy(() -> socket.connect(server.getSocketAddress()))
                    .isInstanceOf(ClosedAddressException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "gopher://x/", "\\\\"})
    void aRedirectToAnotherSchemeIsNotFollowed(String location) throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .setHeader("Location", location)
                .build());
        server.enqueue(new MockResponse.Builder().code(404).build());

        assertThat(refusal(fetch("/")).reason()).isIn(Reason.NOT_HTTP, Reason.UNREACHABLE, Reason.NOT_FOUND);
    }

    @Test
    void everyStepOfARedirectIsJudged() throws Exception {
        server.enqueue(
                new MockResponse.Builder().code(301).setHeader("Location", "/b").build());
        server.enqueue(
                new MockResponse.Builder().code(307).setHeader("Location", "/c").build());
        server.enqueue(new MockResponse.Builder().body("here").build());
        List<String> judged = new ArrayList<>();

        Fetched fetched = here().fetch(new Ask(server.url("/a"), "*/*", 100), url -> {
            judged.add(url.encodedPath());
            return FREE.await(url);
        });

        assertThat(judged).containsExactly("/a", "/b", "/c");
        assertThat(fetched).isInstanceOfSatisfying(Fetched.Content.class, content -> {
            assertThat(content.url()).isEqualTo(server.url("/c"));
            assertThat(content.bytes().utf8()).isEqualTo("here");
        });
    }

    @Test
    void aCircleOfRedirectsEnds() throws Exception {
        for (int i = 0; i < 20; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .setHeader("Location", "/")
                    .build());
        }

        assertThat(refusal(fetch("/")).reason()).isEqualTo(Reason.REDIRECTS);
        assertThat(server.getRequestCount()).isLessThan(12);
    }

    @Test
    void whatIsLargerThanAllowedIsNotReadWhateverItSaysOfItself() throws Exception {
        server.enqueue(new MockResponse.Builder().body("x".repeat(2000)).build());
        server.enqueue(
                new MockResponse.Builder().chunkedBody("x".repeat(2000), 100).build());

        assertThat(refusal(fetch("/told")).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(fetch("/untold")).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aBombIsUnpackedNoFurtherThanAllowed() throws Exception {
        Buffer packed = new Buffer();
        try (var gzip = Okio.buffer(new GzipSink(packed))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                gzip.write(zeros);
            }
        }
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body(packed)
                .build());

        assertThat(refusal(fetch("/")).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void whatIsPackedOtherwiseThanAskedIsRefused() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "br")
                .body("?")
                .build());

        assertThat(refusal(fetch("/")).reason()).isEqualTo(Reason.HTTP_ERROR);
    }

    @Test
    void whatWasCutOffIsTriedAgain() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body("a longer text that does not come whole")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", "0")
                .build());
        server.enqueue(new MockResponse.Builder().body("whole").build());

        assertThat(fetch("/"))
                .isInstanceOfSatisfying(
                        Fetched.Content.class,
                        content -> assertThat(content.bytes().utf8()).isEqualTo("whole"));
    }

    @Test
    void whoIsSilentForTooLongIsGivenUp() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
        }

        assertThat(refusal(fetch("/")).reason()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void whoAsksToWaitForVeryLongIsNotAskedAgain() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "86400")
                .build());

        assertThat(refusal(fetch("/"))).isEqualTo(new Refusal(Reason.BUSY, "429"));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anUnchangedDocumentIsNotSentAgain() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .setHeader("ETag", "\"one\"")
                .setHeader("Last-Modified", "Sun, 22 Nov 2026 09:00:00 GMT")
                .body("first")
                .build());
        server.enqueue(new MockResponse.Builder().code(304).build());
        Fetched.Content first = (Fetched.Content) fetch("/");

        Fetched second = here().fetch(new Ask(server.url("/"), "*/*", 1000, first.validators()), FREE);

        assertThat(second).isInstanceOf(Fetched.Unchanged.class);
        server.takeRequest();
        RecordedRequest asked = server.takeRequest();
        assertThat(asked.getHeaders().get("If-None-Match")).isEqualTo("\"one\"");
        assertThat(asked.getHeaders().get("If-Modified-Since")).isEqualTo("Sun, 22 Nov 2026 09:00:00 GMT");
        assertThat(asked.getHeaders().get("User-Agent")).isEqualTo("TestBot/1");
    }

    private Fetched fetch(String path) throws InterruptedException {
        return fetch(here(), server.url(path));
    }

    private Fetcher here() {
        return fetcher(Dns.SYSTEM, _ -> true);
    }

    private static Fetcher openWeb(Dns names) {
        return fetcher(names, Addresses::isPublic);
    }

    private static Fetched fetch(Fetcher fetcher, HttpUrl url) throws InterruptedException {
        try (fetcher) {
            return fetcher.fetch(new Ask(url, "*/*", 1000), FREE);
        }
    }

    private static Fetcher fetcher(Dns names, Predicate<InetAddress> reach) {
        return new Fetcher(
                new FetchSettings(
                        "TestBot/1",
                        reach,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(300),
                        Duration.ofSeconds(5),
                        3,
                        Duration.ofMillis(5),
                        Duration.ofSeconds(1)),
                names);
    }

    private static InetAddress loopback(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private static Refusal refusal(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Refused.class);
        return ((Fetched.Refused) fetched).refusal();
    }
}
