package dev.rewarddesk.embedded.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.rewarddesk.embedded.secret.Secrets;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Connections to the workspace's server, each for one of the logins that the shim makes. Pools connect when they are first
 * used, after {@link #connectTo}. Passwords never show in a URL of a connection.
 */
public final class Logins implements AutoCloseable {

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final Secrets secrets;
    private final ServerSource authenticatorSource;
    private final ServerSource authAdminSource;
    private final HikariDataSource authenticator;
    private final HikariDataSource authAdmin;
    private int port;

    public Logins(Secrets secrets) {
        this.secrets = secrets;
        this.authenticatorSource = source("authenticator", secrets.authenticatorPassword());
        this.authAdminSource = source("supabase_auth_admin", secrets.authAdminPassword());
        this.authenticator = pool("authenticator", authenticatorSource, 12);
        this.authAdmin = pool("auth", authAdminSource, 4);
    }

    /** Says which server to connect to; before the first connection. */
    public void connectTo(PostgresServer server) {
        port = server.port();
        authenticatorSource.serveBy(server);
        authAdminSource.serveBy(server);
    }

    /** The app's own login: without privileges until a transaction takes on a role. */
    public DataSource authenticator() {
        return authenticator;
    }

    /** The app's own login, each connection a new one: for what keeps one for long. */
    public DataSource authenticatorAlone() {
        return authenticatorSource;
    }

    /** The login that owns the schema {@code auth} and sees nothing else. */
    public DataSource authAdmin() {
        return authAdmin;
    }

    /** Where database tools connect as the owner of the data, password included. */
    public String ownerUrl() {
        return "postgresql://reward_desk_owner:%s@127.0.0.1:%d/%s"
                .formatted(secrets.databaseOwnerPassword(), port, Cluster.DATABASE);
    }

    /** Closes both pools. */
    @Override
    public void close() {
        authAdmin.close();
        authenticator.close();
    }

    DataSource owner() {
        return source("reward_desk_owner", secrets.databaseOwnerPassword());
    }

    DataSource superuser() {
        return source(Cluster.SUPERUSER, secrets.superuserPassword());
    }

    private static HikariDataSource pool(String name, DataSource source, int most) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setDataSource(source);
        pool.setAutoCommit(false);
        pool.setMaximumPoolSize(most);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(WAIT.toMillis());
        return pool;
    }

    private ServerSource source(String user, String password) {
        ServerSource source = new ServerSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(Cluster.DATABASE);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("reward-desk");
        // Details quote rows, and messages may end in a log.
        source.setLogServerErrorDetail(false);
        // The shortest way to the first query: nothing to negotiate on the loopback.
        source.setSslMode("disable");
        source.setGssEncMode("disable");
        return source;
    }
}
