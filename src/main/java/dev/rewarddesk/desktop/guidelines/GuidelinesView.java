package dev.rewarddesk.desktop.guidelines;

import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.control.QuietButton;
import dev.rewarddesk.desktop.control.QuietScroll;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.markdown.MarkdownView;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.settings.GuidelinesPane;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The guidelines as a panel that can be put beside anything. It never takes the focus. */
public final class GuidelinesView {

    private final GuidelinesViewModel model;
    private final MarkdownView text;
    private final Parent root;
    // While the edge is dragged, so that the settings are written once and not at every pixel.
    private final DoubleProperty dragged = new SimpleDoubleProperty(-1);
    private double dragOffset;

    @FXML
    private HBox panel;

    @FXML
    private QuietButton close;

    @FXML
    private QuietScroll scroll;

    @FXML
    private Label notice;

    @FXML
    private Region edge;

    /** @param open opens an address of the web */
    public GuidelinesView(GuidelinesViewModel model, Consumer<URI> open) {
        this.model = model;
        this.text = new MarkdownView(open);
        this.root = Fxml.load(this);
    }

    /** The panel; takes no room while it is hidden. */
    public Parent root() {
        return root;
    }

    /** A button that shows and hides the panel. */
    public Button button() {
        QuietButton button = new QuietButton();
        button.setText(Texts.of("guidelines.title"));
        button.setGraphic(new FontIcon("fth-book-open"));
        button.getStyleClass().add("guidelines-button");
        KeyHint.on(button, Shortcut.GUIDELINES, 0);
        button.setOnAction(_ -> model.toggle());
        return button;
    }

    /** Lets the key show and hide the panel while {@code active} says so. */
    public void bindKeys(Scene scene, BooleanSupplier active) {
        KeyBindings.on(scene, active).bind(Shortcut.GUIDELINES, model::toggle);
    }

    /**
     * Keeps the panel from taking more than is there.
     *
     * @param whole the width that it shares
     * @param others how much of it the others need
     */
    public void shareRoom(ReadOnlyDoubleProperty whole, double others) {
        DoubleBinding width = Bindings.createDoubleBinding(
                () -> Math.clamp(
                        dragged.get() < 0 ? model.width().getValue() : dragged.get(),
                        GuidelinesPane.NARROWEST,
                        Math.max(GuidelinesPane.NARROWEST, whole.get() - others)),
                dragged,
                model.width(),
                whole);
        panel.prefWidthProperty().bind(width);
        panel.minWidthProperty().bind(width);
        panel.maxWidthProperty().bind(width);
    }

    @FXML
    private void initialize() {
        scroll.setContent(text);
        panel.visibleProperty().bind(model.open());
        panel.managedProperty().bind(panel.visibleProperty());
        notice.textProperty().bind(model.notice());
        notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        scroll.visibleProperty().bind(notice.visibleProperty().not());
        scroll.managedProperty().bind(scroll.visibleProperty());
        model.text().subscribe(this::show);
        close.setTooltip(new Tooltip(Shortcut.GUIDELINES.tooltip()));
        close.setOnAction(_ -> model.toggle());
        edge.setOnMousePressed(this::grab);
        edge.setOnMouseDragged(this::drag);
        edge.setOnMouseReleased(_ -> letGo());
    }

    private void show(String markdown) {
        text.show(markdown);
        scroll.setVvalue(0);
    }

    private void grab(MouseEvent press) {
        dragOffset = panel.getWidth() - press.getSceneX();
    }

    private void drag(MouseEvent move) {
        dragged.set(Math.max(0, move.getSceneX() + dragOffset));
    }

    private void letGo() {
        if (dragged.get() >= 0) {
            // As it will be laid out: that may not have happened since the last move.
            model.resize(panel.getPrefWidth());
            dragged.set(-1);
        }
    }
}
