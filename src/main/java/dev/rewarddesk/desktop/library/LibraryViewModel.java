package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.image.ImageSource;
import dev.rewarddesk.desktop.image.PictureMemory;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.sending.Sending;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.Facets;
import dev.rewarddesk.model.ItemFilter;
import dev.rewarddesk.model.Page;
import dev.rewarddesk.model.ResponseStatus;
import dev.rewarddesk.model.RewardFilter;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.settings.SensitiveImages;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The library: which shelf is looked at, what is looked for there, and the response that is open beside it. */
public final class LibraryViewModel implements DetailViewModel.Changes {

    private static final long THUMBNAIL_BYTES = 24L << 20;

    private final LibraryService service;
    private final CurrentWorkspace workspace;
    private final Tasks tasks;
    private final InstantSource clock;
    private final Filters filters = new Filters(this::refill);
    private final Paging paging;
    private final Thumbnails thumbnails;
    private final Veils veils;
    private final DetailViewModel detail;
    private final ReadOnlyObjectWrapper<Shelf> shelf = new ReadOnlyObjectWrapper<>(Shelf.RESPONSES);
    private final ReadOnlyObjectWrapper<Facets> facets = new ReadOnlyObjectWrapper<>(Facets.NONE);
    private final ReadOnlyObjectWrapper<Optional<Long>> flagged = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param outgoing takes changes of own rewards
     * @param sending tells what became of them
     * @param source where whole images come from
     * @param memory where they are kept at hand
     * @param blurred which pictures are not shown before the person asks to see them
     */
    public LibraryViewModel(
            LibraryService service,
            Outgoing outgoing,
            Sending sending,
            ImageSource source,
            PictureMemory memory,
            CurrentWorkspace workspace,
            Tasks tasks,
            Notices notices,
            InstantSource clock,
            ObservableValue<SensitiveImages> blurred) {
        this.service = service;
        this.workspace = workspace;
        this.tasks = tasks;
        this.clock = clock;
        this.paging = new Paging(tasks, workspace::noticed);
        this.thumbnails = new Thumbnails(
                (image, url) -> service.thumbnail(image, url, Thumbnails.WIDTH, Thumbnails.HEIGHT),
                tasks,
                THUMBNAIL_BYTES);
        this.veils = new Veils(blurred);
        this.detail = new DetailViewModel(
                service,
                new OwnChanges(outgoing, clock),
                new Gallery(source, memory, veils, tasks),
                tasks,
                notices,
                this);
        sending.hear(detail::hear);
    }

    /** What is looked for. */
    public Filters filters() {
        return filters;
    }

    /** What is found. */
    public Paging paging() {
        return paging;
    }

    /** What is open beside the list. */
    public DetailViewModel detail() {
        return detail;
    }

    Thumbnails thumbnails() {
        return thumbnails;
    }

    Veils veils() {
        return veils;
    }

    /** What is listed. */
    public ReadOnlyObjectProperty<Shelf> shelfProperty() {
        return shelf.getReadOnlyProperty();
    }

    /** What can be filtered by. */
    public ReadOnlyObjectProperty<Facets> facetsProperty() {
        return facets.getReadOnlyProperty();
    }

    /** How many responses wait for a lead's look; empty until known. */
    public ReadOnlyObjectProperty<Optional<Long>> flaggedProperty() {
        return flagged.getReadOnlyProperty();
    }

    /** Whether this person may look at what is flagged, and delete. */
    public ObservableValue<Boolean> maySteer() {
        return workspace.workspaceProperty().map(_ -> workspace.maySteer());
    }

    /** How much was found, in words. */
    public ObservableValue<String> countText() {
        return paging.lastProperty().map(page -> {
            boolean rewards = shelf.get() == Shelf.REWARDS;
            if (page.isUncounted()) {
                return Texts.of(
                        rewards ? "library.count.rewards.more" : "library.count.responses.more", Page.MOST_COUNTED);
            }
            return Texts.of(rewards ? "library.count.rewards" : "library.count.responses", page.total());
        });
    }

    /** Loads everything again, and what can be filtered by. */
    public void load() {
        refill();
        detail.reload();
        tasks.run(service::facets)
                .onSuccess(facets::set)
                // The list says what is wrong; without facets one can still search.
                .onFailure(ServiceFailure.class, workspace::noticed)
                .start();
        countFlagged();
    }

    /** Lists something else. */
    public void show(Shelf wanted) {
        if (wanted == shelf.get() || (wanted == Shelf.FLAGGED && !workspace.maySteer())) {
            return;
        }
        shelf.set(wanted);
        refill();
    }

    /** Opens the row's response beside the list. */
    public void open(LibraryRow row) {
        detail.open(row.responseId());
    }

    @Override
    public void changed(DetailState.Open now) {
        UUID id = now.entry().response().id();
        ResponseStatus status = now.entry().response().status();
        Shelf here = shelf.get();
        boolean moved = paging.rows().stream()
                .anyMatch(row -> row.responseId().equals(id)
                        && row.standing() instanceof LibraryRow.Standing.OfResponse known
                        && known.status() != status);
        paging.change(row -> row.responseId().equals(id) ? rowOf(row, now, here) : row);
        if (moved) {
            countFlagged();
        }
    }

    @Override
    public void deleted(UUID responseId) {
        paging.change(row -> row.responseId().equals(responseId) ? null : row);
        countFlagged();
    }

    private static @Nullable LibraryRow rowOf(LibraryRow before, DetailState.Open now, Shelf here) {
        return switch (here) {
            case RESPONSES -> LibraryRow.of(now.entry());
            case FLAGGED ->
                now.entry().response().status() == ResponseStatus.FLAGGED ? LibraryRow.of(now.entry()) : null;
            case REWARDS ->
                now.rewards().stream()
                        .filter(entry -> entry.reward().id().equals(before.id()))
                        .findAny()
                        .map(LibraryRow::of)
                        .orElse(null);
        };
    }

    private void refill() {
        ItemFilter items = filters.items();
        paging.begin(
                switch (shelf.get()) {
                    case RESPONSES -> responses(items, filters.statusProperty().get());
                    case FLAGGED -> responses(items, ResponseStatus.FLAGGED);
                    case REWARDS -> rewards(filters.rewards(clock.instant(), ZoneId.systemDefault()));
                });
    }

    private Paging.Source responses(ItemFilter items, @Nullable ResponseStatus status) {
        return cursor -> rows(service.responses(items, status, cursor), LibraryRow::of);
    }

    private Paging.Source rewards(RewardFilter filter) {
        return cursor -> rows(service.rewards(filter, cursor), LibraryRow::of);
    }

    private void countFlagged() {
        if (workspace.maySteer()) {
            tasks.run(service::flagged)
                    .onSuccess(count -> flagged.set(Optional.of(count)))
                    .onFailure(ServiceFailure.class, workspace::noticed)
                    .start();
        }
    }

    private static <T> Page<LibraryRow> rows(Page<T> page, Function<T, LibraryRow> row) {
        return new Page<>(page.rows().stream().map(row).toList(), page.total(), page.next());
    }
}
