package dev.rewarddesk.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.rewarddesk.settings.Theme;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Puts a theme on a scene and follows it, and the operating system where the theme says so. Lives as long as the scene. */
public final class Appearance {

    private static final String STYLESHEET = Objects.requireNonNull(
                    Appearance.class.getResource("app.css"), "app.css is in the jar")
            .toExternalForm();

    private final ObservableValue<Theme> theme;
    private final ChangeListener<Object> listener = (_, _, _) -> apply();

    private Appearance(ObservableValue<Theme> theme) {
        this.theme = theme;
    }

    /** Puts the theme on the scene now and whenever it changes. */
    public static Appearance follow(Scene scene, ObservableValue<Theme> theme) {
        Appearance appearance = new Appearance(theme);
        scene.getStylesheets().add(STYLESHEET);
        theme.addListener(appearance.listener);
        Platform.getPreferences().colorSchemeProperty().addListener(appearance.listener);
        appearance.apply();
        return appearance;
    }

    /** A scene that is light whatever the theme, for what is printed or sent elsewhere. */
    public static Scene inLight(Parent root) {
        Scene scene = new Scene(root);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().add(STYLESHEET);
        return scene;
    }

    /** Stops following. */
    public void end() {
        theme.removeListener(listener);
        Platform.getPreferences().colorSchemeProperty().removeListener(listener);
    }

    private void apply() {
        boolean dark = switch (theme.getValue()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }
}
