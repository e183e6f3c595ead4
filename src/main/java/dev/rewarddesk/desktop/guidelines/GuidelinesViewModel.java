package dev.rewarddesk.desktop.guidelines;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.Connection;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.model.Workspace;
import dev.rewarddesk.settings.GuidelinesPane;
import dev.rewarddesk.settings.Settings;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

/** What reviewers are told, and how much room it takes. */
public final class GuidelinesViewModel {

    private final CurrentWorkspace workspace;
    private final ObjectProperty<Settings> settings;
    private final ObservableValue<String> notice;

    /** @param settings where open and width are remembered */
    public GuidelinesViewModel(CurrentWorkspace workspace, ObjectProperty<Settings> settings) {
        this.workspace = workspace;
        this.settings = settings;
        this.notice = Bindings.createStringBinding(
                this::reason, workspace.workspaceProperty(), workspace.connectionProperty());
    }

    /** The guidelines as Markdown; empty where there are none or none are known yet. */
    public ObservableValue<String> text() {
        return workspace
                .workspaceProperty()
                .map(known -> known.map(Workspace::guidelines)
                        .filter(text -> !text.isBlank())
                        .orElse(""));
    }

    /** Why there is no text; empty where there is one. */
    public ObservableValue<String> notice() {
        return notice;
    }

    /** Whether they are shown; remembered. */
    public ObservableValue<Boolean> open() {
        return settings.map(now -> now.guidelines().open());
    }

    /** How wide they are, in logical pixels; remembered. */
    public ObservableValue<Integer> width() {
        return settings.map(now -> now.guidelines().width());
    }

    /** Shows them, or hides them. */
    public void toggle() {
        GuidelinesPane before = settings.get().guidelines();
        settings.set(settings.get().withGuidelines(before.withOpen(!before.open())));
    }

    /** Makes them wider or narrower, within bounds. */
    public void resize(double width) {
        settings.set(settings.get().withGuidelines(settings.get().guidelines().withWidth((int) Math.round(width))));
    }

    private String reason() {
        return workspace
                .workspaceProperty()
                .get()
                .map(known -> known.guidelines().isBlank()
                        ? Texts.of(workspace.maySteer() ? "guidelines.none.lead" : "guidelines.none")
                        : "")
                .orElseGet(() -> Texts.of(
                        workspace.connectionProperty().get() == Connection.CONNECTING
                                ? "guidelines.loading"
                                : "guidelines.unreachable"));
    }
}
