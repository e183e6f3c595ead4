package dev.rewarddesk.app;

import dev.rewarddesk.desktop.Workspaces;
import dev.rewarddesk.desktop.workspace.Place;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.Endpoints;
import dev.rewarddesk.settings.KnownWorkspace;
import dev.rewarddesk.settings.KnownWorkspaces;
import dev.rewarddesk.settings.WorkspacesFile;
import dev.rewarddesk.settings.vault.Keychain;
import dev.rewarddesk.settings.vault.SealedFile;
import dev.rewarddesk.settings.vault.VaultKey;
import dev.rewarddesk.supabase.ConnectionCheck;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop's workspaces: the local one and those on the network, of which one is open. */
final class OpenedWorkspaces implements Workspaces, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenedWorkspaces.class);

    private final Path local;
    private final Path hosted;
    private final Path cache;
    private final WorkspacesFile file;
    private final VaultKey key;
    private final Endpoints endpoints;
    private @Nullable AutoCloseable opened;

    /**
     * @param local the folder of the local workspace
     * @param hosted the folder with one for each workspace on the network
     * @param endpoints whom models' answers come from, whatever workspace is open
     */
    OpenedWorkspaces(Path local, Path hosted, Path cache, WorkspacesFile file, Keychain keychain, Endpoints endpoints) {
        this.local = local;
        this.hosted = hosted;
        this.cache = cache;
        this.file = file;
        this.endpoints = endpoints;
        this.key = new VaultKey(keychain, hosted.resolve("vault.key"));
    }

    @Override
    public List<Place> places() {
        List<Place> places = new ArrayList<>(List.of(new Place.Local()));
        file.load().hosted().forEach(known -> places.add(place(known)));
        return places;
    }

    @Override
    public Place last() {
        return file.load().current().<Place>map(OpenedWorkspaces::place).orElseGet(Place.Local::new);
    }

    @Override
    public Place connect(String url, String typedKey) {
        WorkspaceAddress address = ConnectionCheck.read(url, typedKey);
        ConnectionCheck.check(address);
        String host = String.valueOf(address.url().getAuthority());
        KnownWorkspaces now = remember(before -> before.open(new KnownWorkspace(
                address.url(),
                address.apiKey(),
                before.at(address.url()).map(KnownWorkspace::name).orElse(host))));
        return place(now.current().orElseThrow());
    }

    @Override
    public synchronized Entry open(Place place) {
        return switch (place) {
            case Place.Local _ -> openLocal();
            case Place.Hosted(var url, String _) -> {
                KnownWorkspace known = file.load()
                        .at(url)
                        .orElseThrow(() -> new ServiceFailure.NotFound(
                                "workspace_forgotten", "This workspace is no longer known here. Connect to it again."));
                yield openHosted(known);
            }
        };
    }

    @Override
    public void called(Place.Hosted place, String name) {
        remember(before -> before.called(place.url(), name));
    }

    @Override
    public void forget(Place.Hosted place) {
        remember(before -> before.without(place.url()));
    }

    @Override
    public synchronized void close() {
        AutoCloseable before = opened;
        opened = null;
        if (before != null) {
            try {
                before.close();
            } catch (Exception failure) {
                LOG.warn("The workspace could not be closed", failure);
            }
        }
    }

    private Entry openLocal() {
        close();
        LocalWorkspace workspace = LocalWorkspace.open(local);
        opened = workspace;
        if (file.load().last().isPresent()) {
            remember(KnownWorkspaces::openLocal);
        }
        return new Entry.Inside(workspace.services(cache, endpoints));
    }

    private Entry openHosted(KnownWorkspace known) {
        HostedWorkspace workspace = alreadyOpen(known);
        remember(before -> before.open(known));
        return workspace.enter(cache.resolve(known.id()), endpoints);
    }

    // The same one again, as after signing in: its client knows who is signed in now.
    private HostedWorkspace alreadyOpen(KnownWorkspace known) {
        WorkspaceAddress address = new WorkspaceAddress(known.url(), known.publishableKey());
        if (opened instanceof HostedWorkspace open && open.address().equals(address)) {
            return open;
        }
        close();
        Path folder = hosted.resolve(known.id());
        Logs.into(folder.resolve("logs"));
        SealedFile session = new SealedFile(folder.resolve("session"), known.id(), key);
        HostedWorkspace made = new HostedWorkspace(address, folder, new KeptSession(session));
        opened = made;
        return made;
    }

    private KnownWorkspaces remember(UnaryOperator<KnownWorkspaces> change) {
        try {
            return file.change(change);
        } catch (IOException full) {
            throw new ServiceFailure.Server(
                    "workspace_not_kept",
                    "Which workspaces you use could not be written to this machine’s disk. Free some space and try again.",
                    null,
                    full);
        }
    }

    private static Place place(KnownWorkspace known) {
        return new Place.Hosted(known.url(), known.name());
    }
}
