package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.desktop.navigation.Screen;
import java.util.List;
import java.util.function.Consumer;

/** The parts of the screen, in the order of their buttons. */
public final class CollectParts {

    private final RunPart run;
    private final SessionsPart sessions;
    private final Screen alike;
    private final Screen answers;
    private Consumer<Screen> open = _ -> {};

    /**
     * @param alike what looks alike
     * @param answers having a model answer
     */
    public CollectParts(RunPart run, SessionsPart sessions, Screen alike, Screen answers) {
        this.run = run;
        this.sessions = sessions;
        this.alike = alike;
        this.answers = answers;
        sessions.onGoOn(() -> open.accept(run));
        sessions.onAgain(settings -> {
            run.enter(settings);
            open.accept(run);
        });
    }

    Screen run() {
        return run;
    }

    List<Screen> all() {
        return List.of(run, sessions, alike, answers);
    }

    /** @param show shows a part when another one leads there */
    void opening(Consumer<Screen> show) {
        open = show;
    }
}
