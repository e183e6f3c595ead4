package dev.rewarddesk.desktop.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.image.EncodedImages;
import dev.rewarddesk.desktop.image.GifBytes;
import dev.rewarddesk.desktop.image.ImageSource;
import dev.rewarddesk.desktop.sending.Sending;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.settings.SensitiveImages;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A real workspace with something in it to look through. */
final class Stock implements AutoCloseable {

    final TestDesk desk = new TestDesk();
    final RecordingNotices notices = new RecordingNotices();
    final ObjectProperty<SensitiveImages> blurred = new SimpleObjectProperty<>(SensitiveImages.MARKED);
    private @Nullable Sending sending;
    final LibraryService service = desk.services(Path.of("no-sample")).library();

    /** The library as the owner sees it. */
    LibraryViewModel library(Tasks tasks) {
        return library(service, desk.workspace(), tasks, notices);
    }

    /** The library as somebody else sees it. */
    LibraryViewModel library(LibraryService theirs, CurrentWorkspace workspace, Tasks tasks, RecordingNotices told) {
        Services services = desk.services(Path.of("no-sample"));
        sending = new Sending(services.outgoing(), tasks);
        return new LibraryViewModel(
                theirs,
                services.outgoing(),
                sending,
                new ImageSource(services.pictures().files(), services.review()::bytesOf),
                services.pictures().memory(),
                workspace,
                tasks,
                told,
                InstantSource.system(),
                blurred);
    }

    /** Tells the library made last what becomes of decisions. */
    void follow() {
        Objects.requireNonNull(sending).start();
    }

    /** Waits until nothing waits to be sent. */
    void arrived() {
        Instant patience = Instant.now().plusSeconds(30);
        while (!desk.outgoing().waiting().isEmpty()) {
            assertThat(Instant.now()).as("it is sent").isBefore(patience);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** The reward as the workspace has it now. */
    Reward reward(UUID response) {
        return service.rewardsTo(response).getFirst().reward();
    }

    /** Changes the owner's reward as from another machine. */
    void changeElsewhere(UUID response, double score, String comment) {
        desk.backend()
                .owner()
                .put(
                        "/functions/v1/rft-rewards?id=" + reward(response).id(),
                        TestApi.json(Map.of("score", score, "comment", comment)))
                .ok();
    }

    UUID respond(String answer) {
        return respond("How many boats?", answer, "m", null);
    }

    UUID respond(String prompt, String answer, String model, @Nullable String image) {
        Map<String, Object> body =
                new HashMap<>(Map.of("user_id", "test", "prompt", prompt, "response_text", answer, "model_id", model));
        if (image != null) {
            body.put("image_id", image);
        }
        return UUID.fromString(desk.backend()
                .service()
                .post("/functions/v1/rft-responses", TestApi.json(body))
                .ok()
                .at("/data/id")
                .asText());
    }

    String upload(String category, int width, int height) {
        return desk.backend()
                .service()
                .upload(
                        "a.png",
                        "image/png",
                        EncodedImages.encode(EncodedImages.quarters(width, height), "png"),
                        Map.of("category", category))
                .ok()
                .path("imageId")
                .asText();
    }

    /** Two frames of a fifth of a second each. */
    String uploadAnimation() {
        byte[] gif = new GifBytes(40, 30)
                .frame(0, 0, 40, 30, 1, 1, 20)
                .frame(0, 0, 40, 30, 2, 1, 20)
                .bytes();
        return desk.backend()
                .service()
                .upload("a.gif", "image/gif", gif, Map.of("category", "moving"))
                .ok()
                .path("imageId")
                .asText();
    }

    void give(UUID response, double score, String comment) {
        give(desk.backend().owner(), response, score, comment);
    }

    void give(TestApi reviewer, UUID response, double score, String comment) {
        reviewer.post(
                        "/functions/v1/rft-rewards",
                        TestApi.json(Map.of("response_id", response, "score", score, "comment", comment)))
                .ok();
    }

    void flag(UUID response, String comment) {
        flag(response, "duplicate", comment);
    }

    void flag(UUID response, String reason, String comment) {
        desk.backend()
                .annotator("ann")
                .post(
                        "/functions/v1/rft-responses/queue/flag",
                        TestApi.json(Map.of("response_id", response, "reason", reason, "comment", comment)))
                .ok();
    }

    @Override
    public void close() {
        if (sending != null) {
            sending.close();
        }
        desk.close();
    }
}
