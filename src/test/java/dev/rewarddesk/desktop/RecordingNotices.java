package dev.rewarddesk.desktop;

import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was told and asked; answers questions with yes when told to. */
public final class RecordingNotices implements Notices {

    private final List<String> told = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private boolean yes;

    /** Answers every question from now on with yes. */
    public RecordingNotices sayYes() {
        yes = true;
        return this;
    }

    public List<String> told() {
        return told;
    }

    public List<String> warned() {
        return warned;
    }

    public List<Throwable> failures() {
        return failures;
    }

    public List<Question> questions() {
        return questions;
    }

    @Override
    public void tell(String text) {
        told.add(text);
    }

    @Override
    public void warn(String text) {
        warned.add(text);
    }

    @Override
    public void fail(Throwable failure) {
        failures.add(failure);
    }

    @Override
    public void ask(Question question, Runnable onYes) {
        questions.add(question);
        if (yes) {
            onYes.run();
        }
    }
}
