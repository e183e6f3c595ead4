package dev.rewarddesk.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.Pictures;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.s3.S3Server;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An image whose link is no longer good is still to be had, where the functions keep images in a bucket. */
final class ExpiredLinkTest {

    private static final long PATIENCE = 30_000_000_000L;

    private final TestBackend backend = TestBackend.fresh();
    private final ServedFunctions served =
            ServedFunctions.on(backend, S3Server.environment(S3Server.shared().url()));
    private final SupabaseClient reviewer = RealWorkspace.impatient(served.url(), backend);
    private final byte[] picture = Pictures.png(40, 41);

    @BeforeAll
    static void needsDeno() {
        Deno.program();
    }

    @BeforeEach
    void signIn() {
        backend.annotator("ann");
        reviewer.signIn("ann@example.org", "password of ann");
    }

    @AfterEach
    void end() {
        reviewer.close();
        served.close();
        backend.close();
    }

    @Test
    void theListIsAskedForANewLink() {
        JsonNode uploaded =
                pipeline().upload("a.png", "image/png", picture, Map.of()).ok();
        UUID image = UUID.fromString(uploaded.path("imageId").asText());
        String link = expired(uploaded.path("path").asText());

        assertThat(reviewer.images().whole(image, link)).isEqualTo(picture);
        assertThat(reviewer.images().small(image, link + "#", 20, 20))
                .as("a store does not scale")
                .isEqualTo(picture);
        assertThat(reviewer.images().whole(image, null)).isEqualTo(picture);
    }

    @Test
    void anImageThatIsNotThereAnyMoreIsToldAsGone() {
        assertThatExceptionOfType(ServiceFailure.NotFound.class)
                .isThrownBy(() -> reviewer.images().whole(UUID.randomUUID(), null))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("image_not_found"));
    }

    // A link of the bucket's own, of which the bucket says that its second has gone by.
    private String expired(String path) {
        String link = S3Server.shared().link(path, 1);
        long deadline = System.nanoTime() + PATIENCE;
        while (isGood(link)) {
            assertThat(System.nanoTime()).as("a link of a second expires").isLessThan(deadline);
            LockSupport.parkNanos(100_000_000);
        }
        return link;
    }

    private boolean isGood(String link) {
        try {
            return reviewer.storage().fetch(link).length > 0;
        } catch (ServiceFailure.Forbidden expired) {
            return false;
        }
    }

    private TestApi pipeline() {
        String key = backend.backend().access().secretKey();
        return new TestApi(served.url(), key, key);
    }
}
