package dev.rewarddesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program.Result;
import dev.rewarddesk.cli.Program.Running;
import dev.rewarddesk.embedded.TestBackend;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CollectCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temporary;

    private final MockWebServer site = new MockWebServer();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);
    private Program program;

    @BeforeEach
    void start() throws IOException {
        program = new Program(temporary.resolve("home"));
        Files.move(TestBackend.emptyWorkspace(), program.home());
        site.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getTarget());
            }
        });
        site.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        held.countDown();
        site.close();
    }

    @Test
    void aSiteIsCollectedSummedUpAndListed() throws Exception {
        String url = url("/");

        Result dry = program.run("collect", url, "--allow-private", "--delay", "0s", "--dry-run");
        Result result = program.run("collect", url, "--allow-private", "--delay", "0s", "--json", "--min-width", "10");
        Result sessions = program.run("collect", "--sessions", "--json");

        assertThat(dry.status()).isZero();
        assertThat(dry.out()).contains("(done, dry run): 1 pages; images: 2 new, 0 there already");
        assertThat(result.err()).isEmpty();
        JsonNode summary = JSON.readTree(result.out());
        assertThat(summary.at("/images/new").asInt()).isEqualTo(1);
        assertThat(summary.at("/images/refused").asInt()).isEqualTo(1);
        assertThat(summary.at("/refused/too_small").asInt()).isEqualTo(1);
        assertThat(summary.path("state").asText()).isEqualTo("done");
        assertThat(JSON.readTree(sessions.out())).hasSize(2).first().isEqualTo(summary);
    }

    @Test
    void thisMachineIsNotAskedUnlessThatIsAllowed() throws Exception {
        Result result = program.run("collect", url("/"), "--json");

        assertThat(JSON.readTree(result.out())
                        .at("/refused/page_closed_address")
                        .asInt())
                .isEqualTo(1);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("None of the pages could be had, and nothing was collected.");
        assertThat(program.run("collect", url("/")).out())
                .contains("1 page: the address is of this machine or its network; --allow-private allows it");
        assertThat(site.getRequestCount()).isZero();
        assertThat(program.run("collect", "ftp://example.org/").err()).contains("is no http or https URL");
        assertThat(program.run("collect", "--resume", "../x").err()).contains("There is no session");
    }

    @Test
    void toldToEndItSaysHowToGoOn() throws Exception {
        String session;
        try (Running running = program.started("collect", url("/slow"), "--allow-private", "--delay", "0s")) {
            assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
            running.process().destroy();
            Result result = running.result();
            assertThat(result.err()).contains("To go on from there: reward-desk collect --resume ");
            session = result.err().strip().replaceAll("(?s).* ", "");
        }
        held.countDown();

        Result again = program.run("collect", "--resume", session, "--json");

        assertThat(JSON.readTree(again.out()).path("state").asText()).isEqualTo("done");
        assertThat(JSON.readTree(again.out()).at("/images/new").asInt()).isEqualTo(2);
    }

    @Test
    void whatLooksAlikeIsListedKeptAndDropped() throws Exception {
        Result run = program.run("collect", url("/alike"), "--allow-private", "--delay", "0s", "--json");
        assertThat(JSON.readTree(run.out()).at("/images/near").asInt()).isEqualTo(2);
        assertThat(run.err()).contains("reward-desk collect --groups");

        JsonNode groups =
                JSON.readTree(program.run("collect", "--groups", "--json").out());
        assertThat(groups).hasSize(1);
        assertThat(groups.at("/0/taken/imageId").asText()).isNotEmpty();
        JsonNode held = groups.at("/0/held");
        assertThat(held).hasSize(2);
        assertThat(held.at("/0/distance").asInt()).isBetween(0, 24);
        String first = held.at("/0/id").asText();
        String second = held.at("/1/id").asText();
        assertThat(program.run("collect", "--groups").out()).contains("taken", url("/drawn"));

        assertThat(program.run("collect", "--keep", first).out()).contains("Image " + first + " is in the workspace");
        assertThat(program.run("collect", "--drop", second, "--groups").out())
                .contains("Image " + second + " is dropped.", "No image is held back.");
        Result unknown = program.run("collect", "--drop", "4711");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).contains("There is no image 4711 that is held back.");
    }

    @Test
    void rulesForImagesThatMakeNoSenseAreWrongUsage() throws Exception {
        assertThat(program.run("collect", url("/"), "--format", "bmp").err())
                .contains("jpeg, png, webp or gif, not bmp");
        assertThat(program.run("collect", url("/"), "--min-quality", "1.5").err())
                .contains("from 0 to 1");
        assertThat(program.run("collect", url("/"), "--near-threshold", "145").err())
                .contains("from 0 to 144");
        assertThat(program.run("collect", url("/"), "--near", "eat").status()).isEqualTo(2);
        assertThat(program.run("collect", url("/"), "--groups").err()).contains("Name one of these");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + site.getPort() + path;
    }

    private MockResponse answer(String path) {
        return switch (path) {
            case "/" -> html("<img src=/wide.png><img src=/narrow.png>");
            case "/slow" -> {
                reached.countDown();
                try {
                    held.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                yield html("<img src=/wide.png><img src=/narrow.png>");
            }
            case "/alike" -> html("<img src=/drawn1><img src=/drawn2><img src=/drawn3>");
            case "/drawn1" -> file(drawn(200));
            case "/drawn2" -> file(drawn(150));
            case "/drawn3" -> file(drawn(100));
            case "/wide.png" -> png(20);
            case "/narrow.png" -> png(5);
            default -> new MockResponse.Builder().code(404).build();
        };
    }

    private static MockResponse html(String html) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/html")
                .body(html)
                .build();
    }

    private static MockResponse png(int width) {
        return file(new BufferedImage(width, 20, BufferedImage.TYPE_INT_RGB));
    }

    // The same picture in any size.
    private static BufferedImage drawn(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(side / 10, side / 5, side / 2, side / 2);
        pen.setColor(Color.CYAN);
        pen.fillRect(side / 2, side / 2, side / 3, side / 4);
        pen.dispose();
        return image;
    }

    private static MockResponse file(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return new MockResponse.Builder()
                .setHeader("Content-Type", "image/png")
                .body(new Buffer().write(bytes.toByteArray()))
                .build();
    }
}
