package dev.rewarddesk.desktop.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.desktop.RatedDesk;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EvidenceViewModelTest {

    @SuppressWarnings("NullAway.Init")
    private RatedDesk desk;

    @BeforeAll
    void rate(@TempDir Path folder) throws IOException {
        desk = new RatedDesk(folder);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void whatPeopleGaveIsShown() {
        EvidenceViewModel model = model(Tasks.inline());
        assertThat(model.stateProperty().get()).isInstanceOf(EvidenceState.None.class);

        model.show(desk.checkpoint("one"));

        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(EvidenceState.Known.class, known -> {
            assertThat(known.evidence().summary().rewards()).isEqualTo(4);
            assertThat(known.evidence().summary().reviewers()).isEqualTo(2);
        });
    }

    @Test
    void oneThatNobodyScoredSaysSo() {
        EvidenceViewModel model = model(Tasks.inline());

        model.show(desk.desk().checkpoint("unscored"));

        assertThat(model.stateProperty().get()).isInstanceOf(EvidenceState.Unscored.class);
    }

    @Test
    void annotatorsAreToldWhyTheySeeNone() {
        try (SupabaseClient client = RealWorkspace.annotator(desk.desk().backend(), "ann")) {
            CurrentWorkspace workspace = new CurrentWorkspace(new AccountService(client), Tasks.inline());
            EvidenceViewModel model = new EvidenceViewModel(new CheckpointService(client), workspace, Tasks.inline());
            model.show(desk.checkpoint("one"));
            assertThat(model.stateProperty().get()).isInstanceOf(EvidenceState.Loading.class);

            workspace.refresh();

            assertThat(model.stateProperty().get()).isInstanceOf(EvidenceState.ForLeads.class);
        }
    }

    @Test
    void oneThatIsGoneSaysSo() {
        EvidenceViewModel model = model(Tasks.inline());
        Checkpoint gone = desk.desk().checkpoint("gone");
        desk.desk().checkpoints().delete(gone);

        model.show(gone);

        assertThat(model.stateProperty().get()).isInstanceOf(EvidenceState.Failed.class);
    }

    @Test
    void whoGoesThroughTheListSeesWhereTheyStoppedAndAsksForNoMore() {
        Deque<Runnable> work = new ArrayDeque<>();
        EvidenceViewModel model = model(new Tasks(work::add, Runnable::run, failure -> {
            throw new AssertionError(failure);
        }));

        model.show(desk.checkpoint("one"));
        model.show(desk.desk().checkpoint("passed by"));
        model.show(desk.checkpoint("two"));
        assertThat(work).hasSize(1);
        Objects.requireNonNull(work.poll()).run();
        assertThat(model.stateProperty().get()).isInstanceOf(EvidenceState.Loading.class);
        assertThat(work).hasSize(1);
        Objects.requireNonNull(work.poll()).run();

        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        EvidenceState.Known.class,
                        known -> assertThat(known.evidence().checkpoint().version())
                                .isEqualTo("two"));
        assertThat(work).isEmpty();
    }

    private EvidenceViewModel model(Tasks tasks) {
        return new EvidenceViewModel(desk.desk().checkpoints(), desk.desk().workspace(), tasks);
    }
}
