package dev.rewarddesk.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.sending.RefusedViewModel;
import dev.rewarddesk.desktop.sending.Sending;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.OutboxState;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.model.Score;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Undoing, changing and putting right, on a real backend and a real outbox. */
final class GoingBackTest {

    private static TestBackend backend;

    private Foreground foreground;
    private Bench bench;
    private ReviewViewModel model;
    private RewardForm form;

    @BeforeAll
    static void start() {
        backend = TestBackend.fresh();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @BeforeEach
    void open() throws IOException {
        foreground = new Foreground();
        bench = new Bench(backend);
        model = bench.model(foreground.tasks());
        form = model.form();
    }

    @AfterEach
    void close() {
        assertThat(bench.failures).isEmpty();
        bench.close();
    }

    @Test
    void aRewardThatWasNotSentIsTakenBackWithItsValues() {
        bench.addAnswers(3);
        model.show();
        bench.valve.set(Valve.State.SHUT);
        score(1);
        foreground.until(() -> sending().condition() == OutboxState.Condition.TRYING_AGAIN);
        form.choose(FeedbackType.LIKE);
        form.commentProperty().set("Too fast");
        model.submit();
        form.moveScore(5);
        model.undo();

        assertThat(prompt()).endsWith(" 2");
        assertThat(form.commentProperty().get()).isEqualTo("Too fast");
        assertThat(model.remarkProperty().get()).isEqualTo(Texts.of("review.remark.undone"));
        assertThat(bench.outgoing.waiting()).hasSize(1);
        bench.valve.set(Valve.State.OPEN);
        model.submit();
        assertThat(prompt()).endsWith(" 3");
        assertThat(form.scoreProperty().get())
                .as("what was entered meanwhile is kept")
                .isEqualTo(new Score(0.25));
        allSent();
        assertThat(bench.ask("select score from rewards order by score")).isEqualTo("0.05\n0.5");
    }

    @Test
    void aRewardThatWasSentIsOpenedAndChanged() {
        bench.addAnswers(2);
        model.show();
        score(4);
        allSent();
        form.moveScore(-7);
        model.undo();

        assertThat(prompt()).endsWith(" 1");
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.2));
        assertThat(model.remarkProperty().get()).contains("changing").contains("as it was");
        form.moveScore(2);
        form.commentProperty().set("Better than I thought");
        model.submit();

