package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.Workspaces;
import dev.rewarddesk.desktop.image.PictureCaches;
import dev.rewarddesk.desktop.workspace.Place;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.settings.TestEndpoints;
import dev.rewarddesk.supabase.ConnectionCheck;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.StandInProject;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The workspaces of somebody who knows one on the network, and is not signed in there yet. */
final class OneProject implements Workspaces, AutoCloseable {

    private final Path folder;
    private final WorkspaceAddress address;
    private final SupabaseClient client;
    private final Outgoing outgoing;
    private Place.Hosted place;

    OneProject(StandInProject project, Path folder) {
        this.folder = folder;
        this.address = new WorkspaceAddress(project.url(), project.key());
        this.client = SupabaseClient.forPerson(address, new InMemorySessionStore());
        this.outgoing = Outgoing.open(client, folder.resolve("outbox"));
        this.place = new Place.Hosted(project.url(), "Street scenes");
    }

    @Override
    public List<Place> places() {
        return List.of(new Place.Local(), place);
    }

    @Override
    public Place last() {
        return place;
    }

    @Override
    public Place connect(String url, String key) {
        ConnectionCheck.check(ConnectionCheck.read(url, key));
        return place;
    }

    @Override
    public Entry open(Place wanted) {
        SignInService signIn = new SignInService(client);
        return signIn.person().isEmpty() ? new Entry.AtTheDoor(signIn) : new Entry.Inside(services(signIn));
    }

    @Override
    public void called(Place.Hosted hosted, String name) {
        place = new Place.Hosted(hosted.url(), name);
    }

    @Override
    public void forget(Place.Hosted hosted) {
        throw new AssertionError();
    }

    private Services services(SignInService signIn) {
        return new Services(
                new AccountService(client),
                new ReviewService(client),
                new LibraryService(client),
                outgoing,
                new CheckpointService(client),
                new FolderImport(client),
                () -> folder,
                () -> new WorkspaceAccess(null, address.url(), address.apiKey(), null),
                PictureCaches.in(folder.resolve("cache")),
                new MembersService(client),
                new CollectService(client, folder.resolve("collect")),
                new AnswerService(client, folder),
                TestEndpoints.in(folder),
                Optional.of(signIn));
    }

    @Override
    public void close() {
        outgoing.close();
        client.close();
    }
}
