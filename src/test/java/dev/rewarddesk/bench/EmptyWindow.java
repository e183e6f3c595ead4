package dev.rewarddesk.bench;

import dev.rewarddesk.desktop.control.Painted;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least that a JavaFX program can do: a window with one word. What the desktop's start is compared with. */
public final class EmptyWindow {

    private EmptyWindow() {}

    /** Prints a line when the window is painted, and ends. */
    public static void main(String[] args) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(new Label("Reward Desk"), 1280, 800);
            stage.setScene(scene);
            stage.show();
            Painted.once(scene, () -> {
                System.out.println("painted");
                Platform.exit();
            });
        });
    }
}
