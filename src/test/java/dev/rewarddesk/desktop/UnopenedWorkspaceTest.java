package dev.rewarddesk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.workspace.Place;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class UnopenedWorkspaceTest {

    private static final Place.Hosted TEAM = new Place.Hosted(URI.create("http://127.0.0.1:9"), "The team");

    private final FxRobot robot = new FxRobot();
    private final List<Place> asked = Collections.synchronizedList(new ArrayList<>());

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        DesktopScene content = new DesktopScene(
                new NoneOpens(), new SimpleObjectProperty<>(Settings.DEFAULT), _ -> {}, Runnable::run, stage::close);
        scene = new Scene(content.root(), 900, 600);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        content.start();
    }

    @Test
    void insteadOfATeamsWorkspaceThatDoesNotOpenTheLocalOneIsOffered() {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).containsExactly(TEAM);
        assertThat(robot.lookup("#elsewhere").query().isVisible()).isTrue();

        robot.interact(() -> scene.lookup("#elsewhere").requestFocus());
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(asked).containsExactly(TEAM, new Place.Local());
        assertThat(robot.lookup("#elsewhere").query().isVisible())
                .as("beside the local one there is no other")
                .isFalse();
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).as("tried again").containsExactly(TEAM, new Place.Local(), new Place.Local());
    }

    private final class NoneOpens implements Workspaces {

        @Override
        public List<Place> places() {
            return List.of(new Place.Local(), TEAM);
        }

        @Override
        public Place last() {
            return TEAM;
        }

        @Override
        public Place connect(String url, String key) {
            throw new UnsupportedOperationException(url);
        }

        @Override
        public Entry open(Place place) {
            asked.add(place);
            throw new ServiceFailure.Server("disk_full", "The disk is full. Nothing was lost.", null, null);
        }

        @Override
        public void called(Place.Hosted place, String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public void forget(Place.Hosted place) {
            throw new UnsupportedOperationException(place.name());
        }
    }
}
