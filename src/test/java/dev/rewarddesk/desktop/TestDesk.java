package dev.rewarddesk.desktop;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.desktop.image.PictureCaches;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.tour.Tour;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.NewCheckpoint;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.settings.TestEndpoints;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real, empty workspace of one's own with the owner signed in, and the services on it. */
public final class TestDesk implements AutoCloseable, Tour.Line {

    private final TestBackend backend = TestBackend.fresh();
    private final SupabaseClient client = signIn(
            backend.backend().access().ownerEmail(), backend.backend().access().ownerPassword());

    private @Nullable Outgoing outgoing;
    private volatile boolean cut;

    /** The backend itself, to look behind the desk. */
    public TestBackend backend() {
        return backend;
    }

    /** The owner's services; the folder is what the sample is. */
    public Services services(Path sample) {
        BackendAccess access = backend.backend().access();
        return new Services(
                new AccountService(client),
                new ReviewService(client),
                new LibraryService(client),
                outgoing(),
                checkpoints(),
                new FolderImport(client),
                () -> sample,
                () -> new WorkspaceAccess(
                        backend.workspace(), access.url(), access.publishableKey(), access.secretKey()),
                PictureCaches.in(backend.workspace().resolve("cache")),
                new MembersService(client),
                new CollectService(client, backend.workspace().resolve("collect")),
                new AnswerService(client, backend.workspace()),
                TestEndpoints.in(backend.workspace()),
                Optional.empty());
    }

    /** What the owner decides. */
    public Outgoing outgoing() {
        Outgoing made = outgoing;
        if (made == null) {
            made = Outgoing.open(client, backend.workspace().resolve("outbox"));
            outgoing = made;
        }
        return made;
    }

    /** The owner's checkpoints. */
    public CheckpointService checkpoints() {
        return new CheckpointService(client);
    }

    /** Records a checkpoint. */
    public Checkpoint checkpoint(String version) {
        return checkpoints().create(new NewCheckpoint(version, "weights/" + version, null, 3, 0.25));
    }

    /** The workspace as the owner sees it, asked already. */
    public CurrentWorkspace workspace() {
        CurrentWorkspace workspace = new CurrentWorkspace(new AccountService(client), Tasks.inline());
        workspace.refresh();
        return workspace;
    }

    /** A client for somebody else. */
    public SupabaseClient signIn(String email, String password) {
        BackendAccess access = backend.backend().access();
        SupabaseClient made = SupabaseClient.forPerson(
                () -> new WorkspaceAddress(
                        cut ? URI.create("http://127.0.0.1:1") : access.url(), access.publishableKey()),
                new InMemorySessionStore());
        made.signIn(email, password);
        return made;
    }

    @Override
    public void cut() {
        cut = true;
    }

    @Override
    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        if (outgoing != null) {
            outgoing.close();
        }
        client.close();
        backend.close();
    }
}
