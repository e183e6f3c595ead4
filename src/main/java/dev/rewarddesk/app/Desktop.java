package dev.rewarddesk.app;

import dev.rewarddesk.desktop.DesktopApp;
import dev.rewarddesk.settings.Folders;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.SettingsFile;
import dev.rewarddesk.settings.WorkspacesFile;
import dev.rewarddesk.settings.vault.SystemKeychain;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop on one workspace at a time, from the first window to the last. */
final class Desktop {

    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

    private final Path folder;
    private final OpenedWorkspaces workspaces;
    private final SettingsFile file;

    /** @param folder the local workspace's */
    Desktop(Path folder, Folders folders) {
        this.folder = folder;
        this.file = new SettingsFile(folders.config().resolve("settings.json"), Version.current());
        this.workspaces = new OpenedWorkspaces(
                folder,
                folders.hosted(),
                folders.cache(),
                new WorkspacesFile(folders.config().resolve("workspaces.json")),
                new SystemKeychain("sessions"),
                OwnEndpoints.in(folders.config(), new SystemKeychain(OwnEndpoints.KEYCHAIN)));
    }

    void show() {
        Logs.into(folder.resolve("logs"));
        LOG.info("The desktop starts");
        SettingsFile.Loaded loaded = file.load();
        loaded.warning().ifPresent(System.err::println);
        try {
            DesktopApp.open(workspaces, loaded.settings(), this::save);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            workspaces.close();
        }
    }

    private void save(Settings settings) {
        try {
            file.save(settings);
        } catch (IOException noRoom) {
            // The choice holds until the program ends; there is nothing that a person would have to do at once.
            LOG.warn("The settings could not be written", noRoom);
        }
    }
}
