package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;

/** The form of a run. */
final class CollectFormView {

    private final CollectFormViewModel model;
    private final CollectDesk desk;
    private final Parent root;

    @FXML
    private FormField urls;

    @FXML
    private FormField pages;

    @FXML
    private FormField images;

    @FXML
    private FormField depth;

    @FXML
    private FormField width;

    @FXML
    private FormField height;

    @FXML
    private FormField category;

    @FXML
    private TitledPane more;

    @FXML
    private FormField rules;

    @FXML
    private FormField minutes;

    @FXML
    private FormField megabytes;

    @FXML
    private FormField quality;

    @FXML
    private FormField threshold;

    @FXML
    private FormField perHost;

    @FXML
    private FormField delay;

    @FXML
    private FormField agent;

    @FXML
    private CheckBox anySite;

    @FXML
    private CheckBox sitemaps;

    @FXML
    private CheckBox allowPrivate;

    @FXML
    private CheckBox keepMetadata;

    @FXML
    private CheckBox holdAlike;

    @FXML
    private CheckBox dryRun;

    @FXML
    private Label collectProblem;

    @FXML
    private Button start;

    CollectFormView(CollectFormViewModel model, CollectDesk desk) {
        this.model = model;
        this.desk = desk;
        this.root = Fxml.load(this);
        KeyBindings.on(root).bind(Shortcut.COLLECT_START, this::start);
    }

    Parent root() {
        return root;
    }

    void focus() {
        focus(urls);
    }

    void enter(CollectSettings settings) {
        model.enter(settings);
    }

    @FXML
    private void initialize() {
        Map.of(
                        urls,
                        model.urls(),
                        category,
                        model.category(),
                        rules,
                        model.rules(),
                        agent,
                        model.agent(),
                        quality,
                        model.quality())
                .forEach(CollectFormView::connect);
        Map.of(
                        pages, model.pages(),
                        images, model.images(),
                        depth, model.depth(),
                        width, model.width(),
                        height, model.height(),
                        minutes, model.minutes(),
                        megabytes, model.megabytes(),
                        threshold, model.threshold(),
                        perHost, model.perHost(),
                        delay, model.delay())
                .forEach((field, number) -> connect(field, number.entry()));
        Map<CheckBox, BooleanProperty> boxes = Map.of(
                anySite, model.anySiteProperty(),
                sitemaps, model.sitemapsProperty(),
                allowPrivate, model.allowPrivateProperty(),
                keepMetadata, model.keepMetadataProperty(),
                holdAlike, model.holdAlikeProperty(),
                dryRun, model.dryRunProperty());
        boxes.forEach((box, property) -> box.selectedProperty().bindBidirectional(property));
        threshold.disableProperty().bind(model.holdAlikeProperty().not());
        Wrapping.whereSafe(collectProblem);
        collectProblem.visibleProperty().bind(collectProblem.textProperty().isNotEmpty());
        collectProblem.managedProperty().bind(collectProblem.visibleProperty());
        start.textProperty()
                .bind(desk.startingProperty().map(busy -> Texts.of(busy ? "collect.starting" : "collect.start")));
        start.setOnAction(_ -> start());
    }

    private void start() {
        collectProblem.setText("");
        model.settings().ifPresentOrElse(settings -> desk.start(settings, this::refused), this::toTheFirstMistake);
    }

    private void refused(ServiceFailure failure) {
        if (failure instanceof ServiceFailure.Invalid invalid && "url".equals(invalid.field())) {
            model.urls().refuse(failure.getMessage());
            focus(urls);
        } else {
            collectProblem.setText(failure.getMessage());
        }
    }

    private void toTheFirstMistake() {
        List<FormField> mistaken = Stream.of(
                        urls, pages, images, depth, width, height, category, rules, minutes, megabytes, quality,
                        threshold, perHost, delay, agent)
                .filter(field -> !field.errorProperty().get().isEmpty())
                .toList();
        more.setExpanded(more.isExpanded() || mistaken.stream().anyMatch(field -> isWithin(more.getContent(), field)));
        mistaken.stream().findFirst().ifPresent(CollectFormView::focus);
    }

    private static boolean isWithin(Node whole, Node part) {
        for (Node each = part; each != null; each = each.getParent()) {
            if (each.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    private static void focus(FormField field) {
        Node input = field.getInput();
        if (input != null) {
            input.requestFocus();
        }
    }

    private static void connect(FormField field, TextEntry entry) {
        if (field.getInput() instanceof TextInputControl input) {
            input.textProperty().bindBidirectional(entry.textProperty());
        }
        entry.errorProperty().subscribe(field.errorProperty()::set);
    }
}
