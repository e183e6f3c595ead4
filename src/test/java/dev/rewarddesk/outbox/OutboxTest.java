package dev.rewarddesk.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.RewardDraft;
import dev.rewarddesk.model.Score;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxTest {

    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();

    @TempDir
    private Path folder;

    private final List<Outbox> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        opened.forEach(Outbox::close);
    }

    @Test
    void whatWasKeptIsThereAfterOpeningAgain() {
        Outbox outbox = open();
        List<Decided> kept = Stream.of(
                        Decisions.given(UUID.randomUUID(), 0.1),
                        Decisions.skipped(UUID.randomUUID()),
                        Decisions.flagged(UUID.randomUUID()),
                        Decisions.changed(Decisions.given(UUID.randomUUID(), 0), 3, -0.35))
                .map(Decisions::decided)
                .toList();
        kept.forEach(decided -> outbox.keep(ANN, decided));
        outbox.close();

        assertThat(waiting(open(), ANN))
                .containsExactlyElementsOf(kept.stream().map(Decided::decision).toList());
    }

    @Test
    void theSameDecisionIsKeptOnce() {
        Outbox outbox = open();
        Decided decided = Decisions.decided(Decisions.given(UUID.randomUUID(), 0.1));
        outbox.keep(ANN, decided);
        outbox.keep(ANN, decided);

        assertThat(waiting(outbox, ANN)).containsExactly(decided.decision());
    }

    @Test
    void anotherDecisionUnderTheSameIdIsRefusedAndTheFirstStays() {
        Outbox outbox = open();
        Decision.Skipped skip = Decisions.skipped(UUID.randomUUID());
        outbox.keep(ANN, Decisions.decided(skip));

        assertThatExceptionOfType(ServiceFailure.Conflict.class)
                .isThrownBy(() -> outbox.keep(
                        ANN, Decisions.decided(new Decision.Skipped(skip.id(), skip.responseId(), null, "other"))))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("already_kept"));
        assertThat(waiting(outbox, ANN)).containsExactly(skip);
    }

    @Test
    void theUrlThatOpensTheImageIsNotKept() throws IOException {
        Outbox outbox = open();
        outbox.keep(ANN, Decisions.decided(Decisions.given(UUID.randomUUID(), 0.1)));
        outbox.close();

        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("token=secret");
            }
        }
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Outbox outbox = open();
        outbox.keep(ANN, Decisions.decided(Decisions.given(UUID.randomUUID(), 0.1)));

        try (Stream<Path> files = Files.walk(folder.resolve("outbox"))) {
            assertThat(files.toList())
                    .anyMatch(file -> file.toString().endsWith("-wal"))
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void aDecisionIsTakenBackUntilSomebodyBeginsToSendIt() {
        Outbox outbox = open();
        Decision.Given early = Decisions.given(UUID.randomUUID(), 0.1);
        Decision.Given late = Decisions.given(UUID.randomUUID(), 0.2);
        outbox.keep(ANN, Decisions.decided(early));
        outbox.keep(ANN, Decisions.decided(late));
        Waiting sent = outbox.next(ANN, late.responseId()::equals, 1).getFirst();
        assertThat(outbox.attempt(sent)).isTrue();

        assertThat(outbox.takeBack(BOB, early.id())).isFalse();
        assertThat(outbox.takeBack(ANN, early.id())).isTrue();
        assertThat(outbox.takeBack(ANN, early.id())).isFalse();
        assertThat(outbox.takeBack(ANN, late.id())).isFalse();
        assertThat(waiting(outbox, ANN)).containsExactly(late);
    }

    @Test
    void whatWasTakenBackIsNotSent() {
        Outbox outbox = open();
        Decision.Given given = Decisions.given(UUID.randomUUID(), 0.1);
        outbox.keep(ANN, Decisions.decided(given));
        Waiting next = outbox.next(ANN, _ -> true, 1).getFirst();
        outbox.takeBack(ANN, given.id());

        assertThat(outbox.attempt(next)).isFalse();
    }

    @Test
    void everyPersonHasTheirOwn() {
        Outbox outbox = open();
        Decision.Given anns = Decisions.given(UUID.randomUUID(), 0.1);
        Decision.Given bobs = Decisions.given(anns.responseId(), 0.2);
        outbox.keep(ANN, Decisions.decided(anns));
        outbox.keep(BOB, Decisions.decided(bobs));

        assertThat(waiting(outbox, ANN)).containsExactly(anns);
        assertThat(waiting(outbox, BOB)).containsExactly(bobs);
        assertThat(outbox.tally(ANN)).isEqualTo(new Tally(1, Instant.parse("2026-11-22T09:00:00.25Z"), 0));
        assertThat(outbox.tally(UUID.randomUUID())).isEqualTo(Tally.NONE);
    }

    @Test
    void aRefusedDecisionIsListedUntilItIsDroppedSentAgainOrReplaced() {
        Outbox outbox = open();
        Decided decided = Decisions.decided(Decisions.given(UUID.randomUUID(), 0.1));
        outbox.keep(ANN, decided);
        refuse(outbox);

        assertThat(outbox.refused(ANN)).singleElement().satisfies(refused -> {
            assertThat(refused.decided().decision()).isEqualTo(decided.decision());
            assertThat(refused.decided().item().response())
                    .isEqualTo(decided.item().response());
            assertThat(refused.decided().at()).isEqualTo(decided.at());
            assertThat(refused.code()).isEqualTo("lease_lost");
        });
        assertThat(waiting(outbox, ANN)).isEmpty();

        outbox.sendAgain(ANN, decided.decision().id());
        assertThat(outbox.refused(ANN)).isEmpty();
        assertThat(waiting(outbox, ANN)).containsExactly(decided.decision());

        refuse(outbox);
        Decision other = Decisions.skipped(decided.decision().responseId());
        outbox.replace(ANN, decided.decision().id(), other);
        assertThat(waiting(outbox, ANN)).containsExactly(other);

        refuse(outbox);
        outbox.drop(ANN, other.id());
        assertThat(outbox.tally(ANN)).isEqualTo(Tally.NONE);
        assertThatExceptionOfType(ServiceFailure.NotFound.class).isThrownBy(() -> outbox.drop(ANN, other.id()));
    }

    @Test
    void draftsAreKeptUntilARewardIsOrTheyAreForgotten() {
        Outbox outbox = open();
        RewardDraft first = draft(UUID.randomUUID(), "half a thou");
        RewardDraft second = draft(UUID.randomUUID(), "");
        outbox.keepDraft(ANN, first);
        outbox.keepDraft(ANN, second);
        RewardDraft more = draft(first.responseId(), "half a thought");
        outbox.keepDraft(ANN, more);
        outbox.close();
        Outbox again = open();

        assertThat(again.drafts(ANN)).containsExactly(second, more);
        assertThat(again.drafts(BOB)).isEmpty();
        again.keep(ANN, Decisions.decided(Decisions.skipped(more.responseId())));
        assertThat(again.drafts(ANN)).containsExactly(second, more);
        again.keep(ANN, Decisions.decided(Decisions.given(more.responseId(), 0.2)));
        assertThat(again.drafts(ANN)).containsExactly(second);
        again.forgetDraft(ANN, second.responseId());
        assertThat(again.drafts(ANN)).isEmpty();
    }

    @Test
    void aFolderWithAnyNameWillDo() {
        Outbox outbox = Outbox.open(folder.resolve("Ü ?mode=memory&a=b %3F #x 'q'"));
        outbox.keep(ANN, Decisions.decided(Decisions.skipped(UUID.randomUUID())));
        outbox.close();

        outbox = Outbox.open(folder.resolve("Ü ?mode=memory&a=b %3F #x 'q'"));
        opened.add(outbox);
        assertThat(waiting(outbox, ANN)).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws IOException {
        Files.writeString(folder.resolve("outbox"), "in the way");

        assertThatExceptionOfType(ServiceFailure.Server.class)
                .isThrownBy(this::open)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("outbox_unwritable"))
                .withMessageContaining(folder.resolve("outbox").toString());
    }

    private Outbox open() {
        Outbox outbox = Outbox.open(folder.resolve("outbox"));
        opened.add(outbox);
        return outbox;
    }

    private static List<Decision> waiting(Outbox outbox, UUID person) {
        return outbox.next(person, _ -> true, 100).stream()
                .map(Waiting::decision)
                .toList();
    }

    private static void refuse(Outbox outbox) {
        outbox.refuse(outbox.next(ANN, _ -> true, 1).getFirst(), "lease_lost", "Somebody else has it.", Instant.now());
    }

    private static RewardDraft draft(UUID response, String comment) {
        return new RewardDraft(
                response,
                UUID.randomUUID(),
                Feedback.NONE,
                comment.isEmpty() ? null : new Score(0.3),
                true,
                comment,
                Duration.ofMillis(1500));
    }
}
