package dev.rewarddesk.app;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.cli.OpenWorkspace;
import dev.rewarddesk.cli.WorkspacePlace;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.mcp.DeskServices;
import dev.rewarddesk.settings.Folders;
import dev.rewarddesk.settings.KnownWorkspace;
import dev.rewarddesk.settings.config.Secret;
import dev.rewarddesk.settings.vault.Keychain;
import dev.rewarddesk.settings.vault.SealedFile;
import dev.rewarddesk.settings.vault.VaultKey;
import dev.rewarddesk.supabase.SessionStatus;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.nio.file.Path;

/** A workspace on the network that commands and an assistant work on, as it is configured. */
final class HostedProject implements OpenWorkspace {

    private final ClientServices services;

    private HostedProject(ClientServices services) {
        this.services = services;
    }

    /** As a pipeline. What is kept of it on this machine is where the desktop keeps it, too. */
    static HostedProject of(WorkspacePlace.Pipeline place, Folders folders) {
        WorkspaceAddress address = address(place.url(), place.secretKey());
        Path folder = folder(known(address), folders);
        return new HostedProject(new ClientServices(SupabaseClient.forPipeline(address), folder));
    }

    /** As the person who has signed in at the desktop; {@code SignedOut} where nobody has. */
    static HostedProject of(WorkspacePlace.Person place, Folders folders, Keychain keychain) {
        WorkspaceAddress address = address(place.url(), place.publishableKey());
        KnownWorkspace known = known(address);
        Path folder = folder(known, folders);
        VaultKey key = new VaultKey(keychain, folders.hosted().resolve("vault.key"));
        SupabaseClient client = SupabaseClient.forPerson(
                address, new KeptSession(new SealedFile(folder.resolve("session"), known.id(), key)));
        if (!(client.status() instanceof SessionStatus.SignedIn)) {
            client.close();
            throw new ServiceFailure.SignedOut(
                    "nobody_signed_in",
                    "Nobody has signed in to " + address.url()
                            + " on this machine. Sign in at the desktop, or configure supabase.secret_key. Nothing was done.");
        }
        return new HostedProject(new ClientServices(client, folder));
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
    public CollectService collecting() {
        return services.collecting();
    }

    @Override
    public AnswerService answers() {
        return services.answers();
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    DeskServices assistants() {
        return services;
    }

    @Override
    public void close() {
        services.close();
    }

    private static WorkspaceAddress address(String url, Secret key) {
        return WorkspaceAddress.of(url, key.value());
    }

    private static KnownWorkspace known(WorkspaceAddress address) {
        return new KnownWorkspace(address.url(), "", "");
    }

    private static Path folder(KnownWorkspace known, Folders folders) {
        Path folder = folders.hosted().resolve(known.id());
        Logs.into(folder.resolve("logs"));
        return folder;
    }
}
