package dev.rewarddesk.desktop.settings;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.model.Workspace;
import dev.rewarddesk.settings.SensitiveImages;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** What the workspace is, how it is reached, and how the program looks. */
public final class SettingsViewModel {

    private static final String HIDDEN = "•".repeat(24);

    private final CurrentWorkspace workspace;
    private final Supplier<WorkspaceAccess> ask;
    private final ReadOnlyObjectWrapper<WorkspaceAccess> access;
    private final ObjectProperty<Settings> settings;
    private final BooleanProperty secretShown = new SimpleBooleanProperty();

    /** @param access how the workspace is reached now; that changes when this process takes over from another */
    public SettingsViewModel(
            CurrentWorkspace workspace, Supplier<WorkspaceAccess> access, ObjectProperty<Settings> settings) {
        this.workspace = workspace;
        this.ask = access;
        this.access = new ReadOnlyObjectWrapper<>(access.get());
        this.settings = settings;
        workspace.connectionProperty().subscribe(this::lookAgain);
    }

    /** The workspace's name; a dash until known, as with all that the workspace says. */
    public ObservableValue<String> name() {
        return said(Workspace::name);
    }

    /** Who is signed in, and as what. */
    public ObservableValue<String> person() {
        return said(known -> Texts.of(
                "shell.person",
                known.me().displayName(),
                Texts.of("role.", known.me().role())));
    }

    /** How many reviewers score each response, in words. */
    public ObservableValue<String> overlap() {
        return said(known -> Texts.of("settings.overlap.value", known.overlap()));
    }

    /** How long an item is held, in words. */
    public ObservableValue<String> lease() {
        return said(known -> Texts.of("settings.lease.value", Math.ceilDiv(known.leaseSeconds(), 60)));
    }

    /** What reviewers are told, as Markdown; a sentence that says so where there is nothing. */
    public ObservableValue<String> guidelines() {
        return said(known -> known.guidelines().isBlank() ? Texts.of("settings.guidelines.none") : known.guidelines());
    }

    /** Whether this person may change how reviewing works; false until known. */
    public ObservableValue<Boolean> mayEdit() {
        return workspace.workspaceProperty().map(_ -> workspace.maySteer());
    }

    /** Where a local workspace is kept; empty for a hosted one. */
    public Optional<String> folder() {
        return Optional.ofNullable(access.get().folder()).map(Path::toString);
    }

    /** The base URL for pipelines, as of now. */
    public ObservableValue<String> url() {
        return access.map(now -> now.url().toString());
    }

    /** The key that names the workspace. */
    public String publishableKey() {
        return access.get().publishableKey();
    }

    /** Whether this person may see the secret key. */
    public boolean hasSecret() {
        return access.get().secretKey() != null;
    }

    /** Whether the secret key is readable on the screen; false at every visit. */
    public BooleanProperty secretShownProperty() {
        return secretShown;
    }

    /** The secret key, or dots in its place. */
    public ObservableValue<String> secretText() {
        return secretShown.map(shown -> shown ? secretKey() : HIDDEN);
    }

    /** The secret key itself, for the clipboard; empty where this person may not see it. */
    public String secretKey() {
        return Objects.requireNonNullElse(access.get().secretKey(), "");
    }

    /** How the program looks. */
    public ObservableValue<Theme> theme() {
        return settings.map(Settings::theme);
    }

    /** Makes the program look otherwise, now and from now on. */
    public void choose(Theme theme) {
        settings.set(settings.get().withTheme(theme));
    }

    /** Which images are blurred at first. */
    public ObservableValue<SensitiveImages> blurred() {
        return settings.map(now -> now.looking().blurred());
    }

    /** Blurs these images at first, from now on. */
    public void blur(SensitiveImages images) {
        Settings now = settings.get();
        settings.set(now.withLooking(now.looking().withBlurred(images)));
    }

    /** Asks the workspace again, and hides the secret key. */
    public void visit() {
        secretShown.set(false);
        lookAgain();
        workspace.refresh();
    }

    private void lookAgain() {
        access.set(ask.get());
    }

    private ObservableValue<String> said(Function<Workspace, String> words) {
        return workspace.workspaceProperty().map(known -> known.map(words).orElse("–"));
    }
}
