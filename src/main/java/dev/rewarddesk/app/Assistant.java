package dev.rewarddesk.app;

import dev.rewarddesk.cli.AssistantOptions;
import dev.rewarddesk.mcp.McpDesk;
import dev.rewarddesk.mcp.Permissions;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An assistant that started this process and speaks with it over its standard streams. */
final class Assistant {

    private Assistant() {}

    /** Serves it until it ends. */
    static void onStandardStreams(Path folder, AssistantOptions options) {
        // What a library might print would break the protocol.
        System.setOut(System.err);
        try (LocalWorkspace workspace = LocalWorkspace.open(folder);
                OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
            Permissions permissions = new Permissions(options.allowPrivate(), options.asking());
            new McpDesk(workspace.assistants(), permissions, Version.current()).serve(System.in, out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
