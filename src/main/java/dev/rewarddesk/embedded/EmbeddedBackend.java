package dev.rewarddesk.embedded;

import com.zaxxer.hikari.HikariDataSource;
import dev.rewarddesk.embedded.access.AccessTokens;
import dev.rewarddesk.embedded.access.ApiKeys;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.auth.AuthDatabase;
import dev.rewarddesk.embedded.auth.AuthRoutes;
import dev.rewarddesk.embedded.auth.InviteRoute;
import dev.rewarddesk.embedded.auth.SignIn;
import dev.rewarddesk.embedded.database.DatabaseUnavailable;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.database.Logins;
import dev.rewarddesk.embedded.database.PostgresServer;
import dev.rewarddesk.embedded.database.Schema;
import dev.rewarddesk.embedded.functions.FunctionRoutes;
import dev.rewarddesk.embedded.functions.UploadRoute;
import dev.rewarddesk.embedded.http.Forms;
import dev.rewarddesk.embedded.http.HttpServer;
import dev.rewarddesk.embedded.http.PortInUse;
import dev.rewarddesk.embedded.http.Route;
import dev.rewarddesk.embedded.secret.PrivateFile;
import dev.rewarddesk.embedded.secret.Secrets;
import dev.rewarddesk.embedded.storage.Blobs;
import dev.rewarddesk.embedded.storage.SignedUrls;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running local workspace: its database, its files and its HTTP API, all in this process and on this machine alone. */
public final class EmbeddedBackend implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBackend.class);

    private final BackendAccess access;
    private final Optional<String> databaseUrl;
    private final Deque<AutoCloseable> parts;

    private EmbeddedBackend(BackendAccess access, Optional<String> databaseUrl, Deque<AutoCloseable> parts) {
        this.access = access;
        this.databaseUrl = databaseUrl;
        this.parts = parts;
    }

    /**
     * Opens a workspace, and makes it when the folder is new or empty. Where another process has it open, nothing is
     * started and the answer says how to join that one.
     *
     * @param workspace the folder; made if it is not there
     * @throws BackendUnavailable when it cannot be opened; the message is for people
     */
    public static Opening open(Path workspace, BackendOptions options) {
        try {
            PrivateFile.folder(workspace);
            Optional<WorkspaceLock> lock = WorkspaceLock.take(workspace);
            return lock.isPresent()
                    ? new Opening.Opened(start(workspace.toRealPath(), options, lock.get()))
                    : Joining.theOneThatRuns(workspace);
        } catch (IOException failure) {
            throw new BackendUnavailable(
                    "The workspace folder %s cannot be used: %s. Nothing was changed. Free some space or check who may write there, and try again."
                            .formatted(workspace, failure.getMessage()),
                    failure);
        }
    }

    /** How clients reach it. */
    public BackendAccess access() {
        return access;
    }

    /** Where database tools connect as the owner of the data, password included; only when that was asked for. */
    public Optional<String> databaseUrl() {
        return databaseUrl;
    }

    /** Lets requests under way end, stops the database and gives the workspace free. */
    @Override
    public void close() {
        closeAll(parts);
    }

    private static EmbeddedBackend start(Path workspace, BackendOptions options, WorkspaceLock lock)
            throws IOException {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        parts.push(lock);
        try {
            return start(workspace, options, parts);
        } catch (DatabaseUnavailable failure) {
            closeAll(parts);
            throw new BackendUnavailable(String.valueOf(failure.getMessage()), failure);
        } catch (PortInUse taken) {
            closeAll(parts);
            throw new BackendUnavailable(
                    "Port %d is in use by another program. Choose another port, or none to take a free one."
                            .formatted(taken.port()),
                    taken);
        } catch (SQLException failure) {
            closeAll(parts);
            throw new BackendUnavailable(
                    "The database in %s does not answer as it should: %s. Nothing was changed."
                            .formatted(workspace, failure.getMessage()),
                    failure);
        } catch (IOException | RuntimeException failure) {
            closeAll(parts);
            throw failure;
        }
    }

    private static EmbeddedBackend start(Path workspace, BackendOptions options, Deque<AutoCloseable> parts)
            throws IOException, SQLException {
        RunningBackend.withdraw(workspace);
        Secrets secrets = secrets(workspace);
        PostgresServer postgres = PostgresServer.start(workspace, secrets.superuserPassword());
        parts.push(postgres);
        Logins logins = new Logins(postgres.port(), secrets);
        new Schema(logins, secrets).bringUpToDate();
        HikariDataSource appPool = logins.authenticator();
        parts.push(appPool);
        HikariDataSource authPool = logins.authAdmin();
        parts.push(authPool);

        Desk desk = new Desk(appPool);
        AuthDatabase auth = new AuthDatabase(authPool);
        LocalOwner.ensure(secrets, auth, desk);

        String proofKey = Secrets.random();
        HttpServer http = new HttpServer(routes(secrets, desk, auth, new Blobs(workspace.resolve("files")), proofKey));
        parts.push(http);
        URI url = http.start(options.port());
        RunningBackend.here(url, proofKey).announce(workspace);
        parts.push(() -> RunningBackend.withdraw(workspace));
        return new EmbeddedBackend(
                Joining.access(url, secrets),
                options.exposeDatabase() ? Optional.of(logins.ownerUrl()) : Optional.empty(),
                parts);
    }

    private static List<Route> routes(Secrets secrets, Desk desk, AuthDatabase auth, Blobs blobs, String proofKey) {
        InstantSource clock = InstantSource.system();
        AccessTokens tokens = new AccessTokens(secrets.tokenKey(), secrets.workspaceId(), clock);
        Gate gate = new Gate(new ApiKeys(secrets.publishableKey(), secrets.secretKey()), tokens);
        SignedUrls links = new SignedUrls(secrets.signedUrlKey(), clock);
        SignIn signIn = new SignIn(auth, tokens, secrets.refreshKey(), clock);

        List<Route> routes = new ArrayList<>();
        routes.addAll(new FunctionRoutes(gate, desk, links).routes());
        routes.add(new UploadRoute(gate, desk, blobs, new Forms(blobs.incoming())).route());
        routes.addAll(new AuthRoutes(gate, tokens, auth, signIn, secrets.ownerEmail()).routes());
        routes.add(new InviteRoute(gate, desk, auth).route());
        routes.add(RunningBackend.proofRoute(proofKey));
        return routes;
    }

    private static Secrets secrets(Path workspace) throws IOException {
        Path file = workspace.resolve(Joining.SECRETS);
        if (Files.exists(file)) {
            return Secrets.read(file);
        }
        if (Files.exists(workspace.resolve("postgres"))) {
            throw new BackendUnavailable(
                    "%s is missing, and without it the database beside it cannot be opened. Nothing was changed. Restore the file from a backup."
                            .formatted(file),
                    null);
        }
        Secrets made = Secrets.create();
        made.write(file);
        return made;
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                LOG.warn("A part of the backend did not close cleanly", failure);
            }
        }
    }
}
