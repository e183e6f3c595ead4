package dev.rewarddesk.mcp;

import dev.rewarddesk.collect.FileUpload;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.failure.ServiceFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code rft_process_images}: brings files of the client's folders in, and has the model asked about them. */
final class ProcessTool implements Tool<ProcessTool.Input> {

    private static final String USUAL_USER = "agent";

    private final FileUpload uploads;
    private final AnswerService answers;
    private final Answering answering;
    private final List<Path> readable;

    ProcessTool(FileUpload uploads, AnswerService answers, Answering answering, List<Path> readable) {
        this.readable = readable;
        this.uploads = uploads;
        this.answers = answers;
        this.answering = answering;
    }

    /**
     * Which files.
     *
     * @param userId a free label of who brings them
     */
    record Input(
            List<String> imagePaths,
            @Nullable Context context,
            @Nullable String userId) {}

    /** What is known of all of them. */
    record Context(
            @Nullable String url,
            @Nullable String category,
            @Nullable Double qualityScore,
            @Nullable String altText,
            @Nullable String title) {

        static final Context NONE = new Context(null, null, null, null, null);

        Map<String, Object> metadata() {
            Map<String, Object> metadata = new LinkedHashMap<>();
            put(metadata, "source_url", url);
            put(metadata, "quality_score", qualityScore);
            put(metadata, "alt_text", altText);
            put(metadata, "page_title", title);
            return metadata;
        }

        private static void put(Map<String, Object> metadata, String name, @Nullable Object value) {
            if (value != null) {
                metadata.put(name, value);
            }
        }
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Answer call(Input input, Caller caller) throws InterruptedException {
        if (readable.isEmpty()) {
            throw new ServiceFailure.Forbidden(
                    "no_files_over_http",
                    "Files are read for a client that speaks over standard input and output, and over HTTP from the folders alone"
                            + " that `serve --mcp-files` names. It names none, and nothing was uploaded.");
        }
        Roots roots = caller.roots().get().within(readable);
        Context context = input.context() == null ? Context.NONE : input.context();
        String user = input.userId() == null ? USUAL_USER : input.userId();
        List<FileResult> files = new ArrayList<>();
        for (String path : input.imagePaths()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The call was taken back");
            }
            files.add(upload(path, roots, context, user));
            caller.progress()
                    .tell(
                            files.size(),
                            (long) input.imagePaths().size(),
                            "%d of %d files"
                                    .formatted(files.size(), input.imagePaths().size()));
        }
        List<UUID> ids = files.stream()
                .map(FileResult::imageId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Answering.Outcome asked = answering.about(() -> answers.images(ids), caller.progress(), files.size());
        return new Answer(text(files) + "\n" + asked.text(), new Document(files, asked));
    }

    private FileResult upload(String path, Roots roots, Context context, String user) {
        try {
            FileUpload.Stored stored = uploads.upload(roots.file(path), user, context.category(), context.metadata());
            return new FileResult(
                    path, stored.isNew() ? "new" : "duplicate", stored.id(), Picture.uri(stored.id()), null);
        } catch (ServiceFailure.Invalid refused) {
            return new FileResult(path, "refused", null, null, refused.getMessage());
        }
    }

    private static String text(List<FileResult> files) {
        return files.stream()
                .map(file -> "%s: %s%s"
                        .formatted(
                                file.path(),
                                file.status(),
                                file.reason() == null ? ", " + file.uri() : ". " + file.reason()))
                .collect(Collectors.joining("\n"));
    }

    private record Document(List<FileResult> files, Answering.Outcome answers) {}

    /**
     * What became of one file.
     *
     * @param status {@code new}, {@code duplicate} or {@code refused}
     * @param reason why it was refused, a sentence
     */
    private record FileResult(
            String path,
            String status,
            @Nullable UUID imageId,
            @Nullable String uri,
            @Nullable String reason) {}
}
