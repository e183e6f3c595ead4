package dev.rewarddesk.app;

import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.desktop.Workspaces;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.settings.Endpoints;
import dev.rewarddesk.supabase.SessionStatus;
import dev.rewarddesk.supabase.SessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.nio.file.Path;
import java.util.Optional;

/** A workspace on the network, with whoever signs in there. */
final class HostedWorkspace implements AutoCloseable {

    private final WorkspaceAddress address;
    private final SupabaseClient client;
    private final ClientServices services;

    /** @param folder for what is kept of this workspace on this machine */
    HostedWorkspace(WorkspaceAddress address, Path folder, SessionStore sessions) {
        this.address = address;
        this.client = SupabaseClient.forPerson(address, sessions);
        this.services = new ClientServices(client, folder);
    }

    WorkspaceAddress address() {
        return address;
    }

    /** Inside where somebody is signed in, even while the workspace does not answer. */
    Workspaces.Entry enter(Path cache, Endpoints endpoints) {
        SignInService signIn = new SignInService(client);
        return switch (client.status()) {
            case SessionStatus.SignedIn _ ->
                new Workspaces.Entry.Inside(services.desktop(cache, this::access, endpoints, Optional.of(signIn)));
            case SessionStatus.SignedOut _, SessionStatus.SecretKey _, SessionStatus.GivenToken _ ->
                new Workspaces.Entry.AtTheDoor(signIn);
        };
    }

    private WorkspaceAccess access() {
        return new WorkspaceAccess(null, address.url(), address.apiKey(), null);
    }

    @Override
    public void close() {
        services.close();
    }
}
