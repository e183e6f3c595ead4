package dev.rewarddesk.desktop.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.model.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NewCheckpointViewModelTest {

    private final TestDesk desk = new TestDesk();
    private final List<Checkpoint> made = new ArrayList<>();

    @BeforeAll
    void takeAVersion() {
        desk.checkpoint("taken");
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void whatIsFilledInIsRecorded() {
        NewCheckpointViewModel form = form(" v7 ", "weights/v7", "12", "-0.5");

        form.submit();

        assertThat(form.doneProperty().get()).isTrue();
        assertThat(made).singleElement().satisfies(checkpoint -> {
            assertThat(checkpoint.version()).isEqualTo("v7");
            assertThat(checkpoint.epoch()).isEqualTo(12);
            assertThat(checkpoint.avgReward()).isEqualTo(-0.5);
            assertThat(checkpoint.active()).isFalse();
        });
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        NewCheckpointViewModel form = form(" ", "", "1.5", "much");

        form.submit();

        assertThat(form.version().errorProperty().get()).isNotEmpty();
        assertThat(form.storageKey().errorProperty().get()).isNotEmpty();
        assertThat(form.epoch().errorProperty().get()).isNotEmpty();
        assertThat(form.avgReward().errorProperty().get()).isNotEmpty();
        assertThat(form.doneProperty().get()).isFalse();
    }

    @Test
    void aTakenVersionIsToldAtItsFieldUntilItIsChanged() {
        NewCheckpointViewModel form = form("taken", "weights/x", "0", "0");

        form.submit();

        assertThat(form.doneProperty().get()).isFalse();
        assertThat(form.version().errorProperty().get()).contains("taken");
        form.version().textProperty().set("taken-2");
        assertThat(form.version().errorProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "1e10", "Infinity", "0,5"})
    void anAverageThatIsNoOrdinaryNumberIsRefused(String text) {
        NewCheckpointViewModel form = form("v", "k", "0", text);

        form.submit();

        assertThat(form.avgReward().errorProperty().get()).isNotEmpty();
    }

    private NewCheckpointViewModel form(String version, String key, String epoch, String reward) {
        NewCheckpointViewModel form = new NewCheckpointViewModel(desk.checkpoints(), Tasks.inline(), made::add);
        form.version().textProperty().set(version);
        form.storageKey().textProperty().set(key);
        form.epoch().textProperty().set(epoch);
        form.avgReward().textProperty().set(reward);
        return form;
    }
}
