package dev.rewarddesk.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outbox on a disk of 8 MB, which only root can make. */
final class FullDiskTest {

    private static final UUID ANN = UUID.randomUUID();

    @TempDir
    private Path disk;

    private boolean mounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "a small disk can only be mounted by root; this is not tested here");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertThat(run("umount", disk.toString())).isZero();
        }
    }

    @Test
    void whatFindsNoRoomIsSaidAndNotKeptAndTheRestStays() throws IOException {
        List<Decision> kept = new ArrayList<>();
        try (Outbox outbox = Outbox.open(disk.resolve("outbox"))) {
            keep(outbox, kept);
            fill();
            ServiceFailure.Server full = keepUntilFull(outbox, kept);
            assertThat(full.code()).isEqualTo("disk_full");
            assertThat(full).hasMessageContaining("not kept").hasMessageContaining("free some space");
            assertThat(waiting(outbox)).containsExactlyElementsOf(kept);

            Files.delete(disk.resolve("junk"));
            keep(outbox, kept);
            assertThat(waiting(outbox)).containsExactlyElementsOf(kept);
        }
        try (Outbox outbox = Outbox.open(disk.resolve("outbox"))) {
            assertThat(outbox.warning()).isEmpty();
            assertThat(waiting(outbox)).containsExactlyElementsOf(kept);
        }
    }

    @Test
    void anOutboxOnAFullDiskDoesNotOpenAndSaysWhy() throws IOException {
        fill();

        assertThatExceptionOfType(ServiceFailure.Server.class)
                .isThrownBy(() -> Outbox.open(disk.resolve("outbox")))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("disk_full"));
        Files.delete(disk.resolve("junk"));
        Outbox.open(disk.resolve("outbox")).close();
    }

    private static ServiceFailure.Server keepUntilFull(Outbox outbox, List<Decision> kept) {
        for (int i = 0; i < 10_000; i++) {
            try {
                keep(outbox, kept);
            } catch (ServiceFailure.Server full) {
                return full;
            }
        }
        throw new AssertionError("the full disk was never noticed");
    }

    private static void keep(Outbox outbox, List<Decision> kept) {
        Decided decided = Decisions.decided(Decisions.given(UUID.randomUUID(), 0.1));
        outbox.keep(ANN, decided);
        kept.add(decided.decision());
    }

    private static List<Decision> waiting(Outbox outbox) {
        return outbox.next(ANN, _ -> true, 100_000).stream()
                .map(Waiting::decision)
                .toList();
    }

    private void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(disk.resolve("junk"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
