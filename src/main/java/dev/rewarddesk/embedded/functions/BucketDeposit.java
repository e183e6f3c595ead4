package dev.rewarddesk.embedded.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.http.SqlRefusals;
import dev.rewarddesk.embedded.storage.Blobs;
import dev.rewarddesk.embedded.storage.Contents;
import dev.rewarddesk.embedded.storage.ImageFacts;
import dev.rewarddesk.embedded.storage.S3Bucket;
import dev.rewarddesk.embedded.storage.S3Trouble;
import dev.rewarddesk.embedded.storage.StoredObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps images in an S3-compatible bucket, which no transaction reaches: announced, stored, recorded, or cleaned up. What is
 * stored and gets no row is removed at once where that is certain; where it is not, because an answer is missing, it is left
 * to a later upload, which is told of it when nothing can be under way any more.
 */
public final class BucketDeposit implements Deposit {

    private static final Logger LOG = LoggerFactory.getLogger(BucketDeposit.class);

    private final Desk desk;
    private final S3Bucket bucket;

    public BucketDeposit(Desk desk, S3Bucket bucket) {
        this.desk = desk;
        this.bucket = bucket;
    }

    @Override
    public String keep(Caller caller, Operation record, Blobs.Draft draft, ImageFacts facts)
            throws IOException, SQLException {
        JsonNode prepared = Json.parsed(desk.as(
                caller.toDatabase(),
                transaction -> transaction.call("prepare_upload", record.query(), record.body(), "{}")));
        if (prepared.path("duplicate").asBoolean()) {
            return desk.as(
                    caller.toDatabase(),
                    transaction -> transaction.call(record.name(), record.query(), record.body(), record.headers()));
        }
        List<String> leftBehind = new ArrayList<>();
        prepared.path("left_behind").forEach(path -> leftBehind.add(path.asText()));
        discard(leftBehind);
        String path = prepared.path("path").asText();
        StoredObject object =
                new StoredObject(draft.sha256(), facts.contentType(), draft.size(), StoredObject.Place.BUCKET);
        try {
            bucket.put(path, draft.file(), facts.contentType());
        } catch (S3Trouble trouble) {
            throw Contents.refusal(trouble);
        }
        String answer = recorded(caller, record, path, object);
        // Somebody else was faster with the same bytes, or the call is a repeated one.
        if (!Json.parsed(answer).path("path").asText().equals(path)) {
            discard(List.of(path));
        }
        return answer;
    }

    private String recorded(Caller caller, Operation record, String path, StoredObject object) throws SQLException {
        ObjectNode headers = (ObjectNode) Json.parsed(record.headers());
        headers.put("object-path", path);
        try {
            return desk.as(caller.toDatabase(), transaction -> {
                String answer = transaction.call(record.name(), record.query(), record.body(), headers.toString());
                if (Json.parsed(answer).path("path").asText().equals(path)) {
                    object.insert(transaction.asService(), Upload.BUCKET, path);
                }
                return answer;
            });
        } catch (SQLException failure) {
            if (SqlRefusals.of(failure)
                    .filter(refusal -> refusal.status() < 500)
                    .isPresent()) {
                discard(List.of(path));
            }
            throw failure;
        }
    }

    private void discard(List<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        try {
            for (String path : paths) {
                bucket.remove(path);
            }
            desk.as(
                    new Caller.Service().toDatabase(),
                    transaction -> transaction.call("forget_objects", "{}", Json.text(Map.of("paths", paths)), "{}"));
        } catch (IOException | SQLException failure) {
            LOG.warn("Objects without a row could not be removed; a later upload tries again", failure);
        }
    }
}
