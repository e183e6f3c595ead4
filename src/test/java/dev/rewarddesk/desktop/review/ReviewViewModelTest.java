package dev.rewarddesk.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.Score;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReviewViewModelTest {

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
        start(foreground.tasks());
    }

    @AfterEach
    void close() {
        assertThat(bench.failures).isEmpty();
        bench.close();
    }

    @Test
    void theFirstItemIsShownAndTwelveAreInHand() {
        bench.addAnswers(15);
        model.show();

        assertThat(prompt()).endsWith(" 1");
        assertThat(bench.ask("select count(*) from review_leases")).isEqualTo("12");
        assertThat(model.progressProperty().get().orElseThrow().left()).isEqualTo(15);
    }

    @Test
    void typeAndQualitySuggestTheScoreUntilItIsSetByHand() {
        bench.addAnswers(1);
        model.show();
        assertThat(form.scoreProperty().get()).isNull();

        form.choose(FeedbackType.LIKE);
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.5));
        form.chooseQuality(5);
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.9));
        assertThat(form.byHandProperty().get()).isFalse();

        form.moveScore(-1);
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.85));
        form.choose(FeedbackType.DISLIKE);
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.85));

        form.startOver();
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(-0.1));
        form.startOver();
        assertThat(form.scoreProperty().get()).isNull();
    }

    @Test
    void aSubmittedRewardIsInTheDatabaseAndTheNextItemIsShown() {
        bench.addAnswers(2);
        model.show();
        bench.pass(Duration.ofSeconds(12));
        form.choose(FeedbackType.LIKE);
        form.chooseQuality(4);
        form.commentProperty().set("  Right count.  ");
        model.submit();

        assertThat(prompt()).endsWith(" 2");
        assertThat(form.isTouched()).isFalse();
        allSent();
        assertThat(bench.ask(
                        "select score || ' ' || feedback_type || ' ' || quality || ' ' || comment || ' ' || seconds_spent"
                                + " from rewards"))
                .isEqualTo("0.7 like 4 Right count. 12");
        assertThat(model.progressProperty().get().orElseThrow().doneToday()).isEqualTo(1);
        assertThat(model.progressProperty().get().orElseThrow().left()).isEqualTo(1);
        assertThat(fates()).containsExactly("1 SYNCED");
    }

    @Test
    void submittingWithoutAScoreSaysSoAndKeepsNothing() {
        bench.addAnswers(1);
        model.show();
        model.submit();

        assertThat(model.scoreMissingProperty().get()).isTrue();
        assertThat(bench.outgoing.waiting()).isEmpty();
        form.moveScore(1);
        assertThat(model.scoreMissingProperty().get()).isFalse();
    }

    @Test
    void whenEverythingIsScoredTheDeskIsDoneAndLooksAgainWhenAsked() {
        bench.addAnswers(14);
        model.show();
        for (int i = 0; i < 14; i++) {
            foreground.until(() -> model.stateProperty().get() instanceof DeskState.Reviewing);
            form.moveScore(i);
            model.submit();
        }
        allSent();
        assertThat(model.stateProperty().get()).isInstanceOf(DeskState.Done.class);
        assertThat(bench.ask("select count(*) from rewards")).isEqualTo("14");

        bench.addAnswers(1);
        model.reload();
        assertThat(model.stateProperty().get()).isInstanceOf(DeskState.Reviewing.class);
    }

    @Test
    void withTheLineDownWorkGoesOnAsLongAsItemsAreAtHandAndEverythingArrivesLater() {
        bench.addAnswers(14);
        model.show();
        bench.valve.set(Valve.State.SHUT);
        for (int i = 1; i <= 12; i++) {
            assertThat(prompt()).endsWith(" " + i);
            assertThat(model.bannerProperty().get()).isEmpty();
            form.moveScore(i);
            model.submit();
        }
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        DeskState.Failed.class,
                        failed -> assertThat(failed.reason()).contains("safe on this machine"));
        foreground.until(() -> bench.sending().stateProperty().get().waiting() == 12);

        bench.valve.set(Valve.State.OPEN);
        bench.workspace.refresh();
        foreground.until(() -> model.stateProperty().get() instanceof DeskState.Reviewing);
        allSent();
        assertThat(prompt()).endsWith(" 13");
        assertThat(bench.ask("select count(*) || ' ' || count(distinct response_id) from rewards"))
                .isEqualTo("12 12");
    }

    @Test
    void whatIsCommandedWhileADecisionIsWrittenMeetsTheNextItem() {
        Deque<Runnable> background = new ArrayDeque<>();
        start(foreground.tasks(background::add));
        bench.addAnswers(3);
        model.show();
        runAll(background);
        form.moveScore(2);
        model.submit();
        model.submit();
        model.skip();
        assertThat(model.decidingProperty().get()).isTrue();
        assertThat(prompt()).as("until it is safe").endsWith(" 1");

        background.remove().run();
        assertThat(model.scoreMissingProperty().get()
                        || model.decidingProperty().get())
                .isTrue();
        runAll(background);
        assertThat(prompt())
                .as("the second Enter found no score, the skip was done")
                .endsWith(" 3");
        foreground.until(() -> bench.ask("select count(*) from review_skips").equals("1"));
        assertThat(bench.ask("select score from rewards")).isEqualTo("0.1");
    }

    @Test
    void aRewardThatCannotBeWrittenStaysWithEverythingEntered() {
        bench.addAnswers(2);
        model.show();
        form.choose(FeedbackType.DISLIKE);
        form.commentProperty().set("Wrong colour.");
        bench.outgoing.close();
        model.submit();

        assertThat(prompt()).endsWith(" 1");
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(-0.5));
        assertThat(form.commentProperty().get()).isEqualTo("Wrong colour.");
        assertThat(banner().kind()).isEqualTo(Banner.Kind.TROUBLE);
        assertThat(banner().text()).contains("could not be written").contains("still here");
        assertThat(model.decidingProperty().get()).isFalse();
    }

    @Test
    void aSkippedItemComesLastWithWhatWasEnteredAndIsMarked() {
        bench.addAnswers(2);
        model.show();
        form.commentProperty().set("Not sure.");
        model.skip("  I am not sure ");
        assertThat(prompt()).endsWith(" 2");
        assertThat(bench.told).containsExactly(Texts.of("review.skipped"));
        form.moveScore(1);
        model.submit();
        allSent();

        foreground.until(() -> prompt().endsWith(" 1"));
        assertThat(form.commentProperty().get()).isEqualTo("Not sure.");
        assertThat(model.remarkProperty().get()).isEqualTo(Texts.of("review.remark.skipped"));
        assertThat(bench.ask("select reason from review_skips")).isEqualTo("I am not sure");
    }

    @Test
    void aFlaggedItemGoesToTheLeadWithReasonAndComment() {
        bench.addAnswers(2);
        model.show();
        form.commentProperty().set("Grey square.");
        model.askToFlag();
        assertThat(model.askingProperty().get()).isEqualTo(Asking.FLAG);
        model.flag(FlagReason.BROKEN_IMAGE);

        assertThat(model.askingProperty().get()).isEqualTo(Asking.NOTHING);
        assertThat(prompt()).endsWith(" 2");
        allSent();
        assertThat(bench.ask("select reason || ' ' || comment from review_flags"))
                .isEqualTo("broken_image Grey square.");
    }

    @Test
    void leavingGivesTheItemsBackAndKeepsWhatWasEntered() {
        bench.addAnswers(3);
        model.show();
        form.choose(FeedbackType.NEUTRAL);
        form.commentProperty().set("Half right.");
        model.hide();
        assertThat(bench.ask("select count(*) from review_leases")).isEqualTo("0");

        model.show();
        assertThat(prompt()).endsWith(" 1");
        assertThat(form.commentProperty().get()).isEqualTo("Half right.");
        assertThat(form.scoreProperty().get()).isEqualTo(Score.ZERO);
    }

    @Test
    void whatWasEnteredSurvivesACrash() {
        bench.addAnswers(2);
        Tasks first = foreground.tasks();
        start(first);
        model.show();
        form.choose(FeedbackType.LIKE);
        form.commentProperty().set("Half a sen");
        model.typed();
        bench.crash(first);

        start(foreground.tasks());
        model.show();
        assertThat(prompt()).endsWith(" 1");
        assertThat(form.commentProperty().get()).isEqualTo("Half a sen");
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.5));
        assertThat(model.remarkProperty().get()).isEqualTo(Texts.of("review.remark.draft"));
    }

    @Test
    void whatWasDecidedBeforeACrashAndHasNotArrivedIsNotHandedOutAgain() {
        bench.addAnswers(3);
        Tasks first = foreground.tasks();
        start(first);
        model.show();
        bench.valve.set(Valve.State.REWARDS_FAIL);
        form.moveScore(3);
        model.submit();
        bench.crash(first);

        start(foreground.tasks());
        model.show();
        assertThat(model.stateProperty().get())
                .as("its lease may have run out meanwhile: it has to arrive first")
                .isInstanceOf(DeskState.Failed.class);
        bench.valve.set(Valve.State.OPEN);
        bench.outgoing.hurry();
        foreground.until(() -> model.stateProperty().get() instanceof DeskState.Reviewing);
        assertThat(prompt()).endsWith(" 2");
        assertThat(bench.ask("select score from rewards")).isEqualTo("0.15");
    }

    @Test
    void anUnreachableWorkspaceIsAStateWithAWayOut() {
        bench.addAnswers(1);
        bench.valve.set(Valve.State.SHUT);
        model.show();
        assertThat(model.stateProperty().get()).isInstanceOf(DeskState.Failed.class);

        bench.valve.set(Valve.State.OPEN);
        model.reload();
        assertThat(prompt()).endsWith(" 1");
    }

    private void start(Tasks tasks) {
        model = bench.model(tasks);
        form = model.form();
    }

    private String prompt() {
        return model.stateProperty().get() instanceof DeskState.Reviewing reviewing
                ? reviewing.item().response().prompt()
                : model.stateProperty().get().toString();
    }

    private Banner banner() {
        return model.bannerProperty().get().orElseThrow();
    }

    private List<String> fates() {
        return model.historyProperty().get().stream()
                .map(past -> past.decided().item().response().prompt().replaceAll(".* ", "") + " " + past.fate())
                .toList();
    }

    private void allSent() {
        foreground.until(() -> bench.outgoing.waiting().isEmpty()
                && model.historyProperty().get().stream().noneMatch(past -> past.fate() == Past.Fate.WAITING));
    }

    private static void runAll(Deque<Runnable> background) {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
