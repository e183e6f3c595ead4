package dev.rewarddesk.desktop.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.ActivationCase;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.GuardRails;
import dev.rewarddesk.model.Schedule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ActivationViewModelTest {

    private final TestDesk desk = new TestDesk();
    private final RecordingNotices notices = new RecordingNotices();
    private final CheckpointsViewModel board = new CheckpointsViewModel(
            desk.checkpoints(),
            desk.workspace(),
            notices,
            Tasks.inline(),
            Clock.system(ZoneOffset.UTC),
            _ -> new byte[0]);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void withoutAReasonNothingIsDoneAndTheHintSaysSo() {
        ActivationViewModel form = form("one");
        assertThat(form.missingProperty().get()).contains("why");

        form.reasonProperty().set("   ");
        form.confirm();
        assertThat(desk.checkpoints().history()).isEmpty();

        form.reasonProperty().set("the first");
        assertThat(form.missingProperty().get()).isEmpty();
        form.confirm();
        assertThat(form.doneProperty().get()).isTrue();
        assertThat(board.activeProperty().get()).map(Checkpoint::version).contains("one");
    }

    @Test
    void guardRailsAreShownAndOverriddenOnPurposeOnly() {
        guard(new GuardRails(10, 2, null, null));
        ActivationViewModel form = form("one");
        form.reasonProperty().set("no time to score");
        assertThat(form.caseProperty().get().orElseThrow().warnings())
                .extracting(ActivationCase.Warning::code)
                .containsExactly("few_rewards", "few_reviewers");
        assertThat(form.missingProperty().get()).contains("although");

        form.confirm();
        assertThat(desk.checkpoints().history()).isEmpty();

        form.overrideProperty().set(true);
        form.confirm();
        assertThat(desk.checkpoints().history())
                .singleElement()
                .satisfies(entry -> assertThat(entry.overridden()).isTrue());
    }

    @Test
    void guardRailsThatWereRaisedMeanwhileAreShown() {
        ActivationViewModel form = form("one");
        form.reasonProperty().set("better");
        guard(new GuardRails(10, 0, null, null));

        form.confirm();

        assertThat(form.doneProperty().get()).isFalse();
        assertThat(form.problemProperty().get()).contains("guard rails");
        assertThat(form.caseProperty().get().orElseThrow().warnings()).hasSize(1);
        assertThat(form.missingProperty().get()).isNotEmpty();
        assertThat(desk.checkpoints().history()).isEmpty();
    }

    @Test
    void aConflictTakesTheOverrideBack() {
        guard(new GuardRails(10, 0, null, null));
        Checkpoint other = desk.checkpoint("other");
        ActivationViewModel form = form("one");
        form.reasonProperty().set("better");
        form.overrideProperty().set(true);
        desk.checkpoints().activate(other, Optional.empty(), "faster", true);

        form.confirm();

        assertThat(form.problemProperty().get()).contains("none").contains("other");
        assertThat(form.overrideProperty().get()).isFalse();
        assertThat(form.caseProperty().get().orElseThrow().from())
                .extracting(Checkpoint::version)
                .isEqualTo("other");
    }

    @Test
    void aTimeToComeIsScheduledAndCanBeCancelled() {
        ActivationViewModel form = form("one");
        form.reasonProperty().set("for the night");
        form.laterProperty().set(true);
        form.due().dayProperty().set(LocalDate.of(2020, 1, 1));
        assertThat(form.missingProperty().get()).contains("past");
        form.confirm();
        assertThat(board.schedules()).isEmpty();

        form.due().dayProperty().set(LocalDate.now(ZoneOffset.UTC).plusDays(2));
        form.confirm();

        assertThat(form.doneProperty().get()).isTrue();
        assertThat(board.activeProperty().get()).isEmpty();
        assertThat(board.schedules()).singleElement().satisfies(schedule -> {
            assertThat(schedule.state()).isEqualTo(Schedule.State.WAITING);
            assertThat(schedule.reason()).isEqualTo("for the night");
        });

        board.cancel(board.schedules().getFirst());
        assertThat(board.schedules().getFirst().state()).isEqualTo(Schedule.State.CANCELLED);

        board.cancel(board.schedules().getFirst());
        assertThat(notices.failures()).hasSize(1);
    }

    @Test
    void rollingBackIsNotHeldUp() {
        ActivationViewModel first = form("one");
        first.reasonProperty().set("first");
        first.confirm();
        ActivationViewModel second = form("two");
        second.reasonProperty().set("second");
        second.confirm();
        guard(new GuardRails(10, 3, 0.0, 7));

        RollbackViewModel back = board.startRollback().orElseThrow();
        back.confirm();

        assertThat(back.doneProperty().get()).isTrue();
        assertThat(desk.checkpoints().history().getFirst().kind()).isEqualTo(Activation.Kind.ROLLBACK);
    }

    private ActivationViewModel form(String version) {
        Checkpoint target = desk.checkpoint(version);
        board.load();
        return board.startActivating(target);
    }

    private void guard(GuardRails rails) {
        AccountService account = desk.services(Path.of("unused")).account();
        account.change(rails, account.workspace().revision());
    }
}
