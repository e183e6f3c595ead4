package dev.rewarddesk.app;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.collect.FileUpload;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.SampleWorkspace;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.image.PictureCaches;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.mcp.DeskServices;
import dev.rewarddesk.review.AgentRewards;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.settings.Endpoints;
import dev.rewarddesk.statistics.StatisticsService;
import dev.rewarddesk.supabase.SupabaseClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The services that work through one client, wherever its workspace is. Closing them closes the client. */
final class ClientServices implements DeskServices, AutoCloseable {

    private final SupabaseClient client;
    private final SupabaseClient pipeline;
    private final Path folder;
    private final SampleWorkspace sample = new SampleWorkspace();
    private @Nullable Outgoing outgoing;

    /** @param folder for what waits on this machine to be sent, and what is known here of answers */
    ClientServices(SupabaseClient client, Path folder) {
        this(client, client, folder);
    }

    /**
     * As above, for a person in whose name programs work, too.
     *
     * @param pipeline writes what programs give; closed with the other
     */
    ClientServices(SupabaseClient client, SupabaseClient pipeline, Path folder) {
        this.client = client;
        this.pipeline = pipeline;
        this.folder = folder;
    }

    @Override
    public AccountService account() {
        return new AccountService(client);
    }

    @Override
    public StatisticsService statistics() {
        return new StatisticsService(client);
    }

    @Override
    public LibraryService library() {
        return new LibraryService(client);
    }

    @Override
    public AgentRewards rewards() {
        return new AgentRewards(client, pipeline);
    }

    @Override
    public CheckpointService checkpoints() {
        return new CheckpointService(client);
    }

    FolderImport folders() {
        return new FolderImport(client);
    }

    @Override
    public FileUpload files() {
        return new FileUpload(client);
    }

    @Override
    public AnswerService answers() {
        return new AnswerService(client, folder);
    }

    @Override
    public CollectService collecting() {
        return new CollectService(client, folder.resolve("collect"));
    }

    MembersService members() {
        return new MembersService(client);
    }

    /**
     * What the desktop works with.
     *
     * @param cache a folder for what the desktop may lose
     * @param access how other programs reach the workspace now
     * @param endpoints whom models' answers come from
     * @param signIn how a person signs in again; empty where the program does it
     */
    Services desktop(
            Path cache, Supplier<WorkspaceAccess> access, Endpoints endpoints, Optional<SignInService> signIn) {
        return new Services(
                account(),
                new ReviewService(client),
                new LibraryService(client),
                outgoing(),
                checkpoints(),
                folders(),
                sample::folder,
                access,
                PictureCaches.in(cache),
                members(),
                collecting(),
                answers(),
                endpoints,
                signIn);
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
        if (pipeline != client) {
            pipeline.close();
        }
    }
}
