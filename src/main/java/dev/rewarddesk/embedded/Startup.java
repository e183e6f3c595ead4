package dev.rewarddesk.embedded;

import dev.rewarddesk.embedded.access.AccessTokens;
import dev.rewarddesk.embedded.access.ApiKeys;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.auth.AuthDatabase;
import dev.rewarddesk.embedded.auth.AuthRoutes;
import dev.rewarddesk.embedded.auth.InviteRoute;
import dev.rewarddesk.embedded.auth.MemberInvitation;
import dev.rewarddesk.embedded.auth.SignIn;
import dev.rewarddesk.embedded.database.ActivationFeed;
import dev.rewarddesk.embedded.database.DatabaseUnavailable;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.database.Logins;
import dev.rewarddesk.embedded.database.PostgresServer;
import dev.rewarddesk.embedded.database.Schema;
import dev.rewarddesk.embedded.functions.ActiveCheckpoint;
import dev.rewarddesk.embedded.functions.BucketDeposit;
import dev.rewarddesk.embedded.functions.Deposit;
import dev.rewarddesk.embedded.functions.FolderDeposit;
import dev.rewarddesk.embedded.functions.FunctionRoutes;
import dev.rewarddesk.embedded.functions.Upload;
import dev.rewarddesk.embedded.http.Forms;
import dev.rewarddesk.embedded.http.HttpServer;
import dev.rewarddesk.embedded.http.PortInUse;
import dev.rewarddesk.embedded.http.Route;
import dev.rewarddesk.embedded.secret.Secrets;
import dev.rewarddesk.embedded.storage.Blobs;
import dev.rewarddesk.embedded.storage.BrowseRoutes;
import dev.rewarddesk.embedded.storage.Contents;
import dev.rewarddesk.embedded.storage.ObjectRoutes;
import dev.rewarddesk.embedded.storage.S3Bucket;
import dev.rewarddesk.embedded.storage.S3Settings;
import dev.rewarddesk.embedded.storage.SignedUrls;
import dev.rewarddesk.embedded.storage.StorageRoutes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a workspace's backend. The database comes up while the HTTP server does; nobody is told of either before both are. */
final class Startup {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final Path workspace;
    private final BackendOptions options;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** @param lock held from now on by the backend, and given back when it does not start */
    Startup(Path workspace, BackendOptions options, WorkspaceLock lock) {
        this.workspace = workspace;
        this.options = options;
        parts.push(lock);
    }

    /** @throws BackendUnavailable when it does not start; nothing is left running then */
    EmbeddedBackend run() throws IOException {
        try {
            return start();
        } catch (DatabaseUnavailable failure) {
            throw new BackendUnavailable(String.valueOf(failure.getMessage()), failure);
        } catch (PortInUse taken) {
            throw new BackendUnavailable(
                    "Port %d is in use by another program. Nothing was changed. Choose another port, or none to take a free one."
                            .formatted(taken.port()),
                    taken);
        } catch (S3Settings.Unusable wrong) {
            throw new BackendUnavailable(
                    "The S3 bucket of this workspace cannot be used: %s Nothing was changed."
                            .formatted(wrong.getMessage()),
                    wrong);
        } catch (SQLException failure) {
            throw new BackendUnavailable(
                    "The database in %s does not answer as it should: %s. Nothing was changed."
                            .formatted(workspace, failure.getMessage()),
                    failure);
        } finally {
            EmbeddedBackend.closeAll(parts);
        }
    }

    private EmbeddedBackend start() throws IOException, SQLException {
        refuseWithoutSecrets();
        FutureTask<Secrets> reading = inBackground(this::secrets);
        FutureTask<PostgresServer> starting =
                inBackground(() -> PostgresServer.start(workspace, () -> superuserPassword(reading)));
        parts.push(() -> closeOnceStarted(starting));
        RunningBackend.withdraw(workspace);

        Secrets secrets = result(reading);
        Logins logins = new Logins(secrets);
        parts.push(logins);
        Desk desk = new Desk(logins.authenticator());
        AuthDatabase auth = new AuthDatabase(logins.authAdmin());
        FutureTask<Boolean> database = inBackground(() -> {
            logins.connectTo(result(starting));
            LOG.info("PostgreSQL is up");
            new Schema(logins, secrets).bringUpToDate();
            LocalOwner.ensure(secrets, auth, desk);
            return true;
        });
        parts.push(() -> waitFor(database));

        Blobs blobs = new Blobs(workspace.resolve("files"));
        Optional<S3Bucket> bucket = S3Settings.of(workspace, System.getenv()).map(S3Bucket::new);
        bucket.ifPresent(parts::push);
        String proofKey = Secrets.random();
        ActivationFeed feed = new ActivationFeed(logins.authenticatorAlone());
        HttpServer http = new HttpServer(routes(secrets, desk, auth, blobs, bucket, feed, proofKey));
        parts.push(http);
        // Before the server is stopped, which waits for its requests: those of the feed end with the feed.
        parts.push(feed);
        URI url = http.start(options.port());
        LOG.info("The HTTP server is up");
        result(database);
        LOG.info("The backend is up");
        feed.start();
        parts.push(new DueActivations(desk));
        parts.push(new Sweep(blobs, desk));
        RunningBackend.here(url, proofKey).announce(workspace);
        parts.push(() -> RunningBackend.withdraw(workspace));
        return new EmbeddedBackend(
                Joining.access(url, secrets),
                options.exposeDatabase() ? Optional.of(logins.ownerUrl()) : Optional.empty(),
                handOver());
    }

