package dev.rewarddesk.supabase;

import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.ModelResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** Clients of a real local workspace. */
public final class RealWorkspace {

    private RealWorkspace() {}

    /** The owner, a lead. */
    public static SupabaseClient owner(TestBackend backend) {
        BackendAccess access = backend.backend().access();
        return signedIn(access, access.ownerEmail(), access.ownerPassword());
    }

    /** A reviewer of that name. */
    public static SupabaseClient annotator(TestBackend backend, String name) {
        backend.annotator(name);
        return signedIn(backend.backend().access(), name + "@example.org", "password of " + name);
    }

    /** Nobody signed in yet, at this address of the backend, and soon tired of waiting. */
    public static SupabaseClient impatient(URI url, TestBackend backend) {
        WorkspaceAddress address =
                new WorkspaceAddress(url, backend.backend().access().publishableKey());
        return SupabaseClient.forPerson(
                () -> address,
                new InMemorySessionStore(),
                new Transport.Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(10)),
                InstantSource.system());
    }

    /** Who the owner is. */
    public static UUID ownerId(TestBackend backend) {
        try (SupabaseClient owner = owner(backend)) {
            return switch (owner.status()) {
                case SessionStatus.SignedIn signedIn -> signedIn.session().userId();
                case SessionStatus.SignedOut _, SessionStatus.SecretKey _, SessionStatus.GivenToken _ ->
                    throw new AssertionError();
            };
        }
    }

    /** A response without an image, as a pipeline adds it. */
    public static UUID response(SupabaseClient lead, String text) {
        return lead.functions()
                .send(FunctionsApi.post("rft-responses")
                        .body(Map.of("user_id", "test", "prompt", "What?", "response_text", text)))
                .data(ModelResponse.class)
                .id();
    }

    private static SupabaseClient signedIn(BackendAccess access, String email, String password) {
        SupabaseClient client = SupabaseClient.forPerson(
                new WorkspaceAddress(access.url(), access.publishableKey()), new InMemorySessionStore());
        client.signIn(email, password);
        return client;
    }
}
