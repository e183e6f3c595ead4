package dev.rewarddesk.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.Score;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReviewViewModelTest {

    private static TestBackend backend;

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
        bench = new Bench(backend);
        model = bench.model(Tasks.inline());
        form = model.form();
    }

    @AfterEach
    void close() {
        assertThat(bench.failures).isEmpty();
        bench.close();
    }

    @Test
    void theFirstItemIsShownAndTwelveAreInHand() {
        bench.addAnswers(14);
        model.show();

        assertThat(prompt()).endsWith(" 1");
        assertThat(bench.ask("select count(*) from review_leases")).isEqualTo("12");
        assertThat(model.progressProperty().get().orElseThrow().left()).isEqualTo(14);
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
        assertThat(form.isBlank()).isTrue();
        assertThat(bench.ask(
                        "select score || ' ' || feedback_type || ' ' || quality || ' ' || comment || ' ' || seconds_spent"
                                + " from rewards"))
                .isEqualTo("0.7 like 4 Right count. 12");
        assertThat(model.progressProperty().get().orElseThrow().doneToday()).isEqualTo(1);
        assertThat(model.progressProperty().get().orElseThrow().left()).isEqualTo(1);
    }

    @Test
    void submittingWithoutAScoreSaysSoAndSendsNothing() {
        bench.addAnswers(1);
        model.show();
        model.submit();

        assertThat(model.scoreMissingProperty().get()).isTrue();
        assertThat(bench.ask("select count(*) from rewards")).isEqualTo("0");
        form.moveScore(1);
        assertThat(model.scoreMissingProperty().get()).isFalse();
    }

    @Test
    void whenEverythingIsScoredTheDeskIsDoneAndLooksAgainWhenAsked() {
        bench.addAnswers(6);
        model.show();
        for (int i = 0; i < 6; i++) {
            form.moveScore(i);
            model.submit();
        }
        assertThat(model.stateProperty().get()).isInstanceOf(DeskState.Done.class);
        assertThat(bench.ask("select count(*) from rewards")).isEqualTo("6");

        bench.addAnswers(1);
        model.reload();
        assertThat(model.stateProperty().get()).isInstanceOf(DeskState.Reviewing.class);
    }

    @Test
    void aRewardThatCannotBeSentComesBackWithEverythingEntered() {
        bench.addAnswers(2);
        model.show();
        form.choose(FeedbackType.DISLIKE);
        form.moveScore(-3);
        form.commentProperty().set("Wrong colour.");
        bench.valve.set(Valve.State.SHUT);
        model.submit();

        assertThat(prompt()).endsWith(" 1");
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(-0.65));
        assertThat(form.byHandProperty().get()).isTrue();
        assertThat(form.commentProperty().get()).isEqualTo("Wrong colour.");
        assertThat(banner().kind()).isEqualTo(Banner.Kind.TROUBLE);

        bench.valve.set(Valve.State.OPEN);
        model.submit();
        assertThat(model.bannerProperty().get()).isEmpty();
        assertThat(bench.ask("select comment from rewards")).isEqualTo("Wrong colour.");
        assertThat(prompt()).endsWith(" 2");
    }

    @Test
    void aRewardWhoseAnswerWasLostIsNotGivenTwice() {
        bench.addAnswers(1);
        model.show();
        form.moveScore(4);
        bench.valve.set(Valve.State.ANSWERS_LOST);
        model.submit();
        assertThat(banner().kind()).isEqualTo(Banner.Kind.TROUBLE);

        bench.valve.set(Valve.State.OPEN);
        model.submit();
        assertThat(model.bannerProperty().get()).isEmpty();
        assertThat(bench.ask("select score from rewards")).isEqualTo("0.2");
        assertThat(model.stateProperty().get()).isInstanceOf(DeskState.Done.class);
    }

    @Test
    void aRewardThatComesBackWaitsBehindTheItemBeingWorkedOn() {
        Deque<Runnable> background = new ArrayDeque<>();
        model = bench.model(new Tasks(background::add, Runnable::run, failure -> {
            throw new AssertionError(failure);
        }));
        form = model.form();
        bench.addAnswers(3);
        model.show();
        runAll(background);
        form.moveScore(2);
        model.submit();
        assertThat(prompt())
                .as("the next item is shown before the reward has arrived")
                .endsWith(" 2");
        assertThat(model.mayLeave()).as("while a reward is on its way").isFalse();
        form.commentProperty().set("typing");
        bench.valve.set(Valve.State.REWARDS_FAIL);
        runAll(background);

        assertThat(prompt()).endsWith(" 2");
        assertThat(form.commentProperty().get()).isEqualTo("typing");
        assertThat(model.mayLeave()).isFalse();
        bench.valve.set(Valve.State.OPEN);
        form.moveScore(-2);
        model.submit();
        assertThat(prompt()).as("the one that came back is next").endsWith(" 1");
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.1));
        model.submit();
        runAll(background);
        assertThat(prompt()).endsWith(" 3");
        assertThat(bench.ask("select score from rewards order by score")).isEqualTo("-0.1\n0.1");
        assertThat(model.mayLeave()).isTrue();
    }

    @Test
    void leavingWithARewardThatDidNotGetThroughIsAskedAbout() {
        bench.addAnswers(1);
        model.show();
        form.moveScore(2);
        bench.valve.set(Valve.State.SHUT);
        model.submit();

        assertThat(model.mayLeave()).isFalse();
        assertThat(bench.asked).hasSize(1);
        bench.asked.getFirst().run();
        assertThat(model.mayLeave()).isTrue();
        assertThat(form.scoreProperty().get()).isNull();
    }

    @Test
    void anItemThatAColleagueTookIsToldWithWhatWasEntered() {
        bench.addAnswers(2);
        model.show();
        form.choose(FeedbackType.LIKE);
        form.commentProperty().set("Good.");
        stealFirst();
        model.submit();

        assertThat(banner().kind()).isEqualTo(Banner.Kind.NOTICE);
        assertThat(banner().lost()).contains("+0.50", "Like", "“Good.”");
        assertThat(prompt()).endsWith(" 2");
        form.moveScore(1);
        model.submit();
        assertThat(banner().lost()).as("stays until it is closed").contains("“Good.”");
        bench.valve.set(Valve.State.SHUT);
        model.reload();
        model.closeBanner();
        assertThat(model.bannerProperty().get()).isEmpty();
    }

    @Test
    void aLeaseLostWhileAtWorkIsNoticedAndToldWithWhatWasEntered() {
        bench.addAnswers(2);
        model.show();
        form.moveScore(7);
        stealFirst();
        bench.pass(Duration.ofMinutes(6));
        model.active();
        model.keep();

        assertThat(prompt()).endsWith(" 2");
        assertThat(banner().lost()).contains("+0.35");
    }

    @Test
    void leasesAreKeptWhileSomebodyWorksAndNotWhenTheyAreAway() {
        bench.addAnswers(1);
        model.show();
        bench.change("update review_leases set expires_at = now() + interval '5 seconds'");
        model.keep();
        assertThat(secondsLeft()).isLessThan(10);

        bench.pass(Duration.ofMinutes(6));
        model.active();
        model.keep();
        assertThat(secondsLeft()).isGreaterThan(60);

        bench.change("update review_leases set expires_at = now() + interval '5 seconds'");
        bench.pass(Duration.ofHours(2));
        model.keep();
        assertThat(secondsLeft()).as("nobody is there").isLessThan(10);
    }

    @Test
    void timeAwayIsNotCountedAsWork() {
        bench.addAnswers(1);
        model.show();
        bench.pass(Duration.ofSeconds(30));
        model.active();
        bench.pass(Duration.ofHours(3));
        model.active();
        bench.pass(Duration.ofSeconds(10));
        form.moveScore(1);
        model.submit();

        assertThat(bench.ask("select seconds_spent::integer from rewards")).isEqualTo("160");
    }

    @Test
    void aSkippedItemComesLastWithWhatWasEntered() {
        bench.addAnswers(2);
        model.show();
        form.commentProperty().set("Not sure.");
        model.skip();
        assertThat(prompt()).endsWith(" 2");
        assertThat(form.isBlank()).isTrue();
        form.moveScore(1);
        model.submit();

        assertThat(prompt()).endsWith(" 1");
        assertThat(form.commentProperty().get()).isEqualTo("Not sure.");
    }

    @Test
    void aFlaggedItemGoesToTheLeadWithReasonAndComment() {
        bench.addAnswers(2);
        model.show();
        form.commentProperty().set("Grey square.");
        model.chooseFlag();
        assertThat(model.choosingFlagProperty().get()).isTrue();
        model.flag(FlagReason.BROKEN_IMAGE);

        assertThat(model.choosingFlagProperty().get()).isFalse();
        assertThat(prompt()).endsWith(" 2");
        assertThat(bench.ask("select reason || ' ' || comment from review_flags"))
                .isEqualTo("broken_image Grey square.");
        assertThat(bench.told).hasSize(1);
    }

    @Test
    void anItemThatCouldNotBeSkippedOrFlaggedComesBack() {
        bench.addAnswers(2);
        model.show();
        bench.valve.set(Valve.State.SHUT);
        model.skip();
        assertThat(prompt()).endsWith(" 1");
        assertThat(banner().kind()).isEqualTo(Banner.Kind.TROUBLE);
        model.flag(FlagReason.OTHER);
        assertThat(prompt()).endsWith(" 1");
    }

    @Test
    void leavingGivesTheItemsBackAndKeepsWhatWasEntered() {
        bench.addAnswers(3);
        model.show();
        form.choose(FeedbackType.NEUTRAL);
        form.commentProperty().set("Half right.");
        assertThat(model.mayLeave()).isTrue();
        model.hide();
        assertThat(bench.ask("select count(*) from review_leases")).isEqualTo("0");

        model.show();
        assertThat(prompt()).endsWith(" 1");
        assertThat(form.commentProperty().get()).isEqualTo("Half right.");
        assertThat(form.scoreProperty().get()).isEqualTo(Score.ZERO);
    }

    @Test
    void aRewardThatFailsAfterTheScreenWasLeftIsThereWhenItIsShownAgain() {
        Deque<Runnable> background = new ArrayDeque<>();
        model = bench.model(new Tasks(background::add, Runnable::run, failure -> {
            throw new AssertionError(failure);
        }));
        form = model.form();
        bench.addAnswers(2);
        model.show();
        runAll(background);
        form.moveScore(6);
        model.submit();
        model.hide();
        bench.valve.set(Valve.State.REWARDS_FAIL);
        runAll(background);
        assertThat(bench.told).hasSize(1);

        bench.valve.set(Valve.State.OPEN);
        model.show();
        runAll(background);
        assertThat(prompt()).endsWith(" 1");
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.3));
        model.submit();
        runAll(background);
        assertThat(bench.ask("select score from rewards")).isEqualTo("0.3");
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

    private String prompt() {
        return model.stateProperty().get() instanceof DeskState.Reviewing reviewing
                ? reviewing.item().response().prompt()
                : model.stateProperty().get().toString();
    }

    private Banner banner() {
        return model.bannerProperty().get().orElseThrow();
    }

    private int secondsLeft() {
        return Integer.parseInt(bench.ask("select extract(epoch from expires_at - now())::integer from review_leases"));
    }

    /** Lets the lease of the first answer run out and a colleague take it. */
    private void stealFirst() {
        bench.change("delete from review_leases where response_id ="
                + " (select id from responses order by created_at limit 1)");
        bench.backend
                .annotator("ann")
                .post("/functions/v1/rft-responses/queue/claim", "{\"n\":1}")
                .ok();
    }

    private static void runAll(Deque<Runnable> background) {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
