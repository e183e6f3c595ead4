package dev.rewarddesk.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.model.GuardRails;
import dev.rewarddesk.model.WorkspaceChange;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuardRailsViewModelTest {

    private final TestDesk desk = new TestDesk();
    private final AccountService account = desk.services(Path.of("unused")).account();
    private final RecordingNotices notices = new RecordingNotices();
    private GuardRailsViewModel model = model();

    @BeforeEach
    void startOver() {
        set(30, 2);
        model = model();
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void whatTheWorkspaceHasIsShown() {
        assertThat(model.rewards().value()).isEqualTo("30");
        assertThat(model.reviewers().value()).isEqualTo("2");
        assertThat(model.worseBy().value()).isEqualTo("0.05");
        assertThat(model.days().value()).isEqualTo("14");
        assertThat(model.changedProperty().get()).isFalse();
    }

    @Test
    void whatIsEnteredIsSavedAndEmptyTurnsOff() {
        model.rewards().textProperty().set("50");
        model.worseBy().textProperty().set("0");
        model.days().textProperty().set("");
        model.save();

        assertThat(account.guardRails().value()).isEqualTo(new GuardRails(50, 2, 0.0, null));
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(notices.told()).isNotEmpty();
    }

    @Test
    void leavingAndComingBackKeepsWhatWasEntered() {
        model.rewards().textProperty().set("77");

        model.visit();

        assertThat(model.rewards().value()).isEqualTo("77");
    }

    @ParameterizedTest
    @CsvSource({"-1,2,0,1", "x,2,0,1", "1,1.5,0,1", "1,2,3,1", "1,2,much,1", "1,2,0,0", "1,2,0,99999", "'',2,0,1"})
    void whatIsNoRailIsRefused(String rewards, String reviewers, String worseBy, String days) {
        model.rewards().textProperty().set(rewards);
        model.reviewers().textProperty().set(reviewers);
        model.worseBy().textProperty().set(worseBy);
        model.days().textProperty().set(days);

        model.save();

        assertThat(account.guardRails().value()).isEqualTo(new GuardRails(30, 2, -0.05, 14));
        assertThat(model.rewards().errorProperty().get()
                        + model.reviewers().errorProperty().get()
                        + model.worseBy().errorProperty().get()
                        + model.days().errorProperty().get())
                .isNotEmpty();
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsKept() {
        set(40, 2);
        model.reviewers().textProperty().set("3");

        model.save();

        assertThat(account.guardRails().value()).isEqualTo(new GuardRails(40, 3, -0.05, 14));
        assertThat(model.conflictProperty().get()).isEmpty();
        assertThat(model.changedProperty().get()).isFalse();
    }

    @Test
    void whereBothHaveChangedTheSameTheirsIsShownAndThePersonDecides() {
        set(40, 2);
        model.rewards().textProperty().set("50");

        model.save();

        assertThat(model.conflictProperty().get()).contains("rewards", "40");
        assertThat(model.rewards().value()).isEqualTo("50");
        assertThat(account.guardRails().value().rewards()).isEqualTo(40);
        model.keepMine();
        model.save();
        assertThat(account.guardRails().value().rewards()).isEqualTo(50);
    }

    @Test
    void theirsCanBeTakenInstead() {
        set(40, 2);
        model.rewards().textProperty().set("50");
        model.save();

        model.discard();

        assertThat(model.rewards().value()).isEqualTo("40");
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(model.conflictProperty().get()).isEmpty();
    }

    @Test
    void otherSettingsThatWereSavedMeanwhileAreNoConflict() {
        account.change(new WorkspaceChange(null, null, "newer"), account.workspace());
        model.rewards().textProperty().set("50");

        model.save();

        assertThat(account.guardRails().value().rewards()).isEqualTo(50);
        assertThat(account.workspace().guidelines()).isEqualTo("newer");
    }

    private void set(int rewards, int reviewers) {
        account.change(
                new GuardRails(rewards, reviewers, -0.05, 14),
                account.workspace().revision());
    }

    private GuardRailsViewModel model() {
        CurrentWorkspace workspace = desk.workspace();
        GuardRailsViewModel made = new GuardRailsViewModel(account, workspace, notices, Tasks.inline());
        made.visit();
        return made;
    }
}
