package dev.rewarddesk.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.collect.ImportReport.Problem;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.PretendWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FolderImportTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};

    @TempDir
    private Path temporary;

    private Path folder;
    private PretendData data;
    private PretendWorkspace workspace;
    private SupabaseClient client;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectory(temporary.resolve("data"));
        data = new PretendData();
        workspace = new PretendWorkspace();
        workspace.server().setDispatcher(data);
        client = workspace.signedIn();
        image("a.png", 'a');
        image("b.png", 'b');
    }

    @AfterEach
    void stop() {
        client.close();
        workspace.close();
    }

    @Test
    void goodLinesAreImportedInTheFilesOrder() throws IOException {
        write(
                "responses.jsonl",
                IntStream.range(0, 50)
                        .mapToObj(i -> line(i % 2 == 0 ? "a.png" : "b.png", "answer " + i))
                        .toArray(String[]::new));
        List<ImportProgress> progress = new ArrayList<>();

        ImportReport report = new FolderImport(client).run(folder, progress::add);

        assertThat(report).isEqualTo(new ImportReport(2, 50, 0, 0, List.of()));
        assertThat(data.uploads).hasSize(2);
        assertThat(data.responses.values().stream()
                        .map(row -> row.get("response_text").asText()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "answer " + i).toList());
        assertThat(data.images.values())
                .map(Object::toString)
                .containsAll(data.responses.values().stream()
                        .map(row -> row.get("image_id").asText())
                        .toList());
        assertThat(progress).hasSize(50).last().isEqualTo(new ImportProgress(50, 50));
    }

    @Test
    void importingTwiceAddsNothing() throws IOException {
        write("responses.jsonl", line("a.png", "one"), line("a.png", "two"), line("b.png", "one"));
        write("checkpoints.jsonl", "{\"version\":\"v1\",\"storage_key\":\"k\",\"is_active\":true}");
        run();

        assertThat(run()).isEqualTo(new ImportReport(0, 0, 0, 4, List.of()));
        assertThat(data.responses).hasSize(3);
    }

    @Test
    void aVersionThatIsThereWithOtherWeightsIsReported() throws IOException {
        write(
                "checkpoints.jsonl",
                "{\"version\":\"v1\",\"storage_key\":\"k\"}",
                "{\"version\":\"v1\",\"storage_key\":\"k\",\"epoch\":2}",
                "{\"version\":\"v1\",\"storage_key\":\"other\"}");

        ImportReport report = run();

        assertThat(report.checkpoints()).isEqualTo(1);
        assertThat(report.known()).isEqualTo(1);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.reason()).contains("another storage_key");
        });
    }

    @Test
    void theSameFolderUnderAnotherNameAddsNothing() throws IOException {
        write("responses.jsonl", line("a.png", "one"));
        run();
        Files.move(folder.resolve("a.png"), folder.resolve("renamed.png"));
        write("responses.jsonl", line("renamed.png", "one"));

        assertThat(run()).isEqualTo(new ImportReport(0, 0, 0, 1, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"image":"a.png","prompt":"p","response_text":"r"   | not valid JSON at column
                    {"image":"a.png" "prompt":"p"}                      | not valid JSON at column 18
                    {"image":"a.png","image":"b.png"}                   | Duplicate
                    {"image":"a.png"} {}                                | not valid JSON at column 19: something follows
                    {"image":"a.png","prompt":NaN}                      | Non-standard token 'NaN'
                    [1,2]                                               | must be a JSON object
                    {"prompt":"p","response_text":"r"}                  | "image" is missing
                    {"image":"a.png","response_text":"r"}               | "prompt" is missing
                    {"image":"a.png","prompt":"p"}                      | "response_text" is missing
                    {"image":"a.png","prompt":" ","response_text":"r"}  | "prompt" is empty
                    {"image":7,"prompt":"p","response_text":"r"}        | "image" must be text
                    {"image":"a.png","prompt":"p","response_text":"r","metadata":[]} | "metadata" must be a JSON object
                    {"image":"c.png","prompt":"p","response_text":"r"}  | there is no file "c.png"
                    {"image":"../out.png","prompt":"p","response_text":"r"}  | must be a path within the folder
                    {"image":"sub/../a.png","prompt":"p","response_text":"r"}  | must be a path within the folder
                    {"image":"..\\\\out.png","prompt":"p","response_text":"r"}  | must be a path within the folder
                    {"image":"/etc/hostname","prompt":"p","response_text":"r"}  | must be a path within the folder
                    {"image":"link.png","prompt":"p","response_text":"r"} | leads out of the folder
                    {"image":"linked/out.png","prompt":"p","response_text":"r"} | leads out of the folder
                    {"image":"sub","prompt":"p","response_text":"r"}    | is not a file
                    {"image":"a\\u0000.png","prompt":"p","response_text":"r"} | cannot be found
                    {"image":"notes.txt","prompt":"p","response_text":"r"} | is not a JPEG, PNG, WebP or GIF
                    {"image":"empty.png","prompt":"p","response_text":"r"} | is empty
                    {"image":"large.png","prompt":"p","response_text":"r"} | is larger than 10 MB
                    {"image":"a.png","prompt":"\\ud83d","response_text":"r"} | half a character
                    {"image":"a.png","prompt":"p","response_text":"r","metadata":{"x":["\\udc00"]}} | half a character
                    """)
    void aBadLineIsReportedByNumberAndReasonAndTheGoodOnesAreImported(String bad, String reason) throws IOException {
        image("../out.png", 'o');
        Files.createDirectory(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("link.png"), temporary.resolve("out.png"));
        Files.createSymbolicLink(folder.resolve("linked"), temporary);
        Files.writeString(folder.resolve("notes.txt"), "no image");
        Files.writeString(folder.resolve("empty.png"), "");
        byte[] large = new byte[(10 << 20) + 1];
        System.arraycopy(PNG, 0, large, 0, PNG.length);
        Files.write(folder.resolve("large.png"), large);
        write("responses.jsonl", line("a.png", "before"), "", bad, line("b.png", "after"));

        ImportReport report = run();

        assertThat(report.responses()).isEqualTo(2);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("responses.jsonl");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.reason())
                    .contains(reason)
                    .doesNotContain("`", "Feature", "fasterxml", "StreamRead", "was expecting");
        });
    }

    @Test
    void whatIsNestedOrLongBeyondMeasureIsToldInWordsForPeople() throws IOException {
        write(
                "responses.jsonl",
                "{\"image\":\"a.png\",\"prompt\":\"p\",\"response_text\":\"r\",\"metadata\":" + "{\"a\":".repeat(2000)
                        + "1" + "}".repeat(2000) + "}",
                "{\"image\":\"a.png\",\"prompt\":\"p\",\"response_text\":\"r\",\"metadata\":{\"a\":" + "9".repeat(1500)
                        + "}}");

        assertThat(run().problems())
                .extracting(Problem::reason)
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason)
                        .contains("nested too deeply, or with a number")
                        .doesNotContain("Stream"));
    }

    @Test
    void aLineWhoseMetadataIsRefusedDoesNotTakeTheImagesOtherLinesWithIt() throws IOException {
        write(
                "responses.jsonl",
                "{\"image\":\"a.png\",\"prompt\":\"p\",\"response_text\":\"bad\",\"metadata\":{\"quality_score\":7}}",
                line("a.png", "good"),
                line("a.png", "better"));

        ImportReport report = run();

        assertThat(report.responses()).isEqualTo(2);
        assertThat(report.images()).isEqualTo(1);
        assertThat(report.problems()).extracting(Problem::line).containsExactly(1);
    }

    @Test
    void marksLineEndsAndBlankLinesOfOtherSystemsAreTaken() throws IOException {
        Files.writeString(
                folder.resolve("responses.jsonl"),
                "\uFEFF" + line("a.png", "one") + "\r\n\r\n  \r\n" + line("a.png", "日本語 עברית 🎈"));

        ImportReport report = run();

        assertThat(report).isEqualTo(new ImportReport(1, 2, 0, 0, List.of()));
        assertThat(data.responses.values())
                .extracting(row -> row.get("response_text").asText())
                .containsExactly("one", "日本語 עברית 🎈");
    }

    @Test
    void whatIsNoUtf8OrTooLongIsReportedAndTheRestImported() throws IOException {
        Files.write(
                folder.resolve("responses.jsonl"),
                ("{\"image\":\"a.png\",\"prompt\":\"\u00e9\"}\n" + line("a.png", "x".repeat(LineReader.LONGEST)) + "\n"
                                + line("a.png", "good") + "\n")
                        .getBytes(StandardCharsets.ISO_8859_1));

        ImportReport report = run();

        assertThat(report.responses()).isEqualTo(1);
        assertThat(report.problems()).extracting(Problem::line).containsExactly(1, 2);
        assertThat(report.problems())
                .extracting(Problem::reason)
                .satisfiesExactly(
                        first -> assertThat(first).contains("UTF-8"),
                        second -> assertThat(second).contains("too long"));
    }

    @Test
    void whatIsSaidOfTheImageGoesWithIt() throws IOException {
        write("responses.jsonl", """
                {"image":"a.png","prompt":"p","response_text":"r","metadata":{"category":"city","source_url":"https://example.org/a","seed":7}}""");

        run();

        assertThat(data.uploads)
                .singleElement()
                .satisfies(form -> assertThat(form)
                        .contains("{\"category\":\"city\",\"source_url\":\"https://example.org/a\"}")
                        .contains("filename=\"a.png\""));
        assertThat(data.responses
                        .values()
                        .iterator()
                        .next()
                        .get("metadata")
                        .get("seed")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void anActiveCheckpointIsActivatedOnlyWhereNoneIs() throws IOException {
        write(
                "checkpoints.jsonl",
                "{\"version\":\"v1\",\"storage_key\":\"k1\",\"epoch\":3,\"is_active\":true}",
                "{\"version\":\"v2\",\"storage_key\":\"k2\",\"is_active\":true}",
                "{\"storage_key\":\"k3\"}");

        ImportReport report = run();

        assertThat(report.checkpoints()).isEqualTo(2);
        assertThat(report.problems())
                .containsExactly(
                        new Problem(
                                "checkpoints.jsonl",
                                2,
                                "it is recorded and not active, for another one is active already; activate it if that is meant"),
                        new Problem("checkpoints.jsonl", 3, "the field \"version\" is missing"));
        assertThat(data.checkpoints.values())
                .extracting(row -> row.path("is_active").asBoolean(false))
                .containsExactly(true, false);
    }

    @Test
    void aBusyWorkspaceIsWaitedFor() throws IOException {
        write("responses.jsonl", line("a.png", "one"));
        data.busyAnswers = 3;

        assertThat(run().responses()).isEqualTo(1);
    }

    @Test
    void aWorkspaceThatGoesAwaySaysHowFarItGot() throws IOException {
        write("responses.jsonl", line("a.png", "one"), line("b.png", "two"));
        workspace.close();

        assertThatExceptionOfType(ServiceFailure.Offline.class)
                .isThrownBy(this::run)
                .withMessageContaining("0 of 2 lines")
                .withMessageContaining("importing the folder again goes on from there");
    }

    @Test
    void aFolderThatIsNoneIsRefusedInOneSentence() {
        for (Path none : List.of(temporary.resolve("missing"), folder.resolve("a.png"), folder)) {
            assertThatExceptionOfType(ServiceFailure.Invalid.class)
                    .isThrownBy(() -> new FolderImport(client).run(none, progress -> {}))
                    .withMessageContaining(none.toString());
        }
    }

    @Test
    void aFileOfTheWrongKindIsNotListedLineByLineForEver() throws IOException {
        write("responses.jsonl", "x\n".repeat(3000));

        List<Problem> problems = run().problems();

        assertThat(problems).hasSize(Tally.MOST_PROBLEMS + 1);
        assertThat(problems.getLast().reason()).startsWith("2000 more lines");
    }

    private ImportReport run() {
        return new FolderImport(client).run(folder, progress -> {});
    }

    private void image(String name, char content) throws IOException {
        byte[] bytes = PNG.clone();
        bytes[bytes.length - 1] = (byte) content;
        Files.write(folder.resolve(name), bytes);
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    private static String line(String image, String answer) {
        return String.format(
                Locale.ROOT,
                "{\"image\":\"%s\",\"prompt\":\"What is it?\",\"response_text\":\"%s\",\"model_id\":\"m\"}",
                image,
                answer);
    }
}
