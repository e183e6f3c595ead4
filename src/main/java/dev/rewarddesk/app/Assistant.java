package dev.rewarddesk.app;

import dev.rewarddesk.cli.AssistantOptions;
import dev.rewarddesk.cli.ServedAccess;
import dev.rewarddesk.mcp.DeskServices;
import dev.rewarddesk.mcp.McpDesk;
import dev.rewarddesk.mcp.Permissions;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/** Assistants: one that started this process and speaks with it over its standard streams, or many over HTTP. */
final class Assistant {

    private Assistant() {}

    /** Serves whoever holds a token of the workspace, until the process ends; answers where. */
    static URI overHttp(Path folder, ServedAccess access, int port, AssistantOptions options) {
        return new McpDesk(permissions(options), Version.current())
                .serve(new TokenHolders(folder, access), port)
                .url();
    }

    /** Serves it until it ends. */
    static void onStandardStreams(DeskServices services, AssistantOptions options) {
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
            new McpDesk(permissions(options), Version.current()).serve(services, System.in, out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Permissions permissions(AssistantOptions options) {
        return new Permissions(options.collecting(), options.most(), options.files(), options.asking());
    }
}
