package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.Workspaces;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;

/** The tour's script. */
public final class Tour {

    private final Play play;
    private final Hands hands;
    private final Camera camera;

    private Tour(Play play) {
        this.play = play;
        this.hands = play.hands();
        this.camera = play.camera();
    }

    /**
     * Plays the main job by keyboard on an empty, throw-away workspace: loads the sample, scores it all, activates
     * checkpoints. Call it from any thread but the FX thread.
     *
     * @param line the line to the workspace, to be cut for a while
     * @param colleagues what others do in the workspace, once all was scored here
     * @param site images are collected from it
     * @param folder where the pictures go; made when it is not there
     * @return the pictures, in the order they were taken
     * @throws TourException when a step does not lead to where it should
     */
    public static List<Path> play(Services services, Line line, Runnable colleagues, Site site, Path folder) {
        FxThread.startHeadless();
        try (Play play = Play.open(services, folder)) {
            Tour tour = new Tour(play);
            tour.welcome();
            SettingsPart settings = new SettingsPart(play, services.account());
            settings.writeGuidelines();
            new ReviewPart(play, services.review(), line).play();
            new LibraryPart(play, services.review(), line).play();
            tour.keys();
            new CollectPart(play, site).play();
            colleagues.run();
            new CheckpointsPart(play, services.checkpoints()).play();
            settings.play();
            tour.members();
            return play.camera().pictures();
        }
    }

    /**
     * Comes to the workspace as somebody who is not signed in there yet. Call it from any thread but the FX thread.
     *
     * @param workspaces of which that one was open last
     * @param guest who comes, and has a password
     * @return the pictures, in the order they were taken
     * @throws TourException when a step does not lead to where it should
     */
    public static List<Path> enter(Workspaces workspaces, Guest guest, Path folder) {
        FxThread.startHeadless();
        try (Play play = Play.open(workspaces, address -> {}, folder)) {
            new EntrancePart(play, guest).play();
            return play.camera().pictures();
        }
    }

    /**
     * Somebody who comes to a workspace.
     *
     * @param url the workspace's
     * @param key its publishable key
     */
    public record Guest(String url, String key, String email, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Guest[url=" + url + ", email=" + email + "]";
        }
    }

    /** A website that at first keeps its visitors waiting. */
    public interface Site {

        /** Where it begins. */
        URI url();

        /** Answers everything from now on. */
        void hurry();
    }

    /** The line to the workspace. */
    public interface Line {

        /** From now on nothing gets through. */
        void cut();

        /** Everything gets through again. */
        void mend();
    }

    private void welcome() {
        play.until("the welcome of an empty workspace is shown", () -> isShown("choosing"));
        camera.take("welcome");
        hands.press(KeyCode.ENTER);
        play.until("the sample is loaded", () -> isShown("imported"));
        camera.take("welcome-imported");
    }

    private void keys() {
        hands.type("?");
        play.settle();
        camera.take("cheat-sheet");
        hands.press(KeyCode.ESCAPE);
    }

    private void members() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        play.until("the members are listed", () -> isShown("memberList"));
        play.settle();
        camera.take("members");
        hands.press(KeyCode.ENTER);
        play.until("somebody can be invited", () -> isShown("inviteEmail"));
        hands.type("mina@example.org");
        camera.take("members-invite");
        hands.press(KeyCode.ENTER);
        play.until("the invitation is there", () -> isShown("inviteLink"));
        camera.take("members-invited");
        hands.press(KeyCode.ESCAPE);
    }

    private boolean isShown(String id) {
        return play.isShown(id);
    }
}
