package dev.rewarddesk.desktop.review;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.image.ImageFiles;
import dev.rewarddesk.desktop.image.ImageSource;
import dev.rewarddesk.desktop.image.PictureMemory;
import dev.rewarddesk.desktop.image.TempFolder;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import dev.rewarddesk.desktop.sending.Sending;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.settings.SensitiveImages;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A workspace of one's own with a real backend, and the owner signed in to it through a valve. */
final class Bench implements AutoCloseable, Notices, InstantSource {

    final TestBackend backend;
    final Valve valve;
    final ReviewService service;
    final Outgoing outgoing;
    final CurrentWorkspace workspace;
    final ObjectProperty<SensitiveImages> blurred = new SimpleObjectProperty<>(SensitiveImages.MARKED);
    private final Path files = Files.createTempDirectory("reward-desk-images-");
    final List<String> told = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();
    final List<Runnable> asked = new ArrayList<>();
    private final SupabaseClient client;
    private final AccountService account;
    private final Path folder;
    private @Nullable Sending sending;
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    /** Empties the workspace first; closing the bench leaves the backend open. */
    Bench(TestBackend backend) throws IOException {
        this.backend = backend;
        change("truncate images, responses cascade");
        BackendAccess access = backend.backend().access();
        valve = new Valve(access.url());
        client = SupabaseClient.forPerson(
                WorkspaceAddress.of(valve.url().toString(), access.publishableKey()), new InMemorySessionStore());
        client.signIn(access.ownerEmail(), access.ownerPassword());
        service = new ReviewService(client);
        folder = Files.createTempDirectory("bench");
        outgoing = Outgoing.open(client, folder);
        account = new AccountService(client);
        workspace = new CurrentWorkspace(account, Tasks.inline());
        workspace.refresh();
    }

    /** A desk, as after a start of the program. */
    ReviewViewModel model(Tasks tasks) {
        sending = new Sending(outgoing, tasks);
        ReviewViewModel model =
                new ReviewViewModel(service, outgoing, sending, workspace, tasks, this, shelf(tasks), this);
        sending.start();
        return model;
    }

    PictureShelf shelf(Tasks tasks) {
        return new PictureShelf(
                tasks,
                new ImageSource(new ImageFiles(files, ImageFiles.USUAL_BOUND), service::bytesOf),
                PictureMemory.usual(),
                blurred);
    }

    /** What the desk made last sends. */
    Sending sending() {
        return Objects.requireNonNull(sending);
    }

    /** Ends the desk made last as a crash would: nothing is given back and nothing more is written. */
    void crash(Tasks tasks) {
        tasks.end();
        sending().close();
    }

    /** Answers without an image. */
    void addAnswers(int count) {
        for (int i = 1; i <= count; i++) {
            addAnswer("How many boats are there? " + i, "There are " + i + " boats.", null);
        }
    }

    void addAnswer(String prompt, String answer, @Nullable String imageId) {
        Map<String, Object> body = imageId == null
                ? Map.of("user_id", "tests", "prompt", prompt, "response_text", answer)
                : Map.of("user_id", "tests", "prompt", prompt, "response_text", answer, "image_id", imageId);
        backend.service()
                .post("/functions/v1/rft-responses", TestApi.json(body))
                .ok();
    }

    String addImage(String name, byte[] bytes) {
        return backend.service()
                .upload(name, "application/octet-stream", bytes, Map.of())
                .ok()
                .get("imageId")
                .asText();
    }

    /** One column of what a query answers, as text; rows apart by line breaks. */
    String ask(String sql) {
        try (Connection connection = backend.ownerConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return String.join("\n", found);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    void change(String sql) {
        try (Connection connection = backend.ownerConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    /** Lets the lease of the answer of that number run out and a colleague take it. */
    void steal(int number) {
        backend.annotator("ann");
        String response = "(select id from responses order by created_at limit 1 offset " + (number - 1) + ")";
        change("delete from review_leases where response_id = " + response);
        change("insert into review_leases (response_id, reviewer_id, expires_at) values (" + response
                + ", (select user_id from members where role = 'annotator' limit 1), now() + interval '1 hour')");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void tell(String text) {
        told.add(text);
    }

    @Override
    public void warn(String text) {
        told.add(text);
    }

    @Override
    public void fail(Throwable failure) {
        failures.add(failure);
    }

    @Override
    public void ask(Question question, Runnable onYes) {
        asked.add(onYes);
    }

    @Override
    public void close() {
        if (sending != null) {
            sending.close();
        }
        outgoing.close();
        client.close();
        valve.close();
        TempFolder.remove(files);
    }
}
