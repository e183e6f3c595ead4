package dev.rewarddesk.desktop.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.Connection;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.supabase.PretendWorkspace;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CheckpointsViewModelTest {

    private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Berlin"));

    private final TestDesk desk = new TestDesk();
    private final RecordingNotices notices = new RecordingNotices();
    private final CheckpointsViewModel board = new CheckpointsViewModel(
            desk.checkpoints(), desk.workspace(), notices, Tasks.inline(), CLOCK, _ -> new byte[0]);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anEmptyWorkspaceHasNoneAndNothingToRollBackTo() {
        board.load();

        assertThat(board.stateProperty().get()).isEqualTo(LoadState.LOADED);
        assertThat(board.checkpoints()).isEmpty();
        assertThat(board.activeProperty().get()).isEmpty();
        assertThat(board.startRollback()).isEmpty();
        assertThat(board.maySteer().getValue()).isTrue();
    }

    @Test
    void activatingMakesItTheActiveOneAndRecordsWhy() {
        activate(desk.checkpoint("one"), "the first");
        ActivationViewModel form = board.startActivating(desk.checkpoint("two"));
        assertThat(form.fromProperty().get()).isEqualTo("one");

        form.reasonProperty().set("  better on counting ");
        form.confirm();

        assertThat(form.doneProperty().get()).isTrue();
        assertThat(board.activeProperty().get()).map(Checkpoint::version).contains("two");
        assertThat(board.history()).extracting(Activation::version).containsExactly("two", "one");
        assertThat(board.history().getFirst().reason()).isEqualTo("better on counting");
        assertThat(notices.told()).last().asString().contains("two");
    }

    @Test
    void whoNeverSawTheActiveOneIsToldBothNamesAndMayActivateAgain() {
        activate(desk.checkpoint("one"), "first");
        Checkpoint two = desk.checkpoint("two");
        Checkpoint three = desk.checkpoint("three");
        ActivationViewModel form = board.startActivating(three);
        form.reasonProperty().set("better");
        desk.checkpoints().activate(two, board.activeProperty().get(), "somebody else", false);

        form.confirm();

        assertThat(form.doneProperty().get()).isFalse();
        assertThat(form.problemProperty().get()).contains("one").contains("two").contains("Nothing was changed");
        assertThat(form.fromProperty().get()).isEqualTo("two");
        assertThat(board.activeProperty().get()).map(Checkpoint::version).contains("two");

        form.confirm();

        assertThat(form.problemProperty().get()).isEmpty();
        assertThat(board.activeProperty().get()).map(Checkpoint::version).contains("three");
    }

    @Test
    void rollingBackStepByStepLeadsWhereThePreviewSays() {
        for (String version : new String[] {"a", "b", "c", "d"}) {
            activate(desk.checkpoint(version), "next");
        }
        for (String expected : new String[] {"c", "b"}) {
            RollbackViewModel form = board.startRollback().orElseThrow();
            assertThat(form.target()).isEqualTo(expected);
            form.confirm();
            assertThat(board.activeProperty().get()).map(Checkpoint::version).contains(expected);
        }
        activate(find("d"), "again");
        RollbackViewModel form = board.startRollback().orElseThrow();
        assertThat(form.target()).isEqualTo("b");
        form.confirm();
        assertThat(board.activeProperty().get()).map(Checkpoint::version).contains("b");
        assertThat(board.history().getFirst().kind()).isEqualTo(Activation.Kind.ROLLBACK);
    }

    @Test
    void deletingAsksFirst() {
        Checkpoint one = desk.checkpoint("one");
        board.load();

        board.delete(one);
        assertThat(notices.questions()).hasSize(1);
        assertThat(desk.checkpoints().list()).hasSize(1);

        notices.sayYes();
        board.delete(one);
        assertThat(board.checkpoints()).isEmpty();
        assertThat(desk.checkpoints().list()).isEmpty();
    }

    @Test
    void theActiveOneIsNotDeleted() {
        notices.sayYes();
        activate(desk.checkpoint("one"), "first");

        board.delete(find("one"));

        assertThat(notices.questions()).isEmpty();
        assertThat(notices.failures()).singleElement().isInstanceOf(ServiceFailure.Conflict.class);
        assertThat(desk.checkpoints().list()).hasSize(1);
    }

    @Test
    void deletingWhatSomebodyActivatedMeanwhileIsRefusedAndShown() {
        notices.sayYes();
        Checkpoint one = desk.checkpoint("one");
        board.load();
        desk.checkpoints().activate(one, Optional.empty(), "first", false);

        board.delete(one);

        assertThat(notices.failures()).hasSize(1);
        assertThat(board.activeProperty().get()).map(Checkpoint::version).contains("one");
    }

    @Test
    void aWorkspaceThatDoesNotAnswerIsSaidAndAskedAgain() throws IOException {
        try (PretendWorkspace pretend = new PretendWorkspace()) {
            CheckpointService service = new CheckpointService(pretend.signedIn());
            CurrentWorkspace workspace = new CurrentWorkspace(new AccountService(pretend.signedIn()), Tasks.inline());
            CheckpointsViewModel alone =
                    new CheckpointsViewModel(service, workspace, notices, Tasks.inline(), CLOCK, _ -> new byte[0]);
            String refusal = "{\"success\":false,\"error\":\"The disk is full. Nothing was changed.\",\"code\":\"x\"}";
            for (int attempt = 0; attempt < 5; attempt++) {
                pretend.answer(500, refusal);
            }

            alone.load();

            assertThat(alone.stateProperty().get()).isEqualTo(LoadState.FAILED);
            assertThat(alone.problemProperty().get()).isNotEmpty();
            assertThat(workspace.connectionProperty().get()).isEqualTo(Connection.FAULTY);
            assertThat(alone.maySteer().getValue()).isFalse();
        }
    }

    private void activate(Checkpoint checkpoint, String reason) {
        board.load();
        ActivationViewModel form = board.startActivating(checkpoint);
        form.reasonProperty().set(reason);
        form.confirm();
        assertThat(form.problemProperty().get()).isEmpty();
    }

    private Checkpoint find(String version) {
        return board.checkpoints().stream()
                .filter(checkpoint -> checkpoint.version().equals(version))
                .findFirst()
                .orElseThrow();
    }
}
