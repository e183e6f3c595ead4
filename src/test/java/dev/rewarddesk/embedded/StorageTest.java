package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.storage.SignedUrls;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images given out: to members, and to whoever has a signed URL that is good. */
final class StorageTest {

    private static final String OWN = "/storage/v1/object/authenticated/scraped-images/";
    private static final String SIGN = "/storage/v1/object/sign/scraped-images/";

    private final TestBackend backend = TestBackend.shared();

    @Test
    void aListIsForMembersAndRefusesWhatItCannotSortOrCount() {
        String list = "/storage/v1/object/list/scraped-images";
        TestApi reader = TestBackend.shared().annotator("lister");

        assertThat(TestBackend.shared().anonymous().post(list, "{}").status()).isEqualTo(401);
        for (String body : List.of(
                "{\"limit\": -1}",
                "{\"offset\": \"1\"}",
                "{\"sortBy\": {\"column\": \"id; drop table x\"}}",
                "{\"sortBy\": {\"order\": \"down\"}}")) {
            assertThat(reader.post(list, body).status()).as(body).isEqualTo(400);
        }
        assertThat(reader.post(list, "{\"limit\": 1, \"prefix\": \"%\", \"search\": \"_\"}")
                        .ok())
                .isEmpty();
    }

    @Test
    void membersSeeImagesAndOthersDoNot() {
        String path = stored(Pictures.png(10, 10));

        assertThat(backend.annotator("ann").get(OWN + path).status()).isEqualTo(200);
        assertThat(backend.stranger().get(OWN + path).status()).isEqualTo(401);
        assertThat(backend.anonymous().get(OWN + path).status()).isEqualTo(401);
        assertNotFound(formerMember().get(OWN + path));
        assertNotFound(backend.owner().get(OWN + "general/nothing.png"));
        assertNotFound(backend.owner().get("/storage/v1/object/authenticated/other-bucket/" + path));
    }

    @Test
    void aSignedUrlOpensItsObjectWithoutAKey() {
        byte[] file = Pictures.png(10, 10);
        String path = stored(file);
        String url = signed(path);

        TestApi.Answer answer = backend.stranger().get("/storage/v1" + url);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(file);
    }

    @Test
    void aSignedUrlOpensNothingElseAndNothingAfterItsEnd() {
        String path = stored(Pictures.png(10, 10));
        String other = stored(Pictures.png(10, 10));
        String token = signed(path).replaceAll(".*token=", "");
        String end = token.substring(0, token.indexOf('.'));
        String later = (Long.parseLong(end) + 1000) + token.substring(token.indexOf('.'));
        String expired = new SignedUrls(
                        backend.secrets().signedUrlKey(), () -> Instant.now().minusSeconds(61))
                .object("scraped-images", path, Duration.ofSeconds(60));
        String foreign =
                new SignedUrls("another key", Instant::now).object("scraped-images", path, Duration.ofSeconds(60));

        for (String url : List.of(
                SIGN + other + "?token=" + token,
                SIGN + path + "?token=" + later,
                SIGN + path + "?token=" + token + "x",
                SIGN + path + "?token=" + end + ".",
                SIGN + path + "?token=",
                SIGN + path + "?token=x",
                SIGN + path,
                "/storage/v1" + expired,
                "/storage/v1" + foreign)) {
            TestApi.Answer answer = backend.stranger().get(url);
            assertThat(answer.status()).as(url).isEqualTo(400);
            assertThat(answer.json().get("error").asText()).as(url).isEqualTo("InvalidJWT");
        }
    }

    @Test
    void manyAreSignedAtOnceAndWhatIsNotThereIsSaid() {
        String path = stored(Pictures.png(10, 10));

        JsonNode answer = backend.annotator("ann")
                .post(
                        "/storage/v1/object/sign/scraped-images",
                        TestApi.json(Map.of("expiresIn", 60, "paths", List.of(path, "general/nothing.png", 5))))
                .ok();

        assertThat(backend.stranger()
                        .get("/storage/v1" + answer.at("/0/signedURL").asText())
                        .status())
                .isEqualTo(200);
        assertThat(answer.at("/0/error").isNull()).isTrue();
        assertThat(answer.at("/1/signedURL").isNull()).isTrue();
        assertThat(answer.at("/1/error").asText()).startsWith("Either the object does not exist");
        assertThat(answer.at("/2/signedURL").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"expiresIn\":0}",
                "{\"expiresIn\":-1}",
                "{\"expiresIn\":\"60\"}",
                "{\"expiresIn\":1e99}"
            })
    void aLifetimeIsAWholeNumberOfSeconds(String body) {
        String path = stored(Pictures.png(10, 10));

        assertThat(backend.owner().post(SIGN + path, body).status()).isEqualTo(400);
    }

