package dev.rewarddesk.embedded.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a server that is started again when it has died. */
final class ServerSource extends PGSimpleDataSource {

    private transient volatile @Nullable PostgresServer server;

    void serveBy(PostgresServer running) {
        setPortNumbers(new int[] {running.port()});
        server = running;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return super.getConnection();
        } catch (SQLException refused) {
            PostgresServer dead = server;
            if (dead == null || !"08001".equals(refused.getSQLState())) {
                throw refused;
            }
            revive(dead, refused);
            return super.getConnection();
        }
    }

    private static void revive(PostgresServer dead, SQLException refused) throws SQLException {
        try {
            dead.revive();
        } catch (DatabaseUnavailable still) {
            refused.addSuppressed(still);
            throw refused;
        }
    }
}
