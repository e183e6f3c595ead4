package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Takes pictures of the window: each in two sizes, light and dark. */
final class Camera {

    private static final List<Size> SIZES = List.of(new Size(1920, 1080), new Size(1280, 800));

    private final Stage stage;
    private final Scene scene;
    private final ObjectProperty<Settings> settings;
    private final Runnable settle;
    private final Path folder;
    private final List<Path> pictures = new ArrayList<>();

    /** @param settle waits until the window shows what it has to show */
    Camera(Stage stage, ObjectProperty<Settings> settings, Runnable settle, Path folder) {
        this.stage = stage;
        this.scene = stage.getScene();
        this.settings = settings;
        this.settle = settle;
        this.folder = folder;
    }

    /** Every picture so far. */
    List<Path> pictures() {
        return List.copyOf(pictures);
    }

    /** Takes the picture in every size and theme, and leaves the window small and light. */
    void take(String name) {
        for (Size size : SIZES) {
            FxThread.run(() -> resize(size));
            for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
                FxThread.run(() -> settings.set(settings.get().withTheme(theme)));
                settle.run();
                save(String.format(
                        Locale.ROOT,
                        "%dx%d-%s-%s.png",
                        size.width(),
                        size.height(),
                        theme.name().toLowerCase(Locale.ROOT),
                        name));
            }
        }
    }

    // The headless platform of JavaFX 26 cannot shrink a window that is larger than its screen of 1000 by 1000; a
    // window that
    // is opened anew may have any size.
    private void resize(Size size) {
        stage.hide();
        stage.setWidth(size.width());
        stage.setHeight(size.height());
        stage.show();
        stage.requestFocus();
    }

    private void save(String name) {
        BufferedImage picture = FxThread.call(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException("The picture " + file + " cannot be written", failure);
        }
        pictures.add(file);
    }

    private record Size(int width, int height) {}
}