    @Test
    void onlyWhoMaySeeAnObjectMaySignForIt() {
        String path = stored(Pictures.png(10, 10));

        assertNotFound(formerMember().post(SIGN + path, "{\"expiresIn\":60}"));
        assertThat(backend.anonymous().post(SIGN + path, "{\"expiresIn\":60}").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2f..%2fsecrets.json",
                "%2e%2e/%2e%2e/secrets.json",
                "..%5c..%5csecrets.json",
                "....//secrets.json",
                "general/..%2f..%2f..%2fsecrets.json",
                "%00",
                "a%00.png"
            })
    void noNameLeadsOutOfTheWorkspacesFiles(String name) {
        TestApi.Answer answer = backend.owner().get(OWN + name);

        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.text()).doesNotContain("sb_secret", "<html");
    }

    @Test
    void thumbnailsFitTheSizeThatIsAskedFor() throws IOException {
        for (byte[] file : List.of(Pictures.png(400, 200), Pictures.jpeg(400, 200), Pictures.webp(400, 200))) {
            String path = stored(file);
            assertSize(path, "width=100", 100, 50);
            assertSize(path, "height=100", 200, 100);
            assertSize(path, "width=100&height=100", 100, 100);
            assertSize(path, "width=100&height=100&resize=contain", 100, 50);
            assertSize(path, "width=100&height=100&resize=fill", 100, 100);
            assertSize(path, "width=2000", 400, 200);
            assertSize(path, "quality=50", 400, 200);
        }
    }

    @Test
    void thumbnailsOfVeryLargeImagesAreMadeInLittleMemory() throws IOException {
        assertSize(stored(Pictures.png(12_000, 4_000)), "width=120", 120, 40);
    }

    @Test
    void aSignedThumbnailNeedsNoKey() throws IOException {
        String path = stored(Pictures.png(400, 200));
        String url = backend.owner()
                .post(SIGN + path, "{\"expiresIn\":60,\"transform\":{\"width\":40,\"resize\":\"contain\"}}")
                .ok()
                .get("signedURL")
                .asText();

        BufferedImage picture = image(backend.stranger().get("/storage/v1" + url));

        assertThat(picture.getWidth()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "width=0",
                "width=2501",
                "height=-1",
                "width=x",
                "width=99999999999",
                "width=10&quality=101",
                "width=10&resize=zoom"
            })
    void sizesOutOfBoundsAreRefused(String query) {
        String path = stored(Pictures.png(10, 10));

        assertThat(backend.owner()
                        .get("/storage/v1/render/image/authenticated/scraped-images/" + path + "?" + query)
                        .status())
                .isEqualTo(400);
    }

    private void assertSize(String path, String query, int width, int height) throws IOException {
        BufferedImage picture = image(
                backend.owner().get("/storage/v1/render/image/authenticated/scraped-images/" + path + "?" + query));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).as(query).isEqualTo(List.of(width, height));
    }

    private static BufferedImage image(TestApi.Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.bytes()));
    }

    private static void assertNotFound(TestApi.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("statusCode").asText()).isEqualTo("404");
        assertThat(answer.json().get("message").asText()).isEqualTo("Object not found");
    }

    private TestApi formerMember() {
        TestApi person = backend.annotator("former");
        try (var owner = backend.ownerConnection();
                var statement = owner.createStatement()) {
            statement.execute("delete from public.members where display_name = 'former'");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return person;
    }

    private String stored(byte[] file) {
        return backend.service()
                .upload("a.png", "image/png", file, Map.of())
                .ok()
                .get("path")
                .asText();
    }

    private String signed(String path) {
        return backend.annotator("ann")
                .post(SIGN + path, "{\"expiresIn\":60}")
                .ok()
                .get("signedURL")
                .asText();
    }
}
