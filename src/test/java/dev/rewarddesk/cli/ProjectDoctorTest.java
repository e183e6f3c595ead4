package dev.rewarddesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rewarddesk.cli.Program.Result;
import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor for a deployed project, as a program. */
final class ProjectDoctorTest {

    @TempDir
    private Path temporary;

    private Program program;

    @BeforeEach
    void start() {
        program = new Program(temporary.resolve("home"));
    }

    @Test
    void aProjectThatIsWellEndsWithZero() throws Exception {
        Result result = program.run("doctor", "--url", url(), "--key-from", key(publishable()), "--json");

        JsonNode document = new JsonMapper().readTree(result.out());
        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(document.get("ok").asBoolean()).isTrue();
        assertThat(document.get("findings").findValuesAsText("check")).contains("database", "bucket", "clock");
        assertThat(temporary.resolve("home/postgres")).doesNotExist();
    }

    @Test
    void whatIsWrongEndsWithOneAndShowsNoKey() throws Exception {
        Result result = program.run("doctor", "--url", url(), "--key-from", key("sb_publishable_of_another"));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains("wrong  ", "does not know", "Something is wrong; see above.")
                .doesNotContain("of_another");
    }

    @Test
    void aKeyIsNeverTakenFromTheCommandLine() throws Exception {
        Result result = program.run("doctor", "--url", url(), "--key", publishable());

        assertThat(result.status()).isEqualTo(2);
    }

    @Test
    void withoutAKeyItSaysWhereOneComesFrom() throws Exception {
        Result result = program.run("doctor", "--url", url());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("--key-from", "REWARD_DESK_KEY");
    }

    private String key(String key) throws IOException {
        return Files.writeString(temporary.resolve("key"), key + "\n").toString();
    }

    private static String url() {
        return TestBackend.shared().url().toString();
    }

    private static String publishable() {
        return String.valueOf(TestBackend.shared().anonymous().key());
    }
}
