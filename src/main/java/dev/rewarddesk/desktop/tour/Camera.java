package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/**
 * Takes pictures of what is in the window: each in two sizes, light and dark. The window itself may be smaller: the headless
 * platform of JavaFX 26 has a screen of 1000 by 1000, and fails on windows that go beyond it.
 */
final class Camera {

    private static final List<Size> SIZES = List.of(new Size(1920, 1080), new Size(1280, 800));

    private final Parent root;
    private final ObjectProperty<Settings> settings;
    private final Runnable settle;
    private final Path folder;
    private final List<Path> pictures = new ArrayList<>();

    /**
     * @param root what is photographed; sized here, so nobody else may size it
     * @param settle waits until the window shows what it has to show
     */
    Camera(Parent root, ObjectProperty<Settings> settings, Runnable settle, Path folder) {
        this.root = root;
        this.settings = settings;
        this.settle = settle;
        this.folder = folder;
    }

    /** Every picture so far. */
    List<Path> pictures() {
        return List.copyOf(pictures);
    }

    /** Takes the picture in every size and theme, and leaves it small and light. */
    void take(String name) {
        for (Size size : SIZES) {
            FxThread.run(() -> root.resize(size.width(), size.height()));
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

    private void save(String name) {
        BufferedImage picture = FxThread.call(() -> {
            // The shadow of a card may reach beyond the window.
            SnapshotParameters within = new SnapshotParameters();
            Bounds window = root.getLayoutBounds();
            within.setViewport(new Rectangle2D(0, 0, window.getWidth(), window.getHeight()));
            BufferedImage whole = SwingFXUtils.fromFXImage(root.snapshot(within, null), null);
            menus().forEach(menu -> paste(menu, whole));
            return whole;
        });
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException failure) {
            throw new TourException("the picture " + file + " cannot be written", failure);
        }
        pictures.add(file);
    }

    private static List<ContextMenu> menus() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .toList();
    }

    // A menu is a window of its own, which the screen keeps on it; in the picture it stands above what it belongs to.
    private void paste(ContextMenu menu, BufferedImage whole) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        BufferedImage picture =
                SwingFXUtils.fromFXImage(menu.getScene().getRoot().snapshot(clear, null), null);
        Node owner = menu.getOwnerNode();
        Bounds at = root.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
        Graphics2D pen = whole.createGraphics();
        pen.drawImage(picture, (int) at.getMinX(), (int) at.getMinY() - picture.getHeight(), null);
        pen.dispose();
    }

    private record Size(int width, int height) {}
}
