package dev.rewarddesk.embedded.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.storage.Blobs;
import dev.rewarddesk.embedded.storage.ImageFacts;
import dev.rewarddesk.embedded.storage.StoredObject;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Keeps images in the workspace's folder. The row, the object and the file come together: the file is in place before the
 * commit and the last thing that can fail before it. Where the commit itself fails, the sweep at the next start finds out
 * whether the file is anybody's.
 */
public final class FolderDeposit implements Deposit {

    private final Desk desk;
    private final Blobs blobs;

    public FolderDeposit(Desk desk, Blobs blobs) {
        this.desk = desk;
        this.blobs = blobs;
    }

    @Override
    public String keep(Caller caller, Operation record, Blobs.Draft draft, ImageFacts facts)
            throws IOException, SQLException {
        try (Blobs.Storing storing = blobs.storing()) {
            return desk.<String, IOException>as(caller.toDatabase(), transaction -> {
                String answer = transaction.call(record.name(), record.query(), record.body(), record.headers());
                JsonNode document = Json.parsed(answer);
                if (!document.path("duplicate").asBoolean()) {
                    new StoredObject(draft.sha256(), facts.contentType(), draft.size(), StoredObject.Place.FOLDER)
                            .insert(
                                    transaction.asService(),
                                    Upload.BUCKET,
                                    document.path("path").asText());
                }
                storing.keep(draft);
                return answer;
            });
        }
    }
}
