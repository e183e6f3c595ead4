package dev.rewarddesk.desktop.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Page;
import dev.rewarddesk.model.ResponseStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PagingTest {

    private final List<ServiceFailure> failures = new ArrayList<>();

    @Test
    void pagesAreAddedUntilThereAreNoMore() {
        Paging paging = new Paging(Tasks.inline(), failures::add);
        paging.begin(pages(3));

        assertThat(names(paging)).containsExactly("p0");
        paging.more();
        paging.more();
        assertThat(names(paging)).containsExactly("p0", "p1", "p2");
        paging.more();
        assertThat(names(paging)).hasSize(3);
        assertThat(paging.loadingMoreProperty().get()).isFalse();
    }

    @Test
    void whatComesTooLateIsDropped() {
        List<Runnable> background = new ArrayList<>();
        Paging paging = new Paging(new Tasks(background::add, Runnable::run, PagingTest::fail), failures::add);
        paging.begin(_ -> page("old", Optional.of("1")));
        paging.begin(_ -> page("new", Optional.of("1")));

        background.get(1).run();
        background.get(0).run();
        assertThat(names(paging)).containsExactly("new");

        paging.more();
        paging.begin(_ -> page("newest", Optional.empty()));
        assertThat(paging.loadingMoreProperty().get()).isFalse();
        background.get(3).run();
        background.get(2).run();
        assertThat(names(paging)).containsExactly("newest");
    }

    @Test
    void theNextPageIsFetchedOnceAtATime() {
        List<Runnable> background = new ArrayList<>();
        Paging paging = new Paging(new Tasks(background::add, Runnable::run, PagingTest::fail), failures::add);
        paging.begin(pages(5));
        paging.more();
        assertThat(background).hasSize(1);
        background.getFirst().run();

        paging.more();
        paging.more();

        assertThat(background).hasSize(2);
        assertThat(paging.loadingMoreProperty().get()).isTrue();
    }

    @Test
    void aPageThatFailsIsToldAndOnlyTriedAgainWhenAsked() {
        boolean[] broken = {true};
        Paging paging = new Paging(Tasks.inline(), failures::add);
        paging.begin(cursor -> {
            if (cursor != null && broken[0]) {
                throw new ServiceFailure.Offline("The workspace does not answer.", null);
            }
            return page(cursor == null ? "first" : "second", cursor == null ? Optional.of("1") : Optional.empty());
        });

        paging.more();
        paging.more();
        assertThat(paging.problemWithMoreProperty().get()).contains("does not answer");
        assertThat(failures).hasSize(1);
        assertThat(names(paging)).containsExactly("first");

        broken[0] = false;
        paging.moreAgain();
        assertThat(paging.problemWithMoreProperty().get()).isEmpty();
        assertThat(names(paging)).containsExactly("first", "second");
    }

    @Test
    void aListThatFailsIsToldAndEmpty() {
        Paging paging = new Paging(Tasks.inline(), failures::add);
        paging.begin(pages(1));
        paging.begin(_ -> {
            throw new ServiceFailure.Offline("The workspace does not answer.", null);
        });

        assertThat(paging.stateProperty().get()).isEqualTo(LoadState.FAILED);
        assertThat(paging.problemProperty().get()).contains("does not answer");
        assertThat(paging.rows()).isEmpty();

        paging.begin(pages(1));
        assertThat(paging.stateProperty().get()).isEqualTo(LoadState.LOADED);
    }

    @Test
    void whatGoesIsNotCountedAnyMore() {
        Paging paging = new Paging(Tasks.inline(), failures::add);
        paging.begin(_ ->
                new Page<>(IntStream.range(0, 4).mapToObj(i -> row("r" + i)).toList(), 4, Optional.empty()));

        paging.change(row -> row.prompt().equals("r2") ? null : row);

        assertThat(names(paging)).containsExactly("r0", "r1", "r3");
        assertThat(paging.lastProperty().get().total()).isEqualTo(3);
    }

    private static Paging.Source pages(int count) {
        return cursor -> {
            int page = cursor == null ? 0 : Integer.parseInt(cursor);
            return page("p" + page, page + 1 < count ? Optional.of(String.valueOf(page + 1)) : Optional.empty());
        };
    }

    private static Page<LibraryRow> page(String name, Optional<String> next) {
        return new Page<>(List.of(row(name)), 1, next);
    }

    private static LibraryRow row(String name) {
        UUID id = UUID.randomUUID();
        return new LibraryRow(
                id,
                id,
                null,
                null,
                name,
                "answer",
                "model",
                Instant.EPOCH,
                new LibraryRow.Standing.OfResponse(ResponseStatus.PENDING, 0, null, null, List.of()));
    }

    private static List<String> names(Paging paging) {
        return paging.rows().stream().map(LibraryRow::prompt).toList();
    }

    private static void fail(Throwable failure) {
        throw new AssertionError(failure);
    }
}
