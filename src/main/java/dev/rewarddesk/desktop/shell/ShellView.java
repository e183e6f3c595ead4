package dev.rewarddesk.desktop.shell;

import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.control.Toasts;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.sending.RefusedDrawer;
import dev.rewarddesk.desktop.sending.RefusedViewModel;
import dev.rewarddesk.desktop.sending.Sending;
import dev.rewarddesk.desktop.sending.SyncStatus;
import dev.rewarddesk.desktop.task.Every;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame around the screens. */
public final class ShellView {

    private static final Duration ASK_EVERY = Duration.ofSeconds(15);
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ShellViewModel model;
    private final RefusedViewModel refused;
    private final Sending sending;
    private final Node status;
    private final Function<Route, Screen> make;
    private final Runnable quit;
    private final Overlay overlay;
    private final Toasts toasts;
    private final Doors doors;
    private final Runnable signIn;
    private final Map<Route, Screen> screens = new HashMap<>();
    private final Every asking = new Every(ASK_EVERY, this::refresh);
    private final List<KeyBindings> sceneKeys = new ArrayList<>();
    private final Parent root;
    private @Nullable Screen current;

    @FXML
    private StackPane layers;

    @FXML
    private StackPane content;

    @FXML
    private Button welcome;

    @FXML
    private Button review;

    @FXML
    private Button library;

    @FXML
    private Button checkpoints;

    @FXML
    private Button collect;

    @FXML
    private Button members;

    @FXML
    private Button settings;

    @FXML
    private Button keys;

    @FXML
    private HBox workspaces;

    @FXML
    private Label person;

    @FXML
    private Label connection;

    @FXML
    private FontIcon connectionIcon;

    @FXML
    private HBox sync;

    @FXML
    private HBox underWay;

    /**
     * @param refused what the workspace did not take
     * @param sending how what was decided gets there
     * @param status what goes on beside the screens, in the status bar
     * @param make makes the screen of a route; asked once for each
     * @param quit closes the window
     * @param doors the ways to other workspaces
     * @param signIn signs in again
     */
    public ShellView(
            ShellViewModel model,
            RefusedViewModel refused,
            Sending sending,
            Node status,
            Function<Route, Screen> make,
            Overlay overlay,
            Toasts toasts,
            Runnable quit,
            Doors doors,
            Runnable signIn) {
        this.model = model;
        this.refused = refused;
        this.sending = sending;
        this.status = status;
        this.make = make;
        this.overlay = overlay;
        this.toasts = toasts;
        this.quit = quit;
        this.doors = doors;
        this.signIn = signIn;
        this.root = Fxml.load(this);
    }

    /** The frame's root node. */
    public Parent root() {
        return root;
    }

    /** Opens the first screen in the scene that holds the frame, and begins to watch the connection. */
    public void start(Scene scene) {
        bindKeys(scene);
        model.start();
        asking.start();
    }

    /**
     * Whether the current screen lets the person go.
     *
     * @param leave goes on leaving; run later when the person agrees to what the screen asks
     */
    public boolean mayLeave(Runnable leave) {
        return current == null || current.mayLeave(leave);
    }

    /** Leaves the current screen and stops watching the connection. */
    public void end() {
        asking.stop();
        // The scene stays, for the next workspace.
        sceneKeys.forEach(KeyBindings::end);
        if (current != null) {
            current.onHide();
            current = null;
        }
    }

