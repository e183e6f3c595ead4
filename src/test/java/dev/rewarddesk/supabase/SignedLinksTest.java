package dev.rewarddesk.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files are fetched from where a link points, which need not be the workspace's own host. */
final class SignedLinksTest {

    private final PretendWorkspace workspace = new PretendWorkspace();
    private final PretendWorkspace bucket = new PretendWorkspace();
    private final SupabaseClient client = workspace.signedIn();

    SignedLinksTest() throws IOException {}

    @AfterEach
    void end() {
        client.close();
        bucket.close();
        workspace.close();
    }

    @Test
    void anotherHostGetsNeitherKeyNorToken() throws InterruptedException {
        bucket.answer(200, "bytes");

        byte[] bytes = client.storage().fetch(bucket.address().url() + "/pictures/a.png?X-Amz-Signature=s");

        assertThat(bytes).asString().isEqualTo("bytes");
        RecordedRequest request = bucket.taken();
        assertThat(request.getHeaders().names()).doesNotContain("apikey", "Authorization");
        assertThat(request.getTarget()).isEqualTo("/pictures/a.png?X-Amz-Signature=s");
    }

    @Test
    void aSizeThatIsAddedBehindAFinishedLinkIsNotSent() throws InterruptedException {
        bucket.answer(200, "bytes");

        client.storage().fetch(bucket.address().url() + "/pictures/a.png?X-Amz-Signature=s#&width=10&height=10");

        assertThat(bucket.taken().getTarget()).isEqualTo("/pictures/a.png?X-Amz-Signature=s");
    }

    @Test
    void anotherComputerIsNotAskedWithoutEncryption() {
        ServiceFailure failure = Objects.requireNonNull(catchThrowableOfType(
                ServiceFailure.class,
                () -> client.storage().fetch("http://192.0.2.1/pictures/a.png?X-Amz-Signature=s")));

        assertThat(failure.code()).isEqualTo("unsafe_link");
        assertThat(failure.getMessage()).doesNotContain("192.0.2.1", "Signature");
    }

    @Test
    void aRedirectIsNotFollowed() {
        workspace
                .server()
                .enqueue(new mockwebserver3.MockResponse.Builder()
                        .code(302)
                        .setHeader("Location", "http://192.0.2.1/a.png")
                        .build());

        assertThat(catchThrowableOfType(
                        ServiceFailure.class, () -> client.storage().fetch("/storage/v1/a.png")))
                .isNotNull();
    }
}
