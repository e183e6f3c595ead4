package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.PatientCalls;
import dev.rewarddesk.collect.journal.AnswerJournal;
import dev.rewarddesk.collect.prompt.PromptFile;
import dev.rewarddesk.collect.prompt.PromptTemplates;
import dev.rewarddesk.supabase.Answer;
import dev.rewarddesk.supabase.Call;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.SupabaseClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Models' answers about a workspace's images. Every method may end with a {@code ServiceFailure}. */
public final class AnswerService {

    private static final int PAGE = 500;

    private final SupabaseClient client;
    private final Path folder;

    /** @param folder for what is kept of the workspace on this machine */
    public AnswerService(SupabaseClient client, Path folder) {
        this.client = client;
        this.folder = folder;
    }

    /** The workspace's prompt templates. */
    public PromptTemplates prompts() {
        return new PromptFile(folder.resolve(PromptFile.NAME)).load();
    }

    /** The images, oldest first; their bytes are fetched when they are needed. */
    public List<ImageToAnswer> images(ImageFilter filter) {
        PatientCalls calls = new PatientCalls(client.functions());
        Call call = FunctionsApi.get("upload").query("limit", PAGE).query("count", "bounded");
        call = filter.category().isPresent()
                ? call.query("category", filter.category().get())
                : call;
        call = filter.session().isPresent()
                ? call.query("session_id", filter.session().get())
                : call;
        List<ImageToAnswer> images = new ArrayList<>();
        Optional<String> next;
        Call page = call;
        do {
            Answer answer = calls.send(page);
            answer.rows(StoredRow.class).forEach(row -> images.add(image(row)));
            next = answer.nextCursor();
            page = call.query("cursor", next.orElse(""));
        } while (next.isPresent());
        return images.reversed();
    }

    /** Those images of the workspace, in that order, without what is not there any more. */
    public List<ImageToAnswer> images(List<UUID> ids) {
        PatientCalls calls = new PatientCalls(client.functions());
        return ids.stream()
                .flatMap(id -> calls.send(FunctionsApi.get("upload").query("id", id)).rows(StoredRow.class).stream())
                .map(this::image)
                .toList();
    }

    /** The record of answers on this machine; {@code Conflict} while another run has it. */
    public AnswerJournal journal() {
        return AnswerJournal.open(folder.resolve("collect"));
    }

    /**
     * A run that is yet to be started.
     *
     * @param journal closed by the caller after the run
     */
    public AnswerRun run(AnswerJournal journal, PromptTemplates prompts, AnswerSettings settings) {
        return new AnswerRun(client, journal, prompts, settings);
    }

    private ImageToAnswer image(StoredRow row) {
        return new ImageToAnswer(row.id(), row.context(), () -> client.images().whole(row.id(), row.signedUrl()));
    }
}
