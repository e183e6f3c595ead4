package dev.rewarddesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program.Result;
import dev.rewarddesk.embedded.TestBackend;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands on a workspace that is named by URL and key. */
@ParameterizedClass
@EnumSource(HostedProject.class)
final class HostedProjectTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temporary;

    private final MockWebServer site = new MockWebServer();

    private final HostedProject.Opened project;
    private Program program;

    HostedProjectTest(HostedProject hosted) {
        this.project = hosted.open();
    }

    @BeforeEach
    void configure() throws IOException {
        Path mine = Files.createDirectories(temporary.resolve("mine"));
        Files.writeString(mine.resolve("config.json"), """
                {
                  "supabase": { "url": "%s", "secret_key": { "env": "PROJECT_KEY" } },
                  "collect": { "allow_private": true, "delay": "0s", "category": "birds", "min_width": 10 }
                }
                """.formatted(project.url()));
        program = new Program(mine, Map.of("PROJECT_KEY", project.secretKey()));
    }

    @BeforeEach
    void startSite() throws IOException {
        byte[] picture = picture();
        site.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return switch (request.getTarget()) {
                    case "/" ->
                        new MockResponse.Builder()
                                .addHeader("Content-Type", "text/html")
                                .body("<img src='/a.png' alt='An owl'>")
                                .build();
                    case "/a.png" ->
                        new MockResponse.Builder()
                                .addHeader("Content-Type", "image/png")
                                .body(new Buffer().write(picture))
                                .build();
                    default -> new MockResponse.Builder().code(404).build();
                };
            }
        });
        site.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        site.close();
        project.close();
    }

    @Test
    void commandsWorkOnItAsAPipelineAndShowNoKey() throws Exception {
        Result collected = program.run("collect", site.url("/").toString(), "--json");
        Result created = program.run("checkpoints", "create", "v1", "--storage-key", "s3://models/v1", "--json");
        Result listed = program.run("checkpoints", "list", "--json");

        assertThat(collected.err()).isEmpty();
        assertThat(JSON.readTree(collected.out()).at("/images/new").asInt()).isEqualTo(1);
        assertThat(created.status()).as(created.err()).isZero();
        assertThat(listed.out()).contains("v1");
        assertThat(program.home().resolve("postgres")).doesNotExist();
        assertThat(all(program.home())).doesNotContain(project.secretKey());
    }

    @Test
    void aWorkspaceThatTheCommandLineNamesIsNearer() throws Exception {
        Path near = temporary.resolve("near");
        Files.move(TestBackend.emptyWorkspace(), near);

        Result listed = program.run("checkpoints", "list", "--json", "--workspace", near.toString());

        assertThat(listed.status()).as(listed.err()).isZero();
        assertThat(listed.out()).doesNotContain("v1");
    }

    @Test
    void aKeyThatIsNotTheirsIsSaidWithoutBeingShown() throws Exception {
        Result refused = new Program(program.home(), Map.of("PROJECT_KEY", "sb_secret_of_somebody_else"))
                .run("checkpoints", "list");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).hasLineCount(1).doesNotContain("somebody_else", "Exception");
    }

    @Test
    void withThePublishableKeySomebodyHasToHaveSignedInAtTheDesktop() throws Exception {
        Path config = Files.writeString(
                temporary.resolve("person.json"),
                "{\"supabase\":{\"url\":\"%s\",\"publishable_key\":{\"env\":\"PUBLIC_KEY\"}}}"
                        .formatted(project.url()));
        Program person = new Program(program.home(), Map.of("PUBLIC_KEY", project.publishableKey()));

        Result list = person.run("checkpoints", "list", "--config", config.toString());
        Result assistant = person.run("mcp", "--config", config.toString());

        assertThat(list.status()).isEqualTo(1);
        assertThat(list.err()).contains("Sign in at the desktop");
        assertThat(assistant.status()).isEqualTo(1);
        assertThat(assistant.err()).contains("Configure supabase.secret_key");
    }

    private static String all(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, 0xff8800);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }
}
