package dev.rewarddesk.app;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.cli.OpenWorkspace;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.mcp.DeskServices;
import dev.rewarddesk.settings.Endpoints;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A local workspace with the owner signed in, and the services that work on it. */
final class LocalWorkspace implements OpenWorkspace {

    private final Path folder;
    private final LocalBackend backend;
    private final ClientServices services;

    private LocalWorkspace(Path folder, LocalBackend backend, ClientServices services) {
        this.folder = folder;
        this.backend = backend;
        this.services = services;
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
        SupabaseClient pipeline = SupabaseClient.forPipeline(() -> way.apply(secret(backend.access())));
        LocalWorkspace workspace = new LocalWorkspace(folder, backend, new ClientServices(client, pipeline, folder));
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
        return services.account();
    }

    @Override
    public CheckpointService checkpoints() {
        return services.checkpoints();
    }

    @Override
    public FolderImport folders() {
        return services.folders();
    }

    @Override
    public AnswerService answers() {
        return services.answers();
    }

    @Override
    public CollectService collecting() {
        return services.collecting();
    }

    @Override
    public boolean isOwn() {
        return backend.isOwn();
    }

    DeskServices assistants() {
        return services;
    }

    MembersService members() {
        return services.members();
    }

    /** A client of the same workspace in which nobody is signed in yet. */
    SupabaseClient nobody() {
        return SupabaseClient.forPerson(() -> address(backend.access()), new InMemorySessionStore());
    }

    /**
     * What the desktop works with.
     *
     * @param cache a folder for what the desktop may lose
     * @param endpoints whom models' answers come from
     */
    Services services(Path cache, Endpoints endpoints) {
        return services.desktop(cache, this::access, endpoints, Optional.empty());
    }

    private WorkspaceAccess access() {
        BackendAccess now = backend.access();
        return new WorkspaceAccess(folder, now.url(), now.publishableKey(), now.secretKey());
    }

    @Override
    public void close() {
        services.close();
        backend.close();
    }

    private static WorkspaceAddress secret(BackendAccess access) {
        return new WorkspaceAddress(access.url(), access.secretKey());
    }

    private static WorkspaceAddress address(BackendAccess access) {
        return new WorkspaceAddress(access.url(), access.publishableKey());
    }
}
