package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.functions.Npm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Supabase's own client for JavaScript works with the embedded backend; each of its tests is one here. */
final class SupabaseJsTest {

    private static final String UNTESTED =
            "Supabase's own client is not tested: it is not in supabase/node_modules, or there is no Node.";
    private static final Path TESTS =
            Path.of("supabase", "tests", "supabase-js.test.mjs").toAbsolutePath();
    private static final Pattern RESULT = Pattern.compile("(?m)^(not ok|ok) \\d+ - (.*)$");

    @TestFactory
    Stream<DynamicTest> supabaseJs() throws IOException, InterruptedException {
        Npm.file("@supabase/supabase-js/package.json", UNTESTED);
        TestBackend backend = TestBackend.shared();
        String email = "supabase-js-" + UUID.randomUUID() + "@example.org";
        String password = "a long password";
        backend.service()
                .post(
                        "/auth/v1/invite",
                        TestApi.json(Map.of("email", email, "password", password, "role", "annotator")))
                .ok();

        String told = run(Map.of(
                "WORKSPACE_URL", backend.url().toString(),
                "PUBLISHABLE_KEY", backend.backend().access().publishableKey(),
                "SECRET_KEY", backend.backend().access().secretKey(),
                "EMAIL", email,
                "PASSWORD", password));

        List<DynamicTest> tests = RESULT.matcher(told)
                .results()
                .map(result -> DynamicTest.dynamicTest(
                        result.group(2),
                        () -> assertThat(result.group(1)).as(told).isEqualTo("ok")))
                .toList();
        assertThat(tests).as(told).hasSizeGreaterThan(15);
        return tests.stream();
    }

    private static String run(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("node", "--test-reporter=tap", TESTS.toString()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            throw Npm.absent(UNTESTED);
        }
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }
}
