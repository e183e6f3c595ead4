package dev.rewarddesk.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.Pictures;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.s3.CuttingProxy;
import dev.rewarddesk.s3.CuttingProxy.Cut;
import dev.rewarddesk.s3.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The functions keep images in an S3-compatible bucket, and an upload that fails half-way leaves nothing there. */
final class BucketUploadTest {

    private static final S3Server S3 = S3Server.shared();

    private final TestBackend backend = TestBackend.fresh();
    private final CuttingProxy way = new CuttingProxy(S3.url());
    private final List<String> before = S3.objects();
    private ServedFunctions served = serve(Map.of());

    @BeforeAll
    static void needsDeno() {
        Deno.program();
    }

    @AfterEach
    void end() {
        served.close();
        way.close();
        backend.close();
        assertThat(served.log()).doesNotContain(S3Server.SECRET_KEY);
    }

    @Test
    void anImageIsInTheBucketAndReadByLinksWithoutAToken() throws Exception {
        byte[] picture = Pictures.png(30, 31);

        JsonNode answer = upload(picture).ok();

        String path = answer.path("path").asText();
        assertThat(objects()).containsExactly(path);
        assertThat(S3.bytes(path)).isEqualTo(picture);
        assertThat(fetch(answer.path("url").asText()).body()).isEqualTo(picture);
        respondTo(answer.path("imageId").asText());
        JsonNode image =
                pipeline().get("/functions/v1/rft-responses?details=true").ok().at("/data/0/image");
        HttpResponse<byte[]> fetched = fetch(image.path("signed_url").asText());
        assertThat(fetched.body()).isEqualTo(picture);
        assertThat(fetched.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(fetch(image.path("thumbnail_url").asText() + "&width=10&height=10")
                        .body())
                .as("whole, whatever size is asked for")
                .isEqualTo(picture);
    }

    @Test
    void aLinkThatSomebodyChangedOpensNothing() throws Exception {
        JsonNode answer = upload(Pictures.png(32, 31)).ok();
        String url = answer.path("url").asText();

        assertThat(fetch(url.replace("X-Amz-Expires=3600", "X-Amz-Expires=86400"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(fetch(url.substring(0, url.indexOf('?'))).statusCode()).isEqualTo(403);
        assertThat(url).doesNotContain(S3Server.SECRET_KEY);
    }

    @Test
    void aRequestThatIsCutIsToldAndNothingIsThere() {
        way.cut("PUT", Cut.WITHIN_REQUEST);

        TestApi.Answer answer = upload(Pictures.png(33, 31));

        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("busy");
        assertThat(objects()).isEmpty();
        assertThat(backend.database().rows("select storage_path from public.images"))
                .isEmpty();
        way.cut("PUT", Cut.NONE);
        upload(Pictures.png(33, 31)).ok();
    }

    @Test
    void anAnswerThatIsLostIsAnUploadThatFailedAndIsRemovedLater() {
        way.cut("PUT", Cut.BEFORE_ANSWER);
        TestApi.Answer answer = upload(Pictures.png(34, 31));
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        way.cut("PUT", Cut.NONE);

        backend.database().ageUploads("11 minutes");
        upload(Pictures.png(35, 31)).ok();

        assertThat(objects()).isEqualTo(backend.database().rows("select storage_path from public.images"));
        assertThat(backend.database().rows("select path from private.objects_under_way"))
                .isEmpty();
    }

    @Test
    void whatAKilledFunctionStoredIsRemovedByALaterUpload() {
        way.onceAnswered(served::kill);
        assertThatThrownBy(() -> upload(Pictures.png(36, 31))).isInstanceOf(UncheckedIOException.class);
        assertThat(objects()).hasSize(1);

        served = serve(Map.of());
        backend.database().ageUploads("11 minutes");
        upload(Pictures.png(37, 31)).ok();

        assertThat(objects()).isEqualTo(backend.database().rows("select storage_path from public.images"));
    }

    @Test
    void aRefusalOfTheDatabaseAfterTheObjectIsStoredRemovesIt() {
        way.onceAnswered(() -> backend.database().ageUploads("6 minutes"));

        TestApi.Answer answer = upload(Pictures.png(38, 31));

        assertThat(answer.code()).isEqualTo("upload_too_slow");
        assertThat(objects()).isEmpty();
        assertThat(backend.database().rows("select path from private.objects_under_way"))
                .isEmpty();
    }

    @Test
    void whatIsSetWronglyIsSaidInTheLogAndNotToTheCaller() {
        assertTold(Map.of("S3_SECRET_ACCESS_KEY", "wrong"), "S3_SECRET_ACCESS_KEY does not belong");
        assertTold(Map.of("S3_ACCESS_KEY_ID", "AKIANOBODY"), "S3_ACCESS_KEY_ID is not known");
        assertTold(Map.of("S3_BUCKET", "no-such-bucket"), "There is no bucket of the name in S3_BUCKET");
    }

    private void assertTold(Map<String, String> different, String words) {
        served.close();
        served = serve(different);
        TestApi.Answer answer = upload(Pictures.png(39, 31));
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("storage_refused");
        assertThat(answer.header("Retry-After")).isEqualTo("60");
        assertThat(answer.json().path("error").asText())
                .isEqualTo("The storage does not accept this workspace's settings. Nothing was kept. "
                        + "Whoever runs the workspace finds in its log what to set right.");
        assertThat(served.log()).contains(words);
    }

    private TestApi.Answer upload(byte[] picture) {
        return pipeline().upload("a b.png", "image/png", picture, Map.of());
    }

    private void respondTo(String image) {
        pipeline()
                .post(
                        "/functions/v1/rft-responses",
                        TestApi.json(Map.of("user_id", "p", "prompt", "q", "response_text", "a", "image_id", image)))
                .ok();
    }

    private TestApi pipeline() {
        String key = backend.backend().access().secretKey();
        return new TestApi(served.url(), key, key);
    }

    // Those of this test: the server is shared.
    private List<String> objects() {
        return S3.objects().stream().filter(name -> !before.contains(name)).toList();
    }

    private static HttpResponse<byte[]> fetch(String url) throws IOException, InterruptedException {
        String sent = url.replaceAll("#.*", "");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(sent)).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private ServedFunctions serve(Map<String, String> different) {
        Map<String, String> environment = new HashMap<>(S3Server.environment(way.url()));
        environment.putAll(different);
        return ServedFunctions.on(backend, environment);
    }
}
