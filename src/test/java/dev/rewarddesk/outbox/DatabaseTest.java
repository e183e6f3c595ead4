package dev.rewarddesk.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.disk.NativeLibrary;
import dev.rewarddesk.disk.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {

    @TempDir
    private Path folder;

    private Path file;
    private Database database;

    @BeforeEach
    void open() throws Exception {
        file = PrivateFiles.file(folder.toRealPath().resolve("outbox.sqlite"));
        NativeLibrary.prepare(folder.toRealPath().resolve("sqlite"));
        database = Database.open(file);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsWrittenDurablyIsForcedToTheDisk() throws SQLException {
        assertThat((int) database.durably(connection -> Database.number(connection, "pragma synchronous")))
                .as("full")
                .isEqualTo(2);
        assertThat((int) database.quickly(connection -> Database.number(connection, "pragma synchronous")))
                .as("normal")
                .isEqualTo(1);
        assertThat((int) database.durably(connection -> Database.number(connection, "pragma synchronous")))
                .isEqualTo(2);
        assertThat(Path.of(file + "-wal")).exists();
    }

    @Test
    void whatFailsHalfwayLeavesNothing() throws SQLException {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> database.durably(connection -> {
                    Database.run(connection, "update counter set settled = 7");
                    throw new SQLException("halfway");
                }));

        assertThat((int) database.read(connection -> Database.number(connection, "select settled from counter")))
                .isZero();
        assertThat((int) database.durably(connection -> Database.number(connection, "select settled from counter")))
                .isZero();
    }

    @Test
    void theLogIsMovedIntoTheFileNowAndThen() throws Exception {
        long before = Files.size(file);
        for (int i = 0; i < 600; i++) {
            int number = i;
            database.quickly(connection -> {
                Database.run(
                        connection,
                        "insert into draft values ('p', 'r" + number + "', '" + "x".repeat(200) + "', " + number + ")");
                return true;
            });
        }
        assertThat(Files.size(file)).isEqualTo(before);

        database.tidy();
        assertThat(Files.size(file)).isGreaterThan(before);
    }
}
