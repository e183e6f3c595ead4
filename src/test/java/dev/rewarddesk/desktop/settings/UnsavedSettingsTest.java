package dev.rewarddesk.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Leaving the settings screen, on a real workspace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UnsavedSettingsTest {

    private final TestDesk desk = new TestDesk();
    private final AccountService account = desk.services(Path.of("unused")).account();
    private final CurrentWorkspace workspace = desk.workspace();
    private final RecordingNotices notices = new RecordingNotices();
    private final ReviewRulesViewModel rules = new ReviewRulesViewModel(account, workspace, notices, Tasks.inline());
    private final GuardRailsViewModel rails = new GuardRailsViewModel(account, workspace, notices, Tasks.inline());
    private final UnsavedSettings unsaved = new UnsavedSettings(notices, rules, rails);
    private final AtomicInteger left = new AtomicInteger();

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void leavingAsksOnceAboutAllThatIsNotSavedAndGoesOnAfterAYes() {
        rails.visit();
        assertThat(unsaved.mayLeave(left::incrementAndGet)).isTrue();
        rules.overlap().textProperty().set("2");
        rails.rewards().textProperty().set("77");

        assertThat(unsaved.mayLeave(left::incrementAndGet)).isFalse();
        assertThat(left).hasValue(0);
        notices.sayYes();
        assertThat(unsaved.mayLeave(left::incrementAndGet)).isFalse();

        assertThat(left).hasValue(1);
        assertThat(rules.changedProperty().get()).isFalse();
        assertThat(rails.changedProperty().get()).isFalse();
        assertThat(rails.rewards().value()).isEqualTo("0");
        assertThat(notices.questions()).hasSize(2);
    }
}
