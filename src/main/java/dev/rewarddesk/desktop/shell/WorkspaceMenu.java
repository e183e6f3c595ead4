package dev.rewarddesk.desktop.shell;

import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.Connection;
import dev.rewarddesk.desktop.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The workspace's name in the status bar, which leads to the others. */
final class WorkspaceMenu extends MenuButton {

    private final ShellViewModel model;
    private final Doors doors;
    private final Runnable signIn;

    /** @param signIn signs in again */
    WorkspaceMenu(ShellViewModel model, Doors doors, Runnable signIn) {
        this.model = model;
        this.doors = doors;
        this.signIn = signIn;
        setId("workspaceMenu");
        getStyleClass().addAll("flat", "status-menu");
        setGraphic(new FontIcon("fth-layers"));
        setTooltip(new Tooltip(Shortcut.WORKSPACES.tooltip()));
        setFocusTraversable(false);
        // Names are people's: an underscore in one is no mnemonic. Upwards, where there is room.
        setMnemonicParsing(false);
        setPopupSide(Side.TOP);
        textProperty().bind(model.workspaceName());
        // An empty menu would not open.
        fill();
        setOnShowing(_ -> fill());
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        for (Place place : doors.places()) {
            RadioMenuItem item = new RadioMenuItem(name(place));
            item.setMnemonicParsing(false);
            item.setSelected(same(place, doors.here()));
            item.setOnAction(_ -> {
                if (!same(place, doors.here())) {
                    doors.go(place);
                }
            });
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.add(item("workspaces.connect", doors::connect));
        if (doors.here() instanceof Place.Hosted) {
            items.add(
                    model.connection().getValue() == Connection.SIGNED_OUT
                            ? item("workspaces.sign-in", signIn)
                            : item("workspaces.sign-out", doors::signOut));
        }
        getItems().setAll(items);
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.of(key));
        item.setId(key);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static boolean same(Place one, Place other) {
        if (one instanceof Place.Hosted(var url, String _)) {
            return other instanceof Place.Hosted(var otherUrl, String _) && url.equals(otherUrl);
        }
        return one.equals(other);
    }

    private static String name(Place place) {
        return switch (place) {
            case Place.Local _ -> Texts.of("workspaces.local");
            case Place.Hosted(var url, String name) ->
                name.equals(url.getAuthority()) ? name : Texts.of("workspaces.hosted", name, url.getAuthority());
        };
    }
}
