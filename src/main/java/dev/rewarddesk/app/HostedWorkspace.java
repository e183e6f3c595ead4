package dev.rewarddesk.app;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.SampleWorkspace;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.Workspaces;
import dev.rewarddesk.desktop.image.PictureCaches;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.supabase.SessionStatus;
import dev.rewarddesk.supabase.SessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace on the network, with whoever signs in there. */
final class HostedWorkspace implements AutoCloseable {

    private final WorkspaceAddress address;
    private final Path folder;
    private final SupabaseClient client;
    private final SampleWorkspace sample = new SampleWorkspace();
    private @Nullable Outgoing outgoing;

    /** @param folder for what is kept of this workspace on this machine */
    HostedWorkspace(WorkspaceAddress address, Path folder, SessionStore sessions) {
        this.address = address;
        this.folder = folder;
        this.client = SupabaseClient.forPerson(address, sessions);
    }

    WorkspaceAddress address() {
        return address;
    }

    /** Inside where somebody is signed in, even while the workspace does not answer. */
    Workspaces.Entry enter(Path cache) {
        return switch (client.status()) {
            case SessionStatus.SignedIn _ -> new Workspaces.Entry.Inside(services(cache));
            case SessionStatus.SignedOut _, SessionStatus.SecretKey _ ->
                new Workspaces.Entry.AtTheDoor(new SignInService(client));
        };
    }

    private Services services(Path cache) {
        return new Services(
                new AccountService(client),
                new ReviewService(client),
                new LibraryService(client),
                outgoing(),
                new CheckpointService(client),
                new FolderImport(client),
                sample::folder,
                () -> new WorkspaceAccess(null, address.url(), address.apiKey(), null),
                PictureCaches.in(cache),
                new MembersService(client),
                Optional.of(new SignInService(client)));
    }

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
    }
}
