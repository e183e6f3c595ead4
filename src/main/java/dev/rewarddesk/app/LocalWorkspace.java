package dev.rewarddesk.app;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.cli.OpenWorkspace;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.SampleWorkspace;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.image.PictureCaches;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A local workspace with the owner signed in, and the services that work on it. */
final class LocalWorkspace implements OpenWorkspace {

    private final Path folder;
    private final LocalBackend backend;
    private final SupabaseClient client;
    private final SampleWorkspace sample = new SampleWorkspace();
    private @Nullable Outgoing outgoing;

    private LocalWorkspace(Path folder, LocalBackend backend, SupabaseClient client) {
        this.folder = folder;
        this.backend = backend;
        this.client = client;
    }

    /** Opens or joins the workspace's backend and signs the owner in. */
    static LocalWorkspace open(Path folder) {
        return open(folder, UnaryOperator.identity());
    }

    /** As above, by way of another address than the backend's own. */
    static LocalWorkspace open(Path folder, UnaryOperator<WorkspaceAddress> way) {
        LocalBackend backend = LocalBackend.open(folder);
        SupabaseClient client =
                SupabaseClient.forPerson(() -> way.apply(address(backend.access())), new InMemorySessionStore());
        LocalWorkspace workspace = new LocalWorkspace(folder, backend, client);
        try {
            client.signIn(backend.access().ownerEmail(), backend.access().ownerPassword());
            return workspace;
        } catch (RuntimeException failure) {
            workspace.close();
            throw failure;
        }
    }

    @Override
    public AccountService account() {
        return new AccountService(client);
    }

    @Override
    public CheckpointService checkpoints() {
        return new CheckpointService(client);
    }

    @Override
    public FolderImport folders() {
        return new FolderImport(client);
    }

    @Override
    public CollectService collecting() {
        return new CollectService(client, folder.resolve("collect"));
    }

    @Override
    public boolean isOwn() {
        return backend.isOwn();
    }

    MembersService members() {
        return new MembersService(client);
    }

    /** A client of the same workspace in which nobody is signed in yet. */
    SupabaseClient nobody() {
        return SupabaseClient.forPerson(() -> address(backend.access()), new InMemorySessionStore());
    }

    /**
     * What the desktop works with.
     *
     * @param cache a folder for what the desktop may lose
     */
    Services services(Path cache) {
        return new Services(
                account(),
                new ReviewService(client),
                new LibraryService(client),
                outgoing(),
                checkpoints(),
                folders(),
                sample::folder,
                this::access,
                PictureCaches.in(cache),
                members(),
                Optional.empty());
    }

    private WorkspaceAccess access() {
        BackendAccess now = backend.access();
        return new WorkspaceAccess(folder, now.url(), now.publishableKey(), now.secretKey());
    }

    // Only where somebody reviews: commands have nothing to send, and must not wait for the disk.
    private Outgoing outgoing() {
        Outgoing made = outgoing;
        if (made == null) {
            made = Outgoing.open(client, folder.resolve("outbox"));
            outgoing = made;
        }
        return made;
    }

    @Override
    public void close() {
        if (outgoing != null) {
            outgoing.close();
        }
        sample.close();
        client.close();
        backend.close();
    }

    private static WorkspaceAddress address(BackendAccess access) {
        return new WorkspaceAddress(access.url(), access.publishableKey());
    }
}
