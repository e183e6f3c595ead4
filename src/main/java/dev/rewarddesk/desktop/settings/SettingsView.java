package dev.rewarddesk.desktop.settings;

import dev.rewarddesk.desktop.control.CopyButton;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.markdown.MarkdownView;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.settings.SensitiveImages;
import dev.rewarddesk.settings.Theme;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The screen of the settings. */
public final class SettingsView implements Screen {

    private final SettingsViewModel model;
    private final ReviewRulesViewModel rules;
    private final GuardRailsViewModel guards;
    private final UnsavedSettings unsaved;
    private final Consumer<URI> open;
    private final Parent root;
    private final Map<Theme, ToggleButton> themes = new EnumMap<>(Theme.class);

    @FXML
    private Label name;

    @FXML
    private Label person;

    @FXML
    private Label folderName;

    @FXML
    private Label folder;

    @FXML
    private Label overlap;

    @FXML
    private Label lease;

    @FXML
    private VBox page;

    @FXML
    private VBox rulesToRead;

    @FXML
    private VBox guidelinesToRead;

    @FXML
    private Label url;

    @FXML
    private Label publishableKey;

    @FXML
    private Label secretKey;

    @FXML
    private HBox folderRow;

    @FXML
    private HBox urlRow;

    @FXML
    private HBox publishableRow;

    @FXML
    private HBox secretRow;

    @FXML
    private Label noSecret;

    @FXML
    private ToggleButton showSecret;

    @FXML
    private ToggleButton light;

    @FXML
    private ToggleButton dark;

    @FXML
    private ToggleButton system;

    @FXML
    private ToggleButton blurNever;

    @FXML
    private ToggleButton blurMarked;

    @FXML
    private ToggleButton blurAlways;

    /** @param open opens an address of the web */
    public SettingsView(
            SettingsViewModel model,
            ReviewRulesViewModel rules,
            GuardRailsViewModel guards,
            UnsavedSettings unsaved,
            Consumer<URI> open) {
        this.model = model;
        this.rules = rules;
        this.guards = guards;
        this.unsaved = unsaved;
        this.open = open;
        this.root = Fxml.load(this);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        model.visit();
        guards.visit();
        if (root instanceof ScrollPane scroll) {
            scroll.setVvalue(0);
        }
        themes.getOrDefault(model.theme().getValue(), system).requestFocus();
    }

    @Override
    public void onHide() {
        model.secretShownProperty().set(false);
    }

    @Override
    public boolean mayLeave(Runnable leave) {
        return unsaved.mayLeave(leave);
    }

    @FXML
    private void initialize() {
        name.textProperty().bind(model.name());
        person.textProperty().bind(model.person());
        overlap.textProperty().bind(model.overlap());
        lease.textProperty().bind(model.lease());
        showRules();
        folder.setText(model.folder().orElse(""));
        for (Node local : List.of(folderName, folderRow)) {
            local.setVisible(model.folder().isPresent());
            local.setManaged(local.isVisible());
        }
        url.textProperty().bind(model.url());
        publishableKey.setText(model.publishableKey());
        secretKey.textProperty().bind(model.secretText());
        folderRow.getChildren().add(new CopyButton(Texts.of("settings.folder"), folder::getText));
        urlRow.getChildren().add(new CopyButton(Texts.of("settings.url"), url::getText));
        publishableRow.getChildren().add(new CopyButton(Texts.of("settings.publishable-key"), model::publishableKey));
        secretRow.getChildren().add(new CopyButton(Texts.of("settings.secret-key"), model::secretKey));
        secretRow.setVisible(model.hasSecret());
        secretRow.setManaged(model.hasSecret());
        noSecret.setVisible(!model.hasSecret());
        noSecret.setManaged(!model.hasSecret());
        showSecret.selectedProperty().bindBidirectional(model.secretShownProperty());
        model.secretShownProperty().subscribe(shown -> {
            showSecret.setText(Texts.of(shown ? "settings.secret.hide" : "settings.secret.show"));
            showSecret.setGraphic(new FontIcon(shown ? "fth-eye-off" : "fth-eye"));
        });
        bindChoices();
    }

    // A lead changes them where everybody else reads them.
    private void showRules() {
        MarkdownView text = new MarkdownView(open);
        guidelinesToRead.getChildren().add(text);
        model.guidelines().subscribe(text::show);
        Parent form = new ReviewRulesView(rules, open).root();
        Parent rails = new GuardRailsView(guards).root();
        page.getChildren().addAll(page.getChildren().indexOf(rulesToRead), List.of(form, rails));
        model.mayEdit().subscribe(may -> {
            form.setVisible(may);
            form.setManaged(may);
            rails.setVisible(may);
            rails.setManaged(may);
            rulesToRead.setVisible(!may);
            rulesToRead.setManaged(!may);
        });
        KeyBindings.on(page).bind(Shortcut.SAVE, this::save);
    }

    private void save() {
        rules.save();
        guards.save();
    }

    private void bindChoices() {
        themes.put(Theme.LIGHT, light);
        themes.put(Theme.DARK, dark);
        themes.put(Theme.SYSTEM, system);
        choice(themes, model.theme(), model::choose);
        choice(
                Map.of(
                        SensitiveImages.NEVER, blurNever,
                        SensitiveImages.MARKED, blurMarked,
                        SensitiveImages.ALWAYS, blurAlways),
                model.blurred(),
                model::blur);
    }

    private static <E> void choice(Map<E, ToggleButton> buttons, ObservableValue<E> now, Consumer<E> chosen) {
        ToggleGroup group = new ToggleGroup();
        buttons.forEach((value, button) -> {
            button.setToggleGroup(group);
            button.selectedProperty().subscribe((_, selected) -> {
                if (selected) {
                    chosen.accept(value);
                }
            });
        });
        // One is always chosen; pressing the chosen one again must not release it.
        group.selectedToggleProperty().subscribe((before, selected) -> {
            if (selected == null) {
                group.selectToggle(before);
            }
        });
        now.subscribe(value -> Objects.requireNonNull(buttons.get(value)).setSelected(true));
    }
}
