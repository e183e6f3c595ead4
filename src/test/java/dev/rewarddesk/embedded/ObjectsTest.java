package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Storing and removing objects themselves, as the edge functions do. */
final class ObjectsTest {

    private static final String BUCKET = "/storage/v1/object/scraped-images";

    private final TestBackend backend = TestBackend.shared();
    private final String name = "test/" + UUID.randomUUID() + ".png";

    @Test
    void anObjectIsStoredOnceAndRemoved() {
        byte[] picture = Pictures.png(10, 10);
        assertThat(store(backend.service(), name, "image/png", picture)
                        .ok()
                        .path("Key")
                        .asText())
                .isEqualTo("scraped-images/" + name);
        assertThat(fetched(name).bytes()).isEqualTo(picture);
        assertThat(fetched(name).header("Content-Type")).isEqualTo("image/png");

        assertRefused(store(backend.service(), name, "image/png", Pictures.png(11, 11)), "409", "Duplicate");
        assertThat(fetched(name).bytes()).as("as it was").isEqualTo(picture);

        assertThat(remove(backend.service(), name, "test/none.png").ok().findValuesAsText("name"))
                .containsExactly(name);
        assertRefused(fetched(name), "404", "not_found");
        assertThat(remove(backend.service(), name).ok()).isEmpty();
    }

    @Test
    void bytesStayWhileAnotherObjectHasThem() {
        byte[] picture = Pictures.png(12, 12);
        store(backend.service(), name, "image/png", picture).ok();
        store(backend.service(), name + ".png", "image/png", picture).ok();

        remove(backend.service(), name).ok();

        assertThat(fetched(name + ".png").bytes()).isEqualTo(picture);
        remove(backend.service(), name + ".png").ok();
    }

    @Test
    void objectsAreForWhoHasTheSecretKey() {
        byte[] picture = Pictures.png(10, 10);
        for (TestApi person : List.of(backend.owner(), backend.annotator("ann"))) {
            assertRefused(store(person, name, "image/png", picture), "403", "Unauthorized");
            assertRefused(remove(person, name), "403", "Unauthorized");
        }
        assertThat(store(backend.anonymous(), name, "image/png", picture).status())
                .isEqualTo(401);
        assertRefused(fetched(name), "404", "not_found");
    }

    @Test
    void whatTheBucketDoesNotTakeIsRefused() {
        byte[] picture = Pictures.png(10, 10);
        assertThat(store(backend.service(), name, "image/svg+xml", picture).status())
                .isEqualTo(415);
        assertThat(store(backend.service(), name, "image/png", new byte[10 * 1024 * 1024 + 1])
                        .status())
                .isEqualTo(413);
        TestApi.Answer elsewhere = backend.service()
                .sendBytes("POST", "/storage/v1/object/other/a.png", picture, Map.of("Content-Type", "image/png"));
        assertRefused(elsewhere, "404", "Bucket not found");
        for (String body : List.of("{}", "[]", "{\"prefixes\": []}", "{\"prefixes\": [1]}", "{\"prefixes\": \"a\"}")) {
            assertRefused(backend.service().send("DELETE", BUCKET, body, Map.of()), "400", "invalid_prefixes");
        }
        assertRefused(fetched(name), "404", "not_found");
    }

    private static TestApi.Answer store(TestApi caller, String name, String type, byte[] bytes) {
        return caller.sendBytes("POST", BUCKET + "/" + name, bytes, Map.of("Content-Type", type));
    }

    private static TestApi.Answer remove(TestApi caller, String... names) {
        return caller.send("DELETE", BUCKET, TestApi.json(Map.of("prefixes", names)), Map.of());
    }

    private TestApi.Answer fetched(String object) {
        return backend.service().get("/storage/v1/object/authenticated/scraped-images/" + object);
    }

    private static void assertRefused(TestApi.Answer answer, String status, String code) {
        JsonNode document = answer.json();
        assertThat(document.path("statusCode").asText()).as(answer.text()).isEqualTo(status);
        assertThat(document.path("error").asText()).isEqualTo(code);
    }
}
