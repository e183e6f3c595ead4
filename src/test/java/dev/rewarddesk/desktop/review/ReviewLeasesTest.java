package dev.rewarddesk.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Score;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items in hand while time passes, and while colleagues take some of them. */
final class ReviewLeasesTest {

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
    void anotherItemIsTakenQuietlyForOneThatAColleagueTook() {
        bench.addAnswers(14);
        model.show();
        bench.steal(2);
        bench.pass(Duration.ofMinutes(4));
        model.active();
        model.keep();

        assertThat(model.bannerProperty().get()).isEmpty();
        form.moveScore(1);
        model.submit();
        assertThat(prompt()).endsWith(" 3");
    }

    @Test
    void anOpenItemThatAColleagueTookIsToldAndMayStillBeSubmitted() {
        bench.addAnswers(2);
        model.show();
        form.choose(FeedbackType.LIKE);
        bench.steal(1);
        bench.pass(Duration.ofMinutes(4));
        model.active();
        model.keep();
        assertThat(prompt()).endsWith(" 1");
        assertThat(banner().text()).contains("colleague");

        model.submit();
        assertThat(prompt()).endsWith(" 2");
        foreground.until(() -> !bench.sending().refusedProperty().get().isEmpty());
        assertThat(bench.sending().refusedProperty().get().getFirst().code()).isEqualTo("lease_lost");
        assertThat(banner().text()).contains("did not take");
        assertThat(fates()).containsExactly("1 REFUSED");
    }

    @Test
    void anOpenItemThatAColleagueTookIsReplacedQuietlyWhereNothingWasEntered() {
        bench.addAnswers(2);
        model.show();
        bench.steal(1);
        bench.pass(Duration.ofMinutes(4));
        model.keep();

        assertThat(prompt()).endsWith(" 2");
        assertThat(model.bannerProperty().get()).isEmpty();
    }

    @Test
    void leasesAreKeptWhileSomebodyWorksAndGivenBackWhenTheyAreAway() {
        bench.addAnswers(1);
        model.show();
        bench.change("update review_leases set expires_at = now() + interval '5 seconds'");
        model.keep();
        assertThat(secondsLeft()).isLessThan(10);

        bench.pass(Duration.ofMinutes(6));
        model.active();
        model.keep();
        assertThat(secondsLeft()).isGreaterThan(60);

        form.moveScore(4);
        bench.pass(Duration.ofHours(2));
        model.keep();
        assertThat(bench.ask("select count(*) from review_leases")).isEqualTo("0");
        assertThat(prompt()).endsWith(" 1");

        model.active();
        assertThat(secondsLeft()).isGreaterThan(60);
        assertThat(form.scoreProperty().get()).isEqualTo(new Score(0.2));
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
        model.windowInUse(false);
        bench.pass(Duration.ofSeconds(40));
        model.windowInUse(true);
        bench.pass(Duration.ofSeconds(2));
        form.moveScore(1);
        model.submit();
        allSent();

        assertThat(bench.ask("select seconds_spent::integer from rewards")).isEqualTo("42");
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

    private int secondsLeft() {
        return Integer.parseInt(bench.ask("select extract(epoch from expires_at - now())::integer from review_leases"));
    }
}