    @FXML
    private void initialize() {
        layers.getChildren().addAll(overlay, toasts);
        WorkspaceMenu menu = new WorkspaceMenu(model, doors, signIn);
        workspaces.getChildren().add(menu);
        model.mayLead().subscribe(may -> {
            for (Button forLeads : List.of(collect, members, welcome)) {
                forLeads.setVisible(Boolean.TRUE.equals(may));
                forLeads.setManaged(forLeads.isVisible());
            }
        });
        person.textProperty().bind(model.person());
        model.connection().subscribe(this::showConnection);
        Map<Button, Route> rail = Map.of(
                welcome, new Route.Welcome(),
                review, new Route.Review(),
                library, new Route.Library(),
                checkpoints, new Route.Checkpoints(),
                collect, new Route.Collect(),
                members, new Route.Members(),
                settings, new Route.Settings());
        rail.forEach((button, route) -> button.setOnAction(_ -> model.go(route)));
        model.routeProperty()
                .subscribe(route -> route.ifPresent(place -> {
                    rail.forEach((button, itsRoute) -> button.pseudoClassStateChanged(CURRENT, itsRoute.equals(place)));
                    show(place);
                }));
        Map.of(
                        welcome, Shortcut.IMPORT,
                        review, Shortcut.GO_REVIEW,
                        library, Shortcut.GO_LIBRARY,
                        checkpoints, Shortcut.GO_CHECKPOINTS,
                        collect, Shortcut.GO_COLLECT,
                        members, Shortcut.GO_MEMBERS,
                        settings, Shortcut.GO_SETTINGS,
                        keys, Shortcut.CHEAT_SHEET)
                .forEach((button, shortcut) -> button.setTooltip(new Tooltip(shortcut.tooltip())));
        keys.setOnAction(_ -> showCheatSheet());
        underWay.getChildren().add(status);
        sync.getChildren().add(new SyncStatus(sending, this::showRefused));
    }

    // On the scene, which hears keys also while nothing has the focus.
    private void bindKeys(Scene scene) {
        sceneKeys.add(KeyBindings.on(scene, () -> !overlay.openProperty().get())
                .bind(Shortcut.GO_REVIEW, () -> model.go(new Route.Review()))
                .bind(Shortcut.GO_LIBRARY, () -> model.go(new Route.Library()))
                .bind(Shortcut.GO_CHECKPOINTS, () -> model.go(new Route.Checkpoints()))
                .bind(Shortcut.GO_SETTINGS, () -> model.go(new Route.Settings()))
                .bind(Shortcut.GO_COLLECT, () -> model.go(new Route.Collect()))
                .bind(Shortcut.GO_MEMBERS, () -> model.go(new Route.Members()))
                .bind(Shortcut.WORKSPACES, this::showWorkspaces)
                .bind(Shortcut.IMPORT, this::bringIn)
                .bind(Shortcut.REFUSED, this::showRefused)
                .bind(Shortcut.CHEAT_SHEET, this::showCheatSheet));
        sceneKeys.add(KeyBindings.on(scene).bind(Shortcut.QUIT, quit));
        KeyBindings.on(overlay).bind(Shortcut.CHEAT_SHEET, overlay::close);
    }

    private void bringIn() {
        if (welcome.isVisible()) {
            model.go(new Route.Welcome());
        }
    }

    private void showWorkspaces() {
        if (workspaces.getChildren().getFirst() instanceof WorkspaceMenu menu) {
            menu.show();
        }
    }

    private void showCheatSheet() {
        CheatSheet.openOn(overlay);
    }

    private void showRefused() {
        RefusedDrawer.open(refused, overlay);
    }

    private void show(Route route) {
        if (current != null) {
            current.onHide();
        }
        Screen screen = screens.computeIfAbsent(route, make);
        current = screen;
        content.getChildren().setAll(screen.root());
        // The screen asks for the focus, which only works for what is laid out: a scrolled page is not in the scene
        // before.
        content.applyCss();
        content.layout();
        screen.onShow();
    }

    private void showConnection(Connection state) {
        connection.setText(Texts.of("connection.", state));
        connectionIcon.setIconLiteral(
                switch (state) {
                    case CONNECTING -> "fth-loader";
                    case CONNECTED -> "fth-check-circle";
                    case OFFLINE -> "fth-wifi-off";
                    case SIGNED_OUT -> "fth-log-out";
                    case SHUT_OUT -> "fth-slash";
                    case FAULTY -> "fth-alert-triangle";
                });
        for (Connection each : Connection.values()) {
            connection.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == state);
        }
    }

    private void refresh() {
        model.refresh();
    }
}
