package dev.rewarddesk.desktop.workspace;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the open workspace is reached.
 *
 * @param folder where a local workspace is kept; null for a hosted one
 * @param url the base URL that pipelines call
 * @param publishableKey names the workspace; may be shown
 * @param secretKey lets a pipeline do everything; null where this person may not see it
 */
public record WorkspaceAccess(
        @Nullable Path folder,
        URI url,
        String publishableKey,
        @Nullable String secretKey) {

    /** Without the secret, which must not reach a log. */
    @Override
    public String toString() {
        return "WorkspaceAccess[folder=" + folder + ", url=" + url + "]";
    }
}
