package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.desktop.navigation.Screen;
import java.util.List;
import java.util.function.Consumer;

/** The parts of the screen, in the order of their buttons. */
public final class CollectParts {

    private final RunPart run;
    private final SessionsPart sessions;
    private final AlikePart alike;
    private final AnswersPart answers;
    private Consumer<Screen> open = _ -> {};

    public CollectParts(RunPart run, SessionsPart sessions, AlikePart alike, AnswersPart answers) {
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
