package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.ScoreText;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Facets;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.ResponseStatus;
import dev.rewarddesk.model.RewardSource;
import dev.rewarddesk.model.Score;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Where one says what is looked for. */
final class FilterBarView {

    // Longer than between two letters of somebody who types.
    private static final Duration AFTER_TYPING = Duration.millis(250);

    private final LibraryViewModel model;
    private final Filters filters;
    private final Runnable done;
    private final PauseTransition typing = new PauseTransition(AFTER_TYPING);
    private final Parent root;

    @FXML
    private TextField search;

    @FXML
    private ComboBox<Choice<String>> modelName;

    @FXML
    private ComboBox<Choice<String>> category;

    @FXML
    private ComboBox<Choice<String>> session;

    @FXML
    private ComboBox<Choice<ResponseStatus>> status;

    @FXML
    private ComboBox<Choice<FeedbackType>> type;

    @FXML
    private ComboBox<Choice<Score>> lowest;

    @FXML
    private ComboBox<Choice<Score>> highest;

    @FXML
    private ComboBox<Choice<RewardSource>> source;

    @FXML
    private ComboBox<Choice<UUID>> reviewer;

    @FXML
    private ComboBox<Choice<Period>> period;

    @FXML
    private Button clear;

    /** @param done run when the person wants to go to what was found */
    FilterBarView(LibraryViewModel model, Runnable done) {
        this.model = model;
        this.filters = model.filters();
        this.done = done;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    /** Puts the focus where words are typed. */
    void beginSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Whether words are being typed. */
    boolean isSearching() {
        return search.isFocused();
    }

    @FXML
    private void initialize() {
        typing.setOnFinished(_ -> look());
        search.textProperty().subscribe((_, _) -> typing.playFromStart());
        search.setOnAction(_ -> {
            look();
            done.run();
        });
        search.setTooltip(new Tooltip(Shortcut.LIBRARY_SEARCH.tooltip()));
        filters.wordsProperty().subscribe(words -> {
            if (!words.equals(search.getText())) {
                search.setText(words);
            }
        });
        clear.disableProperty().bind(filters.anyProperty());
        clear.setOnAction(_ -> filters.clear());
        clear.setTooltip(new Tooltip(Shortcut.LIBRARY_CLEAR.tooltip()));
        bindChoices();
        model.facetsProperty().subscribe(this::offer);
        model.shelfProperty().subscribe(this::showFor);
    }

    private void look() {
        typing.stop();
        filters.wordsProperty().set(search.getText());
    }

    private void bindChoices() {
        Choice.bind(modelName, filters.modelProperty(), Texts.of("library.filter.model"));
        Choice.bind(category, filters.categoryProperty(), Texts.of("library.filter.category"));
        Choice.bind(session, filters.sessionProperty(), Texts.of("library.filter.session"));
        Choice.bind(status, filters.statusProperty(), Texts.of("library.filter.status"));
        Choice.bind(type, filters.typeProperty(), Texts.of("library.filter.type"));
        Choice.bind(lowest, filters.lowestProperty(), Texts.of("library.filter.lowest"));
        Choice.bind(highest, filters.highestProperty(), Texts.of("library.filter.highest"));
        Choice.bind(source, filters.sourceProperty(), Texts.of("library.filter.source"));
        Choice.bind(reviewer, filters.reviewerProperty(), Texts.of("library.filter.reviewer"));
        Choice.bind(period, filters.periodProperty(), Texts.of("library.filter.period"));
        offerAll(
                status, filters.statusProperty(), ResponseStatus.values(), value -> Texts.of("library.status.", value));
        offerAll(type, filters.typeProperty(), FeedbackType.values(), value -> Texts.of("feedback.", value));
        offerAll(source, filters.sourceProperty(), RewardSource.values(), value -> Texts.of("library.source.", value));
        offerAll(period, filters.periodProperty(), Period.values(), value -> Texts.of("library.period.", value));
        List<Score> scores = IntStream.rangeClosed(-4, 4)
                .mapToObj(quarter -> new Score(quarter / 4.0))
                .toList();
        Choice.offer(
                lowest,
                filters.lowestProperty(),
                scores,
                score -> Texts.of("library.filter.lowest.value", ScoreText.of(score)));
        Choice.offer(
                highest,
                filters.highestProperty(),
                scores.reversed(),
                score -> Texts.of("library.filter.highest.value", ScoreText.of(score)));
    }

    private void offer(Facets facets) {
        offerFacets(modelName, filters.modelProperty(), facets.models());
        offerFacets(category, filters.categoryProperty(), facets.categories());
        offerFacets(session, filters.sessionProperty(), facets.sessions());
        Choice.offer(
                reviewer,
                filters.reviewerProperty(),
                facets.reviewers().stream().map(Facets.Reviewer::id).toList(),
                id -> nameOf(id, facets));
        showFor(model.shelfProperty().get());
    }

    private void showFor(Shelf shelf) {
        showWhen(status, shelf == Shelf.RESPONSES);
        for (Node node : List.of(type, lowest, highest, source, period)) {
            showWhen(node, shelf == Shelf.REWARDS);
        }
        showWhen(reviewer, shelf == Shelf.REWARDS && reviewer.getItems().size() > 1);
        showWhen(session, session.getItems().size() > 1);
        search.setPromptText(Texts.of(shelf == Shelf.REWARDS ? "library.search.rewards" : "library.search.responses"));
    }

    private static String nameOf(UUID id, Facets facets) {
        return facets.reviewers().stream()
                .filter(reviewer -> reviewer.id().equals(id))
                .findFirst()
                .map(Facets.Reviewer::name)
                .orElse("");
    }

    private static void showWhen(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static <T> void offerAll(
            ComboBox<Choice<T>> combo, ObjectProperty<@Nullable T> property, T[] values, Function<T, String> words) {
        Choice.offer(combo, property, Arrays.asList(values), words);
    }

    private static void offerFacets(
            ComboBox<Choice<String>> combo, ObjectProperty<@Nullable String> property, List<Facets.Facet> facets) {
        Choice.offer(
                combo,
                property,
                facets.stream().map(Facets.Facet::name).toList(),
                name -> facets.stream()
                        .filter(facet -> facet.name().equals(name))
                        .findFirst()
                        .map(facet -> Texts.of("library.facet", name, facet.count()))
                        .orElse(name));
    }
}
