package dev.rewarddesk.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.RewardDraft;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DamagedFileTest {

    private static final UUID ANN = UUID.randomUUID();
    private static final int KEPT = 200;
    private static final RewardDraft DRAFT = new RewardDraft(
            UUID.randomUUID(), UUID.randomUUID(), Feedback.NONE, null, false, "half a thought", Duration.ofSeconds(3));

    @TempDir
    private Path folder;

    private Path file;
    private final List<Decision> kept = new ArrayList<>();

    @BeforeEach
    void keepMany() throws IOException {
        file = folder.toRealPath().resolve("outbox.sqlite");
        try (Outbox outbox = Outbox.open(folder)) {
            for (int i = 0; i < KEPT; i++) {
                Decision decision = Decisions.given(UUID.randomUUID(), i / 200.0);
                kept.add(decision);
                outbox.keep(ANN, Decisions.decided(decision));
            }
            outbox.keepDraft(ANN, DRAFT);
        }
    }

    @Test
    void aHealthyFileGivesNoWarning() {
        try (Outbox outbox = Outbox.open(folder)) {
            assertThat(outbox.warning()).isEmpty();
        }
    }

    @Test
    void whatCanBeReadOfABrokenFileIsSavedAndTheFileIsKept() throws IOException {
        overwrite(Files.size(file) / 2 / 4096 * 4096, 3 * 4096);
        byte[] broken = Files.readAllBytes(file);

        try (Outbox outbox = Outbox.open(folder)) {
            List<Decision> saved = waiting(outbox);

            assertThat(saved).isNotEmpty().isSubsetOf(kept);
            assertThat(saved.size()).isLessThan(KEPT);
            assertThat(outbox.warning())
                    .hasValueSatisfying(warning -> assertThat(warning)
                            .contains(saved.size() + " decisions")
                            .contains(aside().toString()));
            assertThat(Files.readAllBytes(aside())).isEqualTo(broken);
            Decision more = Decisions.skipped(UUID.randomUUID());
            outbox.keep(ANN, Decisions.decided(more));
            assertThat(waiting(outbox)).hasSize(saved.size() + 1).endsWith(more);
        }
        try (Outbox outbox = Outbox.open(folder)) {
            assertThat(outbox.warning()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsKept() throws IOException {
        Files.writeString(file, "Not a database at all. ".repeat(1000));

        try (Outbox outbox = Outbox.open(folder)) {
            assertThat(waiting(outbox)).isEmpty();
            assertThat(outbox.warning()).isPresent();
            assertThat(aside()).content(StandardCharsets.UTF_8).startsWith("Not a database");
        }
    }

    @Test
    void aFileCutShortIsKeptAndItsBeginningSaved() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() * 2 / 3);
        }

        try (Outbox outbox = Outbox.open(folder)) {
            assertThat(waiting(outbox)).isSubsetOf(kept);
            assertThat(outbox.warning()).isPresent();
            assertThat(aside()).exists();
        }
    }

    @Test
    void oneEntryThatCannotBeReadCostsNoOther() throws SQLException {
        change("update entry set decision = '{\"id\":' where ord = 17");

        try (Outbox outbox = Outbox.open(folder)) {
            assertThat(waiting(outbox)).hasSize(KEPT - 1).isSubsetOf(kept);
            assertThat(outbox.drafts(ANN)).containsExactly(DRAFT);
            assertThat(outbox.warning())
                    .hasValueSatisfying(warning -> assertThat(warning).contains(KEPT - 1 + " decisions"));
        }
    }

    @Test
    void anEntryWhoseTextsDoNotBelongTogetherCountsAsDamaged() throws SQLException {
        change("update entry set response = '" + UUID.randomUUID() + "' where ord = 17");

        try (Outbox outbox = Outbox.open(folder)) {
            assertThat(waiting(outbox)).hasSize(KEPT - 1);
        }
    }

    @Test
    void aFileOfANewerVersionIsLeftAlone() throws SQLException, IOException {
        change("pragma user_version = 999");
        byte[] before = Files.readAllBytes(file);

        assertThatExceptionOfType(ServiceFailure.Server.class)
                .isThrownBy(() -> Outbox.open(folder))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("outbox_newer"));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(asides()).isEmpty();
    }

    @Test
    void aDamagedFileIsNotTakenAwayFromWhoeverHasItOpen() throws SQLException {
        try (Outbox outbox = Outbox.open(folder)) {
            change("update entry set decision = '{' where ord = 17");

            assertThatExceptionOfType(ServiceFailure.Server.class)
                    .isThrownBy(() -> Outbox.open(folder))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("outbox_damaged"));
            assertThat(asides()).isEmpty();
            assertThat(outbox.warning()).isEmpty();
        }
        try (Outbox outbox = Outbox.open(folder)) {
            assertThat(outbox.warning()).isPresent();
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = Database.connect(file)) {
            Database.run(connection, sql);
        }
    }

    private void overwrite(long position, int length) throws IOException {
        byte[] junk = new byte[length];
        Arrays.fill(junk, (byte) 0xA5);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(junk), position);
        }
    }

    private Path aside() {
        return asides().getFirst();
    }

    private List<Path> asides() {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.filter(each -> each.getFileName().toString().startsWith("damaged-"))
                    .toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<Decision> waiting(Outbox outbox) {
        return outbox.next(ANN, _ -> true, 1000).stream().map(Waiting::decision).toList();
    }
}
