package dev.rewarddesk.app;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.cli.OpenWorkspace;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.SampleWorkspace;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.nio.file.Path;

/** A local workspace with the owner signed in, and the services that work on it. */
final class LocalWorkspace implements OpenWorkspace {

    private final Path folder;
    private final LocalBackend backend;
    private final SupabaseClient client;
    private final SampleWorkspace sample = new SampleWorkspace();

    private LocalWorkspace(Path folder, LocalBackend backend, SupabaseClient client) {
        this.folder = folder;
        this.backend = backend;
        this.client = client;
    }

    /** Opens or joins the workspace's backend and signs the owner in. */
    static LocalWorkspace open(Path folder) {
        LocalBackend backend = LocalBackend.open(folder);
        SupabaseClient client = SupabaseClient.forPerson(() -> address(backend.access()), new InMemorySessionStore());
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
    public boolean isOwn() {
        return backend.isOwn();
    }

    /** What the desktop works with. */
    Services services() {
        BackendAccess access = backend.access();
        return new Services(
                account(),
                new ReviewService(client),
                new LibraryService(client),
                checkpoints(),
                folders(),
                sample::folder,
                new WorkspaceAccess(folder, access.url(), access.publishableKey(), access.secretKey()));
    }

    @Override
    public void close() {
        sample.close();
        client.close();
        backend.close();
    }

    private static WorkspaceAddress address(BackendAccess access) {
        return new WorkspaceAddress(access.url(), access.publishableKey());
    }
}
