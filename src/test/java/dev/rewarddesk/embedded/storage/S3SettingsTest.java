package dev.rewarddesk.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rewarddesk.disk.PrivateFiles;
import dev.rewarddesk.embedded.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class S3SettingsTest {

    private static final String SECRET = "very-secret-indeed";
    private static final Map<String, String> WHOLE = Map.of(
            "S3_ENDPOINT", "https://s3.eu-central-1.wasabisys.com",
            "S3_REGION", "eu-central-1",
            "S3_BUCKET", "pictures",
            "S3_ACCESS_KEY_ID", "AKIA",
            "S3_SECRET_ACCESS_KEY", SECRET);

    @TempDir
    Path workspace;

    @Test
    void withoutTheFileThereIsNoBucketWhateverTheEnvironmentSays() throws IOException {
        assertThat(S3Settings.of(workspace, WHOLE)).isEmpty();
    }

    @Test
    void theEnvironmentFillsInAndCountsForMore() throws IOException {
        Map<String, String> filed = new HashMap<>(WHOLE);
        filed.remove("S3_SECRET_ACCESS_KEY");
        write(filed);

        S3Settings settings = S3Settings.of(workspace, Map.of("S3_SECRET_ACCESS_KEY", SECRET, "S3_BUCKET", "others"))
                .orElseThrow();

        assertThat(settings.secretKey()).isEqualTo(SECRET);
        assertThat(settings.bucket()).isEqualTo("others");
        assertThat(settings.toString()).contains("others").doesNotContain(SECRET, "AKIA");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Map<String, String> filed = new HashMap<>(WHOLE);
        filed.remove("S3_REGION");
        write(filed);

        assertUnusable("S3_REGION is not set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://s3.example.org",
                "https://me:very-secret-indeed@s3.example.org",
                "https://s3.example.org/path",
                "https://s3.example.org?very-secret-indeed",
                "very-secret-indeed",
                "https:// very-secret-indeed"
            })
    void anEndpointThatIsNoSafeHostIsRefusedAndNotQuoted(String endpoint) throws IOException {
        Map<String, String> filed = new HashMap<>(WHOLE);
        filed.put("S3_ENDPOINT", endpoint);
        write(filed);

        assertUnusable("S3_ENDPOINT");
    }

    @Test
    void aFileThatIsNoJsonIsNotQuoted() throws IOException {
        PrivateFiles.write(workspace.resolve(S3Settings.FILE), "{\"S3_SECRET_ACCESS_KEY\": very-secret-indeed");

        assertUnusable("no JSON");
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        write(WHOLE);
        Files.setPosixFilePermissions(workspace.resolve(S3Settings.FILE), PosixFilePermissions.fromString("rw-r--r--"));

        assertUnusable("Others may read");
    }

    private void assertUnusable(String words) {
        assertThatThrownBy(() -> S3Settings.of(workspace, Map.of()))
                .isInstanceOf(S3Settings.Unusable.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining(SECRET)
                .hasNoCause();
    }

    private void write(Map<String, String> settings) throws IOException {
        PrivateFiles.write(workspace.resolve(S3Settings.FILE), Json.text(settings));
    }
}
