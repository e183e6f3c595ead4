package dev.rewarddesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program.Result;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.s3.S3Server;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code config apply} makes a workspace as it is configured, and nothing else of it. */
@Timeout(120)
final class ConfigApplyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> KEYS =
            Map.of("STORE_ID", S3Server.ACCESS_KEY, "STORE_KEY", S3Server.SECRET_KEY);

    @TempDir
    private Path temporary;

    private Program program;

    @BeforeEach
    void makeWorkspace() throws IOException {
        Path home = temporary.resolve("home");
        Files.move(TestBackend.emptyWorkspace(), home);
        program = new Program(home, KEYS);
    }

    @Test
    void readinessIsTheWorkspacesFromThenOn() throws Exception {
        configure("{\"readiness\":{\"responses\":0,\"partial_responses\":7}}");

        Result dry = program.run("config", "apply", "--dry-run");
        Result applied = program.run("config", "apply", "--json");
        Result again = program.run("config", "apply");

        assertThat(dry.out())
                .contains("readiness.responses: 100 → 0", "readiness.partial_responses: 50 → 7", "dry run")
                .doesNotContain("readiness.rewards");
        JsonNode changes = JSON.readTree(applied.out()).path("changes");
        assertThat(changes.findValuesAsText("name"))
                .containsExactly("readiness.responses", "readiness.partial_responses");
        assertThat(again.out()).contains("as configured");
    }

    @Test
    void aBucketIsTriedOutAndThenTakesNewImages() throws Exception {
        configure(bucket(S3Server.BUCKET));

        Result dry = program.run("config", "apply", "--dry-run");
        assertThat(dry.out()).contains("bucket: none → bucket " + S3Server.BUCKET);
        assertThat(file()).doesNotExist();

        Result applied = program.run("config", "apply");
        assertThat(applied.status()).as(applied.err()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(applied.out() + applied.err()).doesNotContain(S3Server.SECRET_KEY, S3Server.ACCESS_KEY);
        assertThat(program.run("config", "apply").out()).contains("as configured");

        int before = S3Server.shared().objects().size();
        Path images = Files.createDirectories(temporary.resolve("images"));
        ImageIO.write(
                new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB),
                "png",
                images.resolve("a.png").toFile());
        Files.writeString(
                images.resolve("responses.jsonl"),
                "{\"image\":\"a.png\",\"prompt\":\"What?\",\"response_text\":\"Nothing.\",\"user_id\":\"t\"}");
        Result imported = program.run("import", images.toString());
        assertThat(imported.status()).as(imported.err()).isZero();
        assertThat(S3Server.shared().objects()).hasSizeGreaterThan(before);
    }

    @Test
    void aBucketThatDoesNotWorkChangesNothing() throws Exception {
        configure(bucket("no-such-bucket"));

        Result refused = program.run("config", "apply");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("no bucket of the name")
                .hasLineCount(1)
                .doesNotContain("Exception");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aBucketInPartIsSaid() throws Exception {
        configure("{\"bucket\":{\"name\":\"pictures\"}}");

        Result refused = program.run("config", "apply");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("bucket.endpoint is missing").hasLineCount(1);
    }

    @Test
    void aHostedProjectsBucketIsSetElsewhere() throws Exception {
        configure(bucket(S3Server.BUCKET)
                .replaceFirst(
                        "\\{",
                        "{\"supabase\":{\"url\":\"http://127.0.0.1:1\",\"secret_key\":{\"env\":\"STORE_KEY\"}},"));

        Result refused = program.run("config", "apply");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("among its project's secrets").hasLineCount(1);
    }

    private Path file() {
        return program.home().resolve("s3.json");
    }

    private void configure(String document) throws IOException {
        Files.writeString(program.home().resolve("config.json"), document);
    }

    private static String bucket(String name) {
        return """
                {"bucket":{"endpoint":"%s","region":"%s","name":"%s",\
                "access_key_id":{"env":"STORE_ID"},"secret_access_key":{"env":"STORE_KEY"}}}""".formatted(S3Server.shared().url(), S3Server.REGION, name);
    }
}
