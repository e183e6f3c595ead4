package dev.rewarddesk.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.Pictures;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An upload through the function that fails half-way leaves neither an object without a row nor a row without an object. */
final class HalfwayUploadTest {

    private final TestBackend backend = TestBackend.fresh();
    private final BackendInBetween storage = new BackendInBetween(backend.url());
    private ServedFunctions served = serve();

    @AfterEach
    void end() {
        served.close();
        storage.close();
        backend.close();
    }

    @Test
    void aStorageThatFailsIsToldAndNothingIsThere() {
        byte[] picture = Pictures.png(20, 20);
        storage.down(500);

        TestApi.Answer answer = upload(picture);

        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("busy");
        assertThat(answer.header("Retry-After")).isNotBlank();
        assertNothingIsThere();
        storage.down(0);
        assertThat(upload(picture).ok().path("duplicate").asBoolean()).isFalse();
    }

    @Test
    void whatTheStorageSaysStaysInTheLog() {
        storage.down(403);

        TestApi.Answer answer = upload(Pictures.png(20, 20));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("server_error");
        assertThat(answer.text()).doesNotContain("own words", "403", "\tat ", ".ts:");
        String line = answer.json().path("error").asText().replaceAll(".* as (\\S+)\\. .*", "$1");
        assertThat(served.log()).contains(line, "own words");
        assertThat(served.log()).doesNotContain(backend.backend().access().secretKey());
        assertNothingIsThere();
    }

    @Test
    void aListIsAnsweredWithoutLinksWhenTheStorageGivesNone() {
        String image = upload(Pictures.png(20, 20)).ok().path("imageId").asText();
        pipeline()
                .post(
                        "/functions/v1/rft-responses",
                        TestApi.json(Map.of("user_id", "p", "prompt", "q", "response_text", "a", "image_id", image)))
                .ok();
        storage.down(500);

        JsonNode row =
                pipeline().get("/functions/v1/rft-responses?details=true").ok().at("/data/0");

        assertThat(row.at("/image/id").asText()).isEqualTo(image);
        assertThat(row.at("/image/signed_url").isNull()).isTrue();
        assertThat(row.at("/image/thumbnail_url").isNull()).isTrue();
    }

    @Test
    void whatAKilledFunctionStoredIsRemovedByALaterUpload() {
        storage.onceStored(() -> {
            served.kill();
            return false;
        });
        assertThatThrownBy(() -> upload(Pictures.png(21, 21))).isInstanceOf(UncheckedIOException.class);
        List<String> orphans = objects();
        assertThat(orphans).hasSize(1);
        assertThat(backend.database().rows("select storage_path from public.images"))
                .isEmpty();

        served = serve();
        upload(Pictures.png(22, 22)).ok();
        assertThat(objects()).as("it may still be under way").containsAll(orphans);
        backend.database().ageUploads("11 minutes");
        upload(Pictures.png(23, 23)).ok();

        assertThat(objects())
                .doesNotContainAnyElementsOf(orphans)
                .containsExactlyInAnyOrderElementsOf(backend.database().rows("select storage_path from public.images"));
        assertThat(underWay()).isEmpty();
    }

    @Test
    void anAnswerOfTheStorageThatIsLostIsAnUploadThatFailed() {
        storage.onceStored(() -> false);
        TestApi.Answer answer = upload(Pictures.png(24, 24));
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);

        backend.database().ageUploads("11 minutes");
        upload(Pictures.png(25, 25)).ok();

        assertThat(objects()).isEqualTo(backend.database().rows("select storage_path from public.images"));
        assertThat(underWay()).isEmpty();
    }

    @Test
    void anUploadThatTookTooLongIsRefusedAndRemoved() {
        storage.onceStored(() -> {
            backend.database().ageUploads("6 minutes");
            return true;
        });

        TestApi.Answer answer = upload(Pictures.png(26, 26));

        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("upload_too_slow");
        assertNothingIsThere();
        assertThat(underWay()).isEmpty();
    }

    @Test
    void whoIsSlowerWithTheSameBytesGetsTheImageOfTheFaster() {
        byte[] picture = Pictures.png(27, 27);
        storage.onceStored(() -> {
            backend.service().upload("b.png", "image/png", picture, Map.of()).ok();
            return true;
        });

        assertThat(upload(picture).ok().path("duplicate").asBoolean()).isTrue();

        assertThat(objects()).hasSize(1).isEqualTo(backend.database().rows("select storage_path from public.images"));
        assertThat(underWay()).isEmpty();
        assertThat(backend.service()
                        .get("/storage/v1/object/authenticated/scraped-images/"
                                + objects().getFirst())
                        .bytes())
                .as("the bytes that both have are still there")
                .isEqualTo(picture);
    }

    @Test
    void anIdempotencyKeyThatWasUsedForOtherBytesLeavesNothing() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        pipeline()
                .upload("a.png", "image/png", Pictures.png(28, 28), Map.of(), key)
                .ok();

        TestApi.Answer answer = pipeline().upload("a.png", "image/png", Pictures.png(29, 29), Map.of(), key);

        assertThat(answer.code()).isEqualTo("idempotency_key_reused");
        assertThat(objects()).hasSize(1).isEqualTo(backend.database().rows("select storage_path from public.images"));
        assertThat(underWay()).isEmpty();
    }

    private void assertNothingIsThere() {
        assertThat(objects()).isEmpty();
        assertThat(backend.database().rows("select storage_path from public.images"))
                .isEmpty();
    }

    private TestApi.Answer upload(byte[] picture) {
        return pipeline().upload("a.png", "image/png", picture, Map.of());
    }

    private TestApi pipeline() {
        String key = backend.backend().access().secretKey();
        return new TestApi(served.url(), key, key);
    }

    private List<String> objects() {
        return backend.database().rows("select name from storage.objects order by name");
    }

    private List<String> underWay() {
        return backend.database().rows("select path from private.objects_under_way");
    }

    private ServedFunctions serve() {
        return ServedFunctions.on(
                backend, Map.of("SIGN_IN_AND_STORAGE_URL", storage.url().toString()));
    }
}
