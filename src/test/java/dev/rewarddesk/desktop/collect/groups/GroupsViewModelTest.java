package dev.rewarddesk.desktop.collect.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.session.AlikeSite;
import dev.rewarddesk.collect.session.NearGroup;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deciding about images that were really held back. */
final class GroupsViewModelTest {

    @TempDir
    private Path folder;

    private TestDesk desk;
    private SupabaseClient owner;
    private AlikeSite site;
    private GroupsViewModel model;

    @BeforeEach
    void start() throws IOException {
        desk = new TestDesk();
        owner = RealWorkspace.owner(desk.backend());
        site = new AlikeSite(owner, folder);
        model = new GroupsViewModel(site.service(), Tasks.inline());
    }

    @AfterEach
    void stop() {
        site.close();
        owner.close();
        desk.close();
    }

    @Test
    void withoutAnythingHeldBackThereIsNoGroup() {
        model.load();

        assertThat(model.stateProperty().get()).isEqualTo(LoadState.LOADED);
        assertThat(model.groupProperty().get()).isEmpty();
        model.decide(Verdict.KEEP);
        model.decideAll(Verdict.DROP);
        model.undo();
        model.apply();
        assertThat(model.waiting(Verdict.KEEP)).isZero();
    }

    @Test
    void aDecisionGoesOnToTheNextImageAndDoesNothingYet() throws Exception {
        site.collect(2);
        model.load();

        model.decide(Verdict.DROP);

        assertThat(model.memberProperty().get()).isEqualTo(1);
        assertThat(model.at()).isZero();
        model.decide(Verdict.KEEP);
        assertThat(model.at()).isEqualTo(1);
        assertThat(model.memberProperty().get()).isZero();
        assertThat(model.waiting(Verdict.DROP)).isEqualTo(1);
        assertThat(model.waiting(Verdict.KEEP)).isEqualTo(1);
        assertThat(site.held()).hasSize(4);
    }

    @Test
    void decisionsAreUndoneStepByStepAndShownAgain() throws Exception {
        site.collect(2);
        model.load();
        NearGroup group = current();
        model.decide(Verdict.DROP);
        model.decideAll(Verdict.KEEP);
        assertThat(model.at()).isEqualTo(1);

        model.undo();

        assertThat(model.at()).isZero();
        assertThat(model.verdictOn(group.held().getFirst())).contains(Verdict.DROP);
        assertThat(model.verdictOn(group.held().getLast())).isEmpty();
        model.undo();
        assertThat(model.canUndo()).isFalse();
        assertThat(model.undecided()).isEqualTo(2);
        model.apply();
        assertThat(site.held()).hasSize(4);
    }

    @Test
    void whatIsAppliedIsKeptAndDropped() throws Exception {
        site.collect(2);
        model.load();
        List<NearGroup.Held> first = current().held();
        model.decide(Verdict.KEEP);
        model.decide(Verdict.DROP);

        model.apply();

        assertThat(site.held())
                .hasSize(2)
                .doesNotContain(first.getFirst().url(), first.getLast().url());
        assertThat(model.outcomeProperty().get()).isEqualTo("Done: 1 kept, 1 dropped.");
        assertThat(model.size()).isEqualTo(1);
        assertThat(model.canUndo()).isFalse();
    }

    @Test
    void whatSomebodyElseDecidedMeanwhileIsSaid() throws Exception {
        site.collect(1);
        model.load();
        long id = current().held().getFirst().id();
        site.service().keep(id);
        model.decideAll(Verdict.DROP);

        model.apply();

        assertThat(model.outcomeProperty().get()).contains("0 kept, 1 dropped. 1 had been decided about elsewhere");
        assertThat(model.groupProperty().get()).isEmpty();
    }

    @Test
    void whatTheWorkspaceCannotTakeStaysDecidedAndHeldBack() throws Exception {
        site.collect(1);
        AlikeSite cut = site;
        SupabaseClient line = desk.signIn(
                desk.backend().backend().access().ownerEmail(),
                desk.backend().backend().access().ownerPassword());
        try (AlikeSite other = new AlikeSite(line, folder)) {
            model = new GroupsViewModel(other.service(), Tasks.inline());
            model.load();
            model.decideAll(Verdict.KEEP);
            desk.cut();

            assertThat(model.mayLeave(() -> {
                        throw new AssertionError("It is told first");
                    }))
                    .isFalse();

            assertThat(model.problemProperty().get()).startsWith("2 decisions were not carried out");
            assertThat(model.waiting(Verdict.KEEP)).isEqualTo(2);
            assertThat(cut.held()).hasSize(2);
            assertThat(model.mayLeave(() -> {})).isTrue();
            desk.mend();
            model.apply();
            assertThat(model.problemProperty().get()).isEmpty();
            assertThat(cut.held()).isEmpty();
        } finally {
            line.close();
        }
    }

    @Test
    void movingStopsAtTheEnds() throws Exception {
        site.collect(2);
        model.load();

        model.previousMember();
        model.previousGroup();
        assertThat(model.at()).isZero();
        model.nextMember();
        model.nextMember();
        assertThat(model.at()).isEqualTo(1);
        model.previousMember();
        assertThat(model.at()).isZero();
        assertThat(model.memberProperty().get()).isEqualTo(1);
        model.nextGroup();
        model.nextGroup();
        assertThat(model.at()).isEqualTo(1);
        model.nextMember();
        model.nextMember();
        assertThat(model.memberProperty().get()).isEqualTo(1);
    }

    private NearGroup current() {
        return model.groupProperty().get().orElseThrow();
    }
}
