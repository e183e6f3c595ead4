package dev.rewarddesk.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.model.Workspace;
import dev.rewarddesk.model.WorkspaceChange;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing how reviewing works, on a real workspace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReviewRulesViewModelTest {

    private final TestDesk desk = new TestDesk();
    private final AccountService account = desk.services(Path.of("unused")).account();
    private CurrentWorkspace workspace = desk.workspace();
    private RecordingNotices notices = new RecordingNotices();
    private ReviewRulesViewModel model = model();

    @BeforeEach
    void startOver() {
        account.change(new WorkspaceChange(1, 600, ""), account.workspace());
        workspace = desk.workspace();
        notices = new RecordingNotices();
        model = model();
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void whatIsChangedIsSavedAndNothingElse() {
        model.overlap().textProperty().set("2");
        model.lease().textProperty().set("1,5");
        model.guidelines().textProperty().set("  # Look\n");
        assertThat(model.changedProperty().get()).isTrue();

        model.save();

        Workspace now = account.workspace();
        assertThat(now.overlap()).isEqualTo(2);
        assertThat(now.leaseSeconds()).isEqualTo(90);
        assertThat(now.guidelines()).isEqualTo("  # Look\n");
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(model.lease().textProperty().get()).isEqualTo("1.5");
        assertThat(notices.told()).hasSize(1);
        assertThat(workspace.workspaceProperty().get()).contains(now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "101", "two", "1.5", "-1", "99999999999999999999"})
    void anOverlapThatCannotBeIsSaidAtItsField(String typed) {
        model.overlap().textProperty().set(typed);

        model.save();

        assertThat(model.overlap().errorProperty().get()).contains("1 to 100");
        assertThat(account.workspace().overlap()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.1", "1441", "ten", "1e9", "1e999999999", "NaN", "-5"})
    void aLeaseThatCannotBeIsSaidAtItsField(String typed) {
        model.lease().textProperty().set(typed);

        model.save();

        assertThat(model.lease().errorProperty().get()).contains("1440");
        assertThat(account.workspace().leaseSeconds()).isEqualTo(600);
    }

    @Test
    void guidelinesThatAreTooLongAreSaidAtTheirField() {
        model.guidelines().textProperty().set("a".repeat(100_001));

        model.save();

        assertThat(model.guidelines().errorProperty().get()).contains("100,000", "100,001");
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsKept() {
        account.change(new WorkspaceChange(3, null, null), account.workspace());
        model.guidelines().textProperty().set("mine");

        model.save();

        assertThat(account.workspace().overlap()).isEqualTo(3);
        assertThat(account.workspace().guidelines()).isEqualTo("mine");
        assertThat(model.overlap().textProperty().get()).isEqualTo("3");
        assertThat(model.conflictProperty().get()).isEmpty();
    }

    @Test
    void whereBothHaveChangedTheSameThePersonDecides() {
        account.change(new WorkspaceChange(null, null, "theirs"), account.workspace());
        model.guidelines().textProperty().set("mine");

        model.save();

        assertThat(model.conflictProperty().get()).contains("Guidelines");
        assertThat(model.guidelines().textProperty().get()).isEqualTo("mine");
        assertThat(account.workspace().guidelines()).isEqualTo("theirs");
        assertThat(model.theirGuidelinesProperty().get()).contains("theirs");
        model.keepMine();
        assertThat(model.theirGuidelinesProperty().get()).isEmpty();
        model.save();
        assertThat(account.workspace().guidelines()).isEqualTo("mine");
    }

    @Test
    void theirsCanBeTakenInstead() {
        account.change(new WorkspaceChange(null, null, "theirs"), account.workspace());
        model.guidelines().textProperty().set("mine");
        model.save();

        model.discard();

        assertThat(model.guidelines().textProperty().get()).isEqualTo("theirs");
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(model.conflictProperty().get()).isEmpty();
    }

    @Test
    void whatIsHeardWhileSomebodyWritesTakesNothingAway() {
        model.guidelines().textProperty().set("mine");
        account.change(new WorkspaceChange(4, null, "theirs"), account.workspace());

        workspace.refresh();

        assertThat(model.guidelines().textProperty().get()).isEqualTo("mine");
        model.discard();
        assertThat(model.overlap().textProperty().get()).isEqualTo("4");
        assertThat(model.guidelines().textProperty().get()).isEqualTo("theirs");
    }

    private ReviewRulesViewModel model() {
        return new ReviewRulesViewModel(account, workspace, notices, Tasks.inline());
    }
}