        assertThat(prompt()).endsWith(" 2");
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(-0.35));
        allSent();
        assertThat(bench.ask("select score || ' ' || comment || ' ' || revision from rewards"))
                .isEqualTo("0.3 Better than I thought 2");
        assertThat(model.historyProperty().get()).hasSize(1);
    }

    @Test
    void leavingAnOpenedRewardLeavesItAsItWas() {
        bench.addAnswers(2);
        model.show();
        score(4);
        allSent();
        model.undo();
        form.moveScore(2);
        assertThat(model.leaveAsItWas()).isTrue();

        assertThat(prompt()).endsWith(" 2");
        assertThat(model.leaveAsItWas()).isFalse();
        model.undo();
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.2));
        model.submit();
        assertThat(prompt()).as("submitting it unchanged leaves it, too").endsWith(" 2");
        assertThat(bench.outgoing.waiting()).isEmpty();
        assertThat(bench.ask("select revision from rewards")).isEqualTo("1");
    }

    @Test
    void undoingAgainGoesFurtherBack() {
        bench.addAnswers(4);
        model.show();
        score(1);
        score(2);
        score(3);
        allSent();
        model.undo();
        assertThat(prompt()).endsWith(" 3");
        model.undo();
        model.undo();
        assertThat(prompt()).endsWith(" 1");
        model.undo();
        assertThat(prompt()).endsWith(" 1");
        assertThat(bench.told).containsExactly(Texts.of("review.undo.none"));

        form.moveScore(9);
        model.submit();
        assertThat(prompt()).endsWith(" 4");
        model.undo();
        assertThat(prompt()).as("the change was the last decision").endsWith(" 1");
        allSent();
    }

    @Test
    void whileARewardIsBeingChangedItIsNeitherSkippedNorFlagged() {
        bench.addAnswers(2);
        model.show();
        score(1);
        allSent();
        model.undo();
        model.skip();
        model.askToFlag();

        assertThat(prompt()).endsWith(" 1");
        assertThat(model.askingProperty().get()).isEqualTo(Asking.NOTHING);
        assertThat(bench.outgoing.waiting()).isEmpty();
    }

    @Test
    void aRewardIsChangedWhileTheFirstOneStillWaits() {
        bench.addAnswers(2);
        model.show();
        bench.valve.set(Valve.State.REWARDS_FAIL);
        score(1);
        model.reopen(model.historyProperty().get().getFirst());
        form.moveScore(3);
        model.submit();
        assertThat(bench.outgoing.waiting()).hasSize(2);
        bench.valve.set(Valve.State.OPEN);
        bench.outgoing.hurry();
        allSent();

        assertThat(bench.ask("select score || ' ' || revision from rewards")).isEqualTo("0.2 2");
    }

    @Test
    void aSkipThatArrivedIsTakenBackInTheWorkspace() {
        bench.addAnswers(2);
        model.show();
        form.commentProperty().set("Hm");
        model.skip("I am not sure");
        allSent();
        model.undo();

        assertThat(prompt()).endsWith(" 1");
        assertThat(form.commentProperty().get()).isEqualTo("Hm");
        assertThat(model.remarkProperty().get()).isEqualTo(Texts.of("review.remark.unskipped"));
        assertThat(bench.ask("select count(*) from review_skips")).isEqualTo("0");
        assertThat(model.historyProperty().get()).isEmpty();
    }

    @Test
    void aFlagThatArrivedIsTakenBackInTheWorkspace() {
        bench.addAnswers(2);
        model.show();
        model.flag(FlagReason.DUPLICATE);
        allSent();
        model.undo();

        assertThat(prompt()).endsWith(" 1");
        assertThat(bench.ask("select private.status_of(r) from responses r order by r.created_at limit 1"))
                .isEqualTo("pending");
    }

    @Test
    void withTheLineDownASkipThatArrivedStaysAndItIsSaid() {
        bench.addAnswers(2);
        model.show();
        model.skip();
        allSent();
        bench.valve.set(Valve.State.SHUT);
        model.undo();

        assertThat(prompt()).endsWith(" 2");
        assertThat(bench.told).contains(Texts.of("review.not-now"));
        assertThat(model.historyProperty().get()).hasSize(1);
    }

    @Test
    void whatWasRefusedIsOpenedWithItsValuesAndSentAnew() {
        Refused refused = refusedReward();
        bench.change("delete from review_leases");
        model.correct(refused);

        assertThat(prompt()).endsWith(" 1");
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.2));
        assertThat(model.remarkProperty().get()).contains(refused.reason());
        form.moveScore(1);
        model.submit();
        assertThat(prompt()).endsWith(" 2");
        allSent();
        assertThat(bench.ask("select score from rewards")).isEqualTo("0.25");
        foreground.until(() -> bench.sending().refusedProperty().get().isEmpty());
    }

    @Test
    void whatWasRefusedIsSentAgainOrDropped() {
        Refused refused = refusedReward();
        Tasks tasks = foreground.tasks();
        Sending sending = bench.sending();
        RefusedViewModel list = new RefusedViewModel(bench.outgoing, sending, tasks, bench, atDesk());
        bench.change("delete from review_leases");
        list.sendAgain(refused);
        allSent();
        assertThat(bench.ask("select score from rewards")).isEqualTo("0.2");
        assertThat(list.listProperty().get()).isEmpty();

        bench.change("delete from rewards");
        bench.change("truncate responses cascade");
        score(2);
        foreground.until(() -> sending.refusedProperty().get().size() == 1);
        Refused gone = sending.refusedProperty().get().getFirst();
        list.askToDrop(gone);
        list.keep();
        list.drop();
        assertThat(list.listProperty().get())
                .as("only after it was asked about")
                .hasSize(1);
        list.askToDrop(gone);
        list.drop();
        assertThat(list.listProperty().get()).isEmpty();
        assertThat(bench.outgoing.refused()).isEmpty();
        assertThat(model.historyProperty().get()).hasSize(1);
    }

    @Test
    void aChangeThatSomebodyElseWasFasterWithIsPutOnTopOfTheirs() {
        bench.addAnswers(2);
        model.show();
        score(4);
        allSent();
        bench.change("update rewards set score = -1");
        model.undo();
        form.moveScore(1);
        model.submit();
        foreground.until(() -> bench.sending().refusedProperty().get().size() == 1);
        assertThat(bench.ask("select score from rewards")).isEqualTo("-1");

        model.correct(bench.sending().refusedProperty().get().getFirst());
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.25));
        model.submit();
        allSent();
        assertThat(bench.ask("select score from rewards")).isEqualTo("0.25");
    }

    @Test
    void whatWasScoredAtAnotherDeskMeanwhileIsChangedThere() {
        bench.addAnswers(2);
        model.show();
        bench.change(
                "insert into rewards (response_id, reviewer_id, source, score) select response_id, reviewer_id, 'person', -1"
                        + " from review_leases join responses on id = response_id order by responses.created_at limit 1");
        score(4);
        foreground.until(() -> bench.sending().refusedProperty().get().size() == 1);

        model.correct(bench.sending().refusedProperty().get().getFirst());
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.2));
        model.submit();
        allSent();
        assertThat(bench.ask("select score || ' ' || revision from rewards")).isEqualTo("0.2 2");
    }

    /** One reward of 0.2 that came too late. */
    private Refused refusedReward() {
        bench.addAnswers(2);
        model.show();
        form.moveScore(4);
        bench.steal(1);
        bench.pass(Duration.ofSeconds(5));
        model.submit();
        foreground.until(() -> bench.sending().refusedProperty().get().size() == 1);
        return bench.sending().refusedProperty().get().getFirst();
    }

    private RefusedViewModel.Desk atDesk() {
        return new RefusedViewModel.Desk() {
            @Override
            public void edit(Refused refused) {
                model.correct(refused);
            }

            @Override
            public void dropped(Refused refused) {
                model.dropped(refused);
            }
        };
    }

    private void score(int steps) {
        form.moveScore(steps);
        model.submit();
    }

    private OutboxState sending() {
        return bench.sending().stateProperty().get();
    }

    private String prompt() {
        return model.stateProperty().get() instanceof DeskState.Reviewing reviewing
                ? reviewing.item().response().prompt()
                : model.stateProperty().get().toString();
    }

    private void allSent() {
        foreground.until(() -> bench.outgoing.waiting().isEmpty()
                && model.historyProperty().get().stream().noneMatch(past -> past.fate() == Past.Fate.WAITING));
    }
}
