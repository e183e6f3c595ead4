package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.image.Motion;
import dev.rewarddesk.desktop.image.Pixels;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Plays the frames of a picture that moves, while it can be seen and the person has not stopped it. */
final class PictureMotion {

    private final BooleanProperty wanted = new SimpleBooleanProperty(true);
    private final ObservableValue<Boolean> inView;
    private final Runnable changed;
    private @Nullable Timeline timeline;
    private @Nullable Pixels frame;

    /** @param changed told when another frame is to be seen */
    PictureMotion(Node viewer, Runnable changed) {
        this.changed = changed;
        this.inView = viewer.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(PictureMotion::isSeen)
                .orElse(false);
        inView.subscribe(_ -> follow());
        wanted.subscribe(_ -> follow());
    }

    /** Whether pictures are to move; the person says so. */
    BooleanProperty wantedProperty() {
        return wanted;
    }

    /** What is to be seen now of the picture that moves; null while there is none. */
    @Nullable
    Pixels frame() {
        return frame;
    }

    boolean isPlaying() {
        return timeline != null && timeline.getStatus() == Animation.Status.RUNNING;
    }

    /** Plays this from now on. */
    void show(Motion motion) {
        if (timeline != null) {
            timeline.stop();
        }
        timeline = null;
        frame = null;
        if (motion instanceof Motion.Moving moving) {
            timeline = timelineOf(moving);
            frame = moving.frames().getFirst().pixels();
            follow();
        }
    }

    private Timeline timelineOf(Motion.Moving moving) {
        Timeline made = new Timeline();
        Duration at = Duration.ZERO;
        for (Motion.Frame each : moving.frames()) {
            made.getKeyFrames().add(new KeyFrame(at, _ -> {
                frame = each.pixels();
                changed.run();
            }));
            at = at.add(Duration.millis((double) each.shown().toMillis()));
        }
        made.getKeyFrames().add(new KeyFrame(at));
        made.setCycleCount(Animation.INDEFINITE);
        return made;
    }

    private void follow() {
        if (timeline == null) {
            return;
        }
        if (wanted.get() && inView.getValue()) {
            timeline.play();
        } else {
            timeline.pause();
        }
    }

    private static ObservableValue<Boolean> isSeen(Window window) {
        return window instanceof Stage stage
                ? stage.showingProperty()
                        .flatMap(shown -> stage.iconifiedProperty().map(away -> shown && !away))
                : window.showingProperty();
    }
}
