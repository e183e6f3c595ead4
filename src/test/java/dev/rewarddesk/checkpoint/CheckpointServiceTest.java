package dev.rewarddesk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.NewCheckpoint;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CheckpointServiceTest {

    private TestBackend backend;
    private SupabaseClient owner;
    private CheckpointService checkpoints;
    private Checkpoint first;
    private Checkpoint second;

    @BeforeEach
    void start() {
        backend = TestBackend.fresh();
        owner = RealWorkspace.owner(backend);
        checkpoints = new CheckpointService(owner);
        first = checkpoints.create(new NewCheckpoint("v1", "s3://weights/1", "https://example.org/1", 3, 0.25));
        second = checkpoints.create(new NewCheckpoint("v2", "s3://weights/2", null, 0, 0));
    }

    @AfterEach
    void stop() {
        owner.close();
        backend.close();
    }

    @Test
    void whatIsRecordedIsListedNewestFirst() {
        assertThat(checkpoints.list()).containsExactly(second, first);
        assertThat(first.url()).isEqualTo("https://example.org/1");
        assertThat(first.epoch()).isEqualTo(3);
        assertThat(first.avgReward()).isEqualTo(0.25);
        assertThat(first.active()).isFalse();
    }

    @Test
    void aTakenVersionIsAConflict() {
        assertThatExceptionOfType(ServiceFailure.Conflict.class)
                .isThrownBy(() -> checkpoints.create(new NewCheckpoint("v1", "k", null, 0, 0)))
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo("version_taken"));
    }

    @Test
    void oneIsActiveAndTheRecordSaysWhy() {
        Checkpoint active = checkpoints.activate(first, Optional.empty(), "the first", false);
        checkpoints.activate(second, Optional.of(active), "better", false);

        assertThat(checkpoints.list()).extracting(Checkpoint::active).containsExactly(true, false);
        assertThat(checkpoints.history())
                .extracting(Activation::version, Activation::previousVersion, Activation::reason)
                .containsExactly(tuple("v2", "v1", "better"), tuple("v1", null, "the first"));
    }

    @Test
    void whoSawAnotherOneActiveChangesNothing() {
        Checkpoint active = checkpoints.activate(first, Optional.empty(), "first", false);

        assertThatExceptionOfType(ServiceFailure.Conflict.class)
                .isThrownBy(() -> checkpoints.activate(second, Optional.empty(), "first", false))
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo("active_changed"));
        assertThat(checkpoints.list()).filteredOn(Checkpoint::active).containsExactly(active);
    }

    @Test
    void rollingBackGoesToTheFormerOne() {
        Checkpoint one = checkpoints.activate(first, Optional.empty(), "first", false);
        Checkpoint two = checkpoints.activate(second, Optional.of(one), "better", false);

        Checkpoint back = checkpoints.rollback(Optional.of(two), "worse on faces");

        assertThat(back.version()).isEqualTo("v1");
        assertThat(checkpoints.history().getFirst().kind()).isEqualTo(Activation.Kind.ROLLBACK);
        assertThatExceptionOfType(ServiceFailure.Conflict.class)
                .isThrownBy(() -> checkpoints.rollback(Optional.of(back), ""));
    }

    @Test
    void theActiveOneCannotBeDeletedAndAnotherCan() {
        Checkpoint active = checkpoints.activate(first, Optional.empty(), "first", false);

        assertThatExceptionOfType(ServiceFailure.Conflict.class).isThrownBy(() -> checkpoints.delete(active));
        checkpoints.delete(second);

        assertThat(checkpoints.list()).containsExactly(active);
    }

    @Test
    void aReviewerMayLookAndNotActivate() {
        try (SupabaseClient reviewer = RealWorkspace.annotator(backend, "ann")) {
            CheckpointService theirs = new CheckpointService(reviewer);

            assertThat(theirs.list()).hasSize(2);
            assertThatExceptionOfType(ServiceFailure.Forbidden.class)
                    .isThrownBy(() -> theirs.activate(first, Optional.empty(), "first", false));
        }
    }
}
