package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Screen;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** The screen where images are collected: four parts, of which one is shown. */
public final class CollectView implements Screen {

    private final CollectParts parts;
    private final ObservableValue<Boolean> mayLead;
    private final Parent root;
    private Screen shown;

    @FXML
    private ToggleButton run;

    @FXML
    private ToggleButton sessions;

    @FXML
    private ToggleButton alike;

    @FXML
    private ToggleButton answers;

    @FXML
    private StackPane part;

    @FXML
    private Node leadsOnly;

    @FXML
    private Node partButtons;

    public CollectView(CollectParts parts, ObservableValue<Boolean> mayLead) {
        this.parts = parts;
        this.mayLead = mayLead;
        this.shown = parts.run();
        this.root = Fxml.load(this);
        KeyBindings.on(root).bindStrokes(Shortcut.COLLECT_PART, stroke -> {
            List<Screen> all = parts.all();
            int next = all.indexOf(shown) + (stroke == 0 ? -1 : 1);
            show(all.get(Math.floorMod(next, all.size())));
        });
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        shown.onShow();
    }

    @Override
    public void onHide() {
        shown.onHide();
    }

    @Override
    public boolean mayLeave(Runnable leave) {
        return shown.mayLeave(leave);
    }

    /** Shows a part of the screen, unless the one in view asks first. */
    void show(Screen next) {
        if (!next.equals(shown) && shown.mayLeave(() -> open(next))) {
            open(next);
        }
        mark();
    }

    @FXML
    private void initialize() {
        buttons().forEach((button, screen) -> {
            button.setOnAction(_ -> show(screen));
            button.setTooltip(new Tooltip(Shortcut.COLLECT_PART.tooltip()));
        });
        mayLead.subscribe(may -> {
            boolean lead = Boolean.TRUE.equals(may);
            part.setVisible(lead);
            partButtons.setVisible(lead);
            leadsOnly.setVisible(!lead);
        });
        parts.opening(this::show);
        part.getChildren().setAll(shown.root());
        mark();
    }

    private void open(Screen next) {
        shown.onHide();
        shown = next;
        mark();
        // Whoever is taken from view while they have the focus leaves it to the first button of the window, where the
        // keys of
        // this screen are not heard.
        buttons().forEach((button, screen) -> {
            if (screen.equals(next)) {
                button.requestFocus();
            }
        });
        part.getChildren().setAll(next.root());
        // The part asks for the focus, which only works for what is laid out.
        part.applyCss();
        part.layout();
        next.onShow();
    }

    // A toggle that is chosen already would be let go by a second click.
    private void mark() {
        buttons().forEach((button, screen) -> button.setSelected(screen.equals(shown)));
    }

    private Map<ToggleButton, Screen> buttons() {
        List<Screen> all = parts.all();
        return Map.of(run, all.get(0), sessions, all.get(1), alike, all.get(2), answers, all.get(3));
    }
}