    private Deque<AutoCloseable> handOver() {
        Deque<AutoCloseable> all = new ArrayDeque<>(parts);
        parts.clear();
        return all;
    }

    private static List<Route> routes(
            Secrets secrets,
            Desk desk,
            AuthDatabase auth,
            Blobs blobs,
            Optional<S3Bucket> bucket,
            ActivationFeed feed,
            String proofKey) {
        InstantSource clock = InstantSource.system();
        AccessTokens tokens = new AccessTokens(secrets.tokenKey(), secrets.workspaceId(), clock);
        Gate gate = new Gate(new ApiKeys(secrets.publishableKey(), secrets.secretKey()), tokens);
        SignedUrls links = new SignedUrls(secrets.signedUrlKey(), clock);
        SignIn signIn = new SignIn(auth, tokens, secrets.refreshKey(), clock);

        List<Route> routes = new ArrayList<>();
        Forms forms = new Forms(blobs.incoming());
        Upload upload = new Upload(
                gate,
                blobs,
                forms,
                bucket.<Deposit>map(there -> new BucketDeposit(desk, there))
                        .orElseGet(() -> new FolderDeposit(desk, blobs)));
        ActiveCheckpoint active = new ActiveCheckpoint(gate, desk, feed);
        MemberInvitation invitation = new MemberInvitation(gate, desk, auth, signIn);
        routes.addAll(new FunctionRoutes(gate, desk, links, upload, active, invitation::answer).routes());
        routes.addAll(new AuthRoutes(gate, tokens, auth, signIn, secrets.ownerEmail()).routes());
        routes.add(new InviteRoute(gate, desk, auth).route());
        routes.addAll(new BrowseRoutes(gate, desk).routes());
        routes.addAll(new StorageRoutes(gate, desk, new Contents(blobs, bucket), links).routes());
        routes.addAll(new ObjectRoutes(gate, desk, blobs, forms).routes());
        routes.add(RunningBackend.proofRoute(proofKey));
        return routes;
    }

    private void refuseWithoutSecrets() {
        Path file = workspace.resolve(Joining.SECRETS);
        if (!Files.exists(file) && Files.exists(workspace.resolve("postgres"))) {
            throw new BackendUnavailable(
                    "%s is missing, and without it the database beside it cannot be opened. Nothing was changed. Restore the file from a backup."
                            .formatted(file),
                    null);
        }
    }

    private Secrets secrets() throws IOException {
        Path file = workspace.resolve(Joining.SECRETS);
        if (Files.exists(file)) {
            return Secrets.read(file);
        }
        Secrets made = Secrets.create();
        made.write(file);
        return made;
    }

    private static String superuserPassword(FutureTask<Secrets> reading) {
        try {
            return result(reading).superuserPassword();
        } catch (IOException | SQLException failure) {
            throw new BackendUnavailable("The workspace's secrets cannot be read.", failure);
        }
    }

    private static void closeOnceStarted(FutureTask<PostgresServer> starting) throws InterruptedException {
        try {
            starting.get().close();
        } catch (ExecutionException neverStarted) {
            LOG.debug("There is no server to stop");
        }
    }

    // So that nothing is closed under it. What it failed with has been told already.
    private static void waitFor(FutureTask<?> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException told) {
            LOG.debug("The database was not made ready");
        }
    }

    private static <T> FutureTask<T> inBackground(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static <T> T result(FutureTask<T> task) throws IOException, SQLException {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackendUnavailable("Opening the workspace was interrupted.", interrupted);
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RuntimeException cause -> throw cause;
                case IOException cause -> throw cause;
                case SQLException cause -> throw cause;
                case null, default -> throw new IllegalStateException(failure.getCause());
            }
        }
    }
}
