package dev.rewarddesk.desktop.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ResponseStatus;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.RewardEntry;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.settings.SensitiveImages;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LibraryViewModelTest {

    private final Stock stock = new Stock();
    private final LibraryViewModel library = stock.library(Tasks.inline());
    private final DetailViewModel detail = library.detail();

    @AfterEach
    void close() {
        stock.close();
    }

    @Test
    void theListGrowsPageByPageToItsEnd() {
        int count = 2 * LibraryService.PAGE + 5;
        for (int i = 0; i < count; i++) {
            stock.respond("answer " + i);
        }
        library.load();
        assertThat(library.paging().rows()).hasSize(LibraryService.PAGE);
        assertThat(library.countText().getValue()).isEqualTo(count + " responses");

        library.paging().more();
        library.paging().more();
        library.paging().more();

        assertThat(library.paging().rows())
                .extracting(LibraryRow::id)
                .hasSize(count)
                .doesNotHaveDuplicates();
        assertThat(library.paging().rows().getLast().answer()).isEqualTo("answer 0");
    }

    @Test
    void whatIsLookedForIsListed() {
        UUID boats = stock.respond("How many boats?", "Four.", "m1", stock.upload("harbour", 40, 30));
        UUID cars = stock.respond("How many cars?", "Five.", "m2", null);
        stock.give(cars, 0.5, "one is a bus");
        library.load();
        Filters filters = library.filters();
        assertThat(library.facetsProperty().get().models()).hasSize(2);

        filters.wordsProperty().set("boats");
        assertThat(ids()).containsExactly(boats);
        filters.modelProperty().set("m2");
        assertThat(ids()).isEmpty();
        filters.clear();
        assertThat(ids()).containsExactly(cars, boats);
        assertThat(filters.anyProperty().get()).isTrue();
        filters.categoryProperty().set("harbour");
        assertThat(ids()).containsExactly(boats);
        filters.clear();
        filters.statusProperty().set(ResponseStatus.REVIEWED);
        assertThat(ids()).containsExactly(cars);

        library.show(Shelf.REWARDS);
        assertThat(library.paging().rows()).hasSize(1);
        assertThat(library.countText().getValue()).isEqualTo("1 reward");
        filters.lowestProperty().set(new Score(0.75));
        assertThat(library.paging().rows()).isEmpty();
        filters.clear();
        filters.highestProperty().set(new Score(0.5));
        filters.wordsProperty().set("bus");
        filters.periodProperty().set(Period.TODAY);
        assertThat(ids()).containsExactly(cars);
        filters.periodProperty().set(Period.YESTERDAY);
        assertThat(library.paging().rows()).isEmpty();
    }

    @Test
    void clearingAsksTheWorkspaceOnce() {
        int[] changes = {0};
        Filters filters = new Filters(() -> changes[0]++);
        filters.wordsProperty().set("x");
        filters.typeProperty().set(FeedbackType.LIKE);
        filters.lowestProperty().set(Score.ZERO);
        assertThat(changes[0]).isEqualTo(3);

        filters.clear();
        filters.clear();

        assertThat(changes[0]).isEqualTo(4);
        assertThat(filters.typeProperty().get()).isNull();
    }

    @Test
    void aResponseIsOpenedWithImageTextAndRewards() {
        UUID id = stock.respond("How many?", "Four.\n\nOr five.", "m", stock.upload("harbour", 400, 300));
        stock.give(id, 0.5, "fine");
        stock.give(stock.desk.backend().annotator("ann"), id, -0.5, "no");
        library.load();

        library.open(library.paging().rows().getFirst());

        DetailState.Open open = open();
        assertThat(open.entry().response().responseText()).isEqualTo("Four.\n\nOr five.");
        assertThat(open.rewards()).extracting(RewardEntry::reviewerName).contains("ann");
        assertThat(open.own()).map(Reward::comment).contains("fine");
        assertThat(detail.gallery().pictureProperty().get()).isInstanceOf(PictureState.Ready.class);

        detail.close();
        assertThat(detail.stateProperty().get()).isEqualTo(new DetailState.Closed());
        assertThat(detail.gallery().pictureProperty().get()).isEqualTo(new PictureState.None());
    }

    @Test
    void anOwnRewardIsChangedAndTheListAndTheHistoryKnow() {
        UUID id = stock.respond("Four.");
        stock.give(id, 0.5, "fine");
        library.load();
        library.open(library.paging().rows().getFirst());

        RewardEditViewModel edit = edit();
        assertThat(edit.isChanged()).isFalse();
        edit.choose(FeedbackType.DISLIKE);
        assertThat(edit.scoreProperty().get())
                .as("set by hand before, so it stays")
                .isEqualTo(new Score(0.5));
        edit.setScore(new Score(-0.5));
        edit.chooseQuality(1);
        assertThat(edit.scoreProperty().get())
                .as("the suggested one, so it follows")
                .isEqualTo(new Score(-0.9));
        edit.commentProperty().set(" miscounted ");
        edit.save();

        assertThat(detail.editingProperty().get()).isEmpty();
        assertThat(open().own()).map(Reward::score).contains(new Score(-0.9));
        stock.arrived();
        detail.reload();
        assertThat(open().change()).isEqualTo(new OwnChange.None());
        Reward now = open().own().orElseThrow();
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.score()).isEqualTo(new Score(-0.9));
        assertThat(now.feedback()).isEqualTo(new Feedback(FeedbackType.DISLIKE, 1));
        assertThat(now.comment()).isEqualTo("miscounted");
        assertThat(library.paging().rows().getFirst().standing())
                .isInstanceOfSatisfying(
                        LibraryRow.Standing.OfResponse.class,
                        standing -> assertThat(standing.own()).isEqualTo(new Score(-0.9)));
        detail.showHistory(now.id());
        assertThat(detail.histories().get(now.id()))
                .singleElement()
                .satisfies(former -> assertThat(former.reward().comment()).isEqualTo("fine"));
    }

    @Test
    void whoWasSlowerSeesBothAndChooses() {
        UUID id = stock.respond("Four.");
        stock.give(id, 0.5, "fine");
        library.load();
        library.open(library.paging().rows().getFirst());
        RewardEditViewModel edit = edit();
        stock.changeElsewhere(id, 0.25, "elsewhere");
        edit.setScore(new Score(1));
        edit.save();
        stock.arrived();
        detail.reload();
        assertThat(open().change()).isInstanceOf(OwnChange.NotTaken.class);
        assertThat(open().own()).map(Reward::comment).contains("elsewhere");

        RewardEditViewModel choice = edit();
        assertThat(choice.scoreProperty().get()).isEqualTo(new Score(1));
        assertThat(choice.otherProperty().get()).map(Reward::comment).contains("elsewhere");
        choice.save();
        assertThat(stock.reward(id).comment()).as("not before one chooses").isEqualTo("elsewhere");
        choice.keepMine();
        stock.arrived();

        assertThat(stock.reward(id).score()).isEqualTo(new Score(1));
        assertThat(stock.service.history(stock.reward(id).id())).hasSize(2);
        assertThat(stock.desk.outgoing().refused()).isEmpty();
    }

    @Test
    void whatWasNotTakenIsGivenUpForWhatIsSaved() {
        UUID id = stock.respond("Four.");
        stock.give(id, 0.5, "fine");
        library.load();
        library.open(library.paging().rows().getFirst());
        RewardEditViewModel edit = edit();
        stock.changeElsewhere(id, 0, "there");
        edit.setScore(new Score(-1));
        edit.save();
        stock.arrived();
        detail.reload();

        edit().takeOther();

        assertThat(detail.editingProperty().get()).isEmpty();
        assertThat(open().own()).map(Reward::comment).contains("there");
        assertThat(open().change()).isEqualTo(new OwnChange.None());
        assertThat(stock.desk.outgoing().refused()).isEmpty();
    }

    @Test
    void changesMadeWithoutALineAreShownAndArriveInOrder() {
        UUID id = stock.respond("Four.");
        stock.give(id, 0.5, "fine");
        library.load();
        library.open(library.paging().rows().getFirst());
        stock.desk.cut();

        edit().setScore(new Score(-1));
        detail.editingProperty().get().orElseThrow().save();
        assertThat(open().change()).isInstanceOf(OwnChange.Waiting.class);
        RewardEditViewModel second = edit();
        assertThat(second.scoreProperty().get()).isEqualTo(new Score(-1));
        second.commentProperty().set("on second thought");
        second.save();

        assertThat(open().own()).map(Reward::comment).contains("on second thought");
        assertThat(open().rewards()).extracting(entry -> entry.reward().score()).containsExactly(new Score(-1));
        assertThat(detail.editingProperty().get()).isEmpty();
        stock.desk.mend();
        stock.desk.outgoing().hurry();
        stock.arrived();
        assertThat(stock.reward(id).comment()).isEqualTo("on second thought");
        assertThat(stock.reward(id).revision()).isEqualTo(3);
        assertThat(stock.desk.outgoing().refused()).isEmpty();
    }

    @Test
    void anImageThatWasShownIsAtHandWithoutTheWorkspace() {
        UUID first = stock.respond("How many?", "Four.", "m", stock.upload("harbour", 400, 300));
        library.load();
        library.open(library.paging().rows().getFirst());
        assertThat(detail.gallery().pictureProperty().get()).isInstanceOf(PictureState.Ready.class);
        Image image = Objects.requireNonNull(open().entry().image());
        assertThat(open().entry().response().id()).isEqualTo(first);

        assertThat(stock.desk.services(Path.of("no-sample")).pictures().files().read(image.sha256()))
                .isPresent();
        stock.desk.cut();
        detail.gallery().show(null);
        detail.gallery().show(image);
        assertThat(detail.gallery().pictureProperty().get()).isInstanceOf(PictureState.Ready.class);
    }

    @Test
    void whatWasChangedAndNotSavedIsNotLostByOpeningSomethingElse() {
        stock.respond("One.");
        UUID second = stock.respond("Two.");
        stock.give(second, 0.5, "");
        library.load();
        library.open(library.paging().rows().getFirst());
        edit().moveScore(-3);

        library.open(library.paging().rows().getLast());
        detail.close();

        assertThat(stock.notices.questions()).hasSize(2);
        assertThat(detail.mayLeave(() -> {})).isFalse();
        assertThat(open().entry().response().id()).isEqualTo(second);
        assertThat(detail.editingProperty().get()).isPresent();

        stock.notices.sayYes();
        library.open(library.paging().rows().getLast());
        assertThat(open().entry().response().id()).isNotEqualTo(second);
        assertThat(detail.mayLeave(() -> {})).isTrue();
    }

    @Test
    void aLeadPutsWhatIsFlaggedBackIntoTheQueue() {
        UUID id = stock.respond("One.");
        stock.respond("Two.");
        stock.flag(id, "seen before");
        library.load();
        assertThat(library.flaggedProperty().get()).contains(1L);
        library.show(Shelf.FLAGGED);
        assertThat(ids()).containsExactly(id);
        library.open(library.paging().rows().getFirst());
        assertThat(open().entry().flags()).singleElement().satisfies(flag -> {
            assertThat(flag.comment()).isEqualTo("seen before");
            assertThat(flag.reviewerName()).isEqualTo("ann");
        });

        detail.unflag();

        assertThat(open().entry().response().status()).isEqualTo(ResponseStatus.PENDING);
        assertThat(library.paging().rows()).isEmpty();
        assertThat(library.countText().getValue()).isEqualTo("No responses");
        assertThat(library.flaggedProperty().get()).contains(0L);
        assertThat(stock.notices.failures()).isEmpty();
    }

    @Test
    void whatIsNotSafeIsShownOnlyWhenAskedFor() {
        UUID id = stock.respond("How many?", "Four.", "m", stock.upload("harbour", 400, 300));
        stock.flag(id, "not_safe", "");
        library.load();
        LibraryRow row = library.paging().rows().getFirst();
        assertThat(library.veils().hides(Objects.requireNonNull(row.image()))).isTrue();

        library.open(row);
        assertThat(detail.gallery().pictureProperty().get()).isInstanceOf(PictureState.Veiled.class);
        detail.gallery().reveal();
        assertThat(detail.gallery().pictureProperty().get()).isInstanceOf(PictureState.Ready.class);
        stock.blurred.set(SensitiveImages.NEVER);
        detail.close();
        library.open(row);
        assertThat(detail.gallery().pictureProperty().get()).isInstanceOf(PictureState.Ready.class);
    }

    @Test
    void aResponseIsDeletedAfterAskingOnly() {
        UUID id = stock.respond("One.");
        library.load();
        library.open(library.paging().rows().getFirst());

        detail.delete();
        assertThat(stock.service.response(id)).isNotNull();

        stock.notices.sayYes();
        detail.delete();
        assertThat(library.paging().rows()).isEmpty();
        assertThat(detail.stateProperty().get()).isEqualTo(new DetailState.Closed());
    }

    @Test
    void aReviewerSeesNoFlaggedShelf() {
        stock.flag(stock.respond("One."), "");
        try (SupabaseClient client = RealWorkspace.annotator(stock.desk.backend(), "bob")) {
            CurrentWorkspace workspace = new CurrentWorkspace(new AccountService(client), Tasks.inline());
            workspace.refresh();
            LibraryViewModel theirs =
                    stock.library(new LibraryService(client), workspace, Tasks.inline(), new RecordingNotices());
            theirs.load();
            theirs.show(Shelf.FLAGGED);

            assertThat(theirs.maySteer().getValue()).isFalse();
            assertThat(theirs.shelfProperty().get()).isEqualTo(Shelf.RESPONSES);
            assertThat(theirs.flaggedProperty().get()).isEmpty();
            assertThat(theirs.paging().rows()).hasSize(1);
        }
    }

    @Test
    void aWorkspaceThatDoesNotAnswerIsSaid() {
        stock.respond("One.");
        library.load();
        library.open(library.paging().rows().getFirst());
        stock.desk.backend().backend().close();

        library.load();

        assertThat(library.paging().stateProperty().get()).isEqualTo(LoadState.FAILED);
        assertThat(library.paging().problemProperty().get()).isNotEmpty();
        assertThat(detail.stateProperty().get()).isInstanceOf(DetailState.Failed.class);
    }

    private List<UUID> ids() {
        return library.paging().rows().stream().map(LibraryRow::responseId).toList();
    }

    private DetailState.Open open() {
        return (DetailState.Open) detail.stateProperty().get();
    }

    private RewardEditViewModel edit() {
        detail.edit();
        return detail.editingProperty().get().orElseThrow();
    }
}
