package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads a view's FXML: the file beside the view's class, of the same name, with the texts and the view as controller. */
public final class Fxml {

    private Fxml() {}

    /** The root of the view's FXML; fills the view's {@code @FXML} fields and calls its {@code initialize}. */
    public static Parent load(Object view) {
        String name = view.getClass().getSimpleName() + ".fxml";
        URL file = Objects.requireNonNull(view.getClass().getResource(name), name + " is beside its class");
        FXMLLoader loader = new FXMLLoader(file, Texts.bundle());
        loader.setController(view);
        try {
            return loader.load();
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " cannot be loaded", failure);
        }
    }
}
