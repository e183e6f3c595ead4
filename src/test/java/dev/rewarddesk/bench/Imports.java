package dev.rewarddesk.bench;

import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.ImportReport;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.nio.file.Path;

/** Brings a folder into a workspace, as its owner would. */
final class Imports {

    private Imports() {}

    static void run(TestBackend backend, Path folder) {
        BackendAccess access = backend.backend().access();
        SupabaseClient client = SupabaseClient.forPerson(
                WorkspaceAddress.of(access.url().toString(), access.publishableKey()), new InMemorySessionStore());
        try {
            client.signIn(access.ownerEmail(), access.ownerPassword());
            ImportReport report = new FolderImport(client).run(folder, _ -> {});
            if (!report.problems().isEmpty()) {
                throw new IllegalStateException(String.valueOf(report.problems().getFirst()));
            }
        } finally {
            client.close();
        }
    }
}
