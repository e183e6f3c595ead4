package dev.rewarddesk.collect;

import dev.rewarddesk.supabase.SupabaseClient;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Brings a folder in: images beside {@code responses.jsonl}, and {@code checkpoints.jsonl} where there is one. Importing the
 * same folder again adds nothing.
 */
public final class FolderImport {

    private final SupabaseClient client;

    public FolderImport(SupabaseClient client) {
        this.client = client;
    }

    /**
     * Imports what is good and reports what is not, by file and line.
     *
     * @param progress told after every line, on the calling thread
     */
    public ImportReport run(Path folder, Consumer<ImportProgress> progress) {
        throw new UnsupportedOperationException(client.getClass().getName());
    }
}
