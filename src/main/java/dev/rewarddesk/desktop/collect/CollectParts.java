package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.desktop.navigation.Screen;
import java.util.List;
import java.util.function.Consumer;

/** The parts of the screen, in the order of their buttons. */
public final class CollectParts {

    private final RunPart run;
    private final SessionsPart sessions;
    private Consumer<Screen> open = _ -> {};

    public CollectParts(RunPart run, SessionsPart sessions) {
        this.run = run;
        this.sessions = sessions;
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
        return List.of(run, sessions);
    }

    /** @param show shows a part when another one leads there */
    void opening(Consumer<Screen> show) {
        open = show;
    }
}
