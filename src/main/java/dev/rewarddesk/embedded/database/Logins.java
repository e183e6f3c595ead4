package dev.rewarddesk.embedded.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rewarddesk.embedded.secret.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to one server, each for one of the logins that the shim makes. Passwords never show in a URL. */
public final class Logins {

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final int port;
    private final Secrets secrets;

    /** @param port where the server listens on 127.0.0.1 */
    public Logins(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    /** The app's own login: without privileges until a transaction takes on a role. */
    public HikariDataSource authenticator() {
        return pool("authenticator", secrets.authenticatorPassword(), 12);
    }

    /** The login that owns the schema {@code auth} and sees nothing else. */
    public HikariDataSource authAdmin() {
        return pool("supabase_auth_admin", secrets.authAdminPassword(), 4);
    }

    /** Where database tools connect as the owner of the data, password included. */
    public String ownerUrl() {
        return "postgresql://reward_desk_owner:%s@127.0.0.1:%d/%s"
                .formatted(secrets.databaseOwnerPassword(), port, Cluster.DATABASE);
    }

    PGSimpleDataSource owner() {
        return source("reward_desk_owner", secrets.databaseOwnerPassword());
    }

    PGSimpleDataSource superuser() {
        return source(Cluster.SUPERUSER, secrets.superuserPassword());
    }

    Connection asSuperuser() throws SQLException {
        return superuser().getConnection();
    }

    private HikariDataSource pool(String user, String password, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(user);
        config.setDataSource(source(user, password));
        config.setAutoCommit(false);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT.toMillis());
        return new HikariDataSource(config);
    }

    private PGSimpleDataSource source(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(Cluster.DATABASE);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("reward-desk");
        // The shortest way to the first query: nothing to negotiate on the loopback.
        source.setSslMode("disable");
        source.setGssEncMode("disable");
        return source;
    }
}
