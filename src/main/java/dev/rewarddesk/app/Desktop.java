package dev.rewarddesk.app;

import dev.rewarddesk.desktop.DesktopApp;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop on one workspace, from the first window to the last. */
final class Desktop {

    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

    private final Path folder;
    private final Path cache;
    private final SettingsFile file;
    private @Nullable LocalWorkspace workspace;

    /**
     * @param folder the workspace's
     * @param cache for what may be lost
     */
    Desktop(Path folder, Path settings, Path cache) {
        this.folder = folder;
        this.cache = cache;
        this.file = new SettingsFile(settings, Version.current());
    }

    void show() {
        Logs.into(folder.resolve("logs"));
        LOG.info("The desktop starts");
        SettingsFile.Loaded loaded = file.load();
        loaded.warning().ifPresent(System.err::println);
        try {
            DesktopApp.open(this::open, loaded.settings(), this::save);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private synchronized Services open() {
        close();
        LocalWorkspace opened = LocalWorkspace.open(folder);
        workspace = opened;
        return opened.services(cache);
    }

    private synchronized void close() {
        if (workspace != null) {
            workspace.close();
            workspace = null;
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
