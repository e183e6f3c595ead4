package dev.rewarddesk.collect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.collect.ImageUploads.Upload;
import dev.rewarddesk.collect.ImageUploads.Uploaded;
import dev.rewarddesk.collect.LineReader.Line;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.FunctionsApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * Imports {@code responses.jsonl}. Images are sent ahead, a few at a time; responses one after the other, so that the queue
 * has the file's order.
 */
final class ResponseImport {

    static final String FILE = "responses.jsonl";

    /** Lines whose image may be under way at the same time; each may hold an image in memory. */
    private static final int AHEAD = 4;

    private final Path realFolder;
    private final PatientCalls calls;
    private final ImageUploads uploads;
    private final Tally tally;

    ResponseImport(Path realFolder, PatientCalls calls, ImageUploads uploads, Tally tally) {
        this.realFolder = realFolder;
        this.calls = calls;
        this.uploads = uploads;
        this.tally = tally;
    }

    void run(LineReader lines) throws IOException {
        Deque<Prepared> ahead = new ArrayDeque<>();
        Optional<Line> line = lines.next();
        while (line.isPresent()) {
            ahead.add(prepare(line.get()));
            if (ahead.size() > AHEAD) {
                finish(ahead.remove());
            }
            line = lines.next();
        }
        while (!ahead.isEmpty()) {
            finish(ahead.remove());
        }
    }

    private sealed interface Prepared {
        record Blank() implements Prepared {}

        record Bad(int number, String reason) implements Prepared {}

        record Ready(int number, ResponseLine line, Path file, Upload upload) implements Prepared {}
    }

    private Prepared prepare(Line line) {
        String text = line.text();
        if (text == null) {
            return new Prepared.Bad(line.number(), line.problem());
        }
        if (text.isBlank()) {
            return new Prepared.Blank();
        }
        try {
            ResponseLine response = ResponseLine.parse(text);
            Path file = ImageFile.locate(realFolder, response.image());
            return new Prepared.Ready(line.number(), response, file, uploads.of(file, response.uploadFields()));
        } catch (BadLine bad) {
            return new Prepared.Bad(line.number(), bad.reason());
        }
    }

    private void finish(Prepared prepared) {
        switch (prepared) {
            case Prepared.Blank blank -> {}
            case Prepared.Bad(int number, String reason) -> tally.problem(FILE, number, reason);
            case Prepared.Ready ready -> {
                try {
                    create(ready);
                } catch (BadLine bad) {
                    tally.problem(FILE, ready.number(), bad.reason());
                } catch (ServiceFailure.Invalid refused) {
                    tally.problem(FILE, ready.number(), reason(refused));
                }
            }
        }
        tally.lineDone();
    }

    // What is too long for the workspace is the request that was made of the line, and the reader knows only the line.
    private static String reason(ServiceFailure.Invalid refused) {
        return refused.code().equals("body_too_large")
                ? "prompt, response_text and metadata together are longer than the workspace takes"
                : refused.getMessage();
    }

    private void create(Prepared.Ready ready) throws BadLine {
        Uploaded image = uploaded(ready);
        ResponseLine line = ready.line();
        NewResponse body = new NewResponse(
                line.idFor(image.sha256()),
                image.id(),
                line.userId(),
                line.prompt(),
                line.responseText(),
                line.modelId(),
                line.metadata());
        try {
            calls.send(FunctionsApi.post("rft-responses").body(body));
            tally.newResponse();
        } catch (ServiceFailure.Conflict conflict) {
            if (!conflict.code().equals("id_taken")) {
                throw conflict;
            }
            tally.known();
        }
    }

    private Uploaded uploaded(Prepared.Ready ready) throws BadLine {
        Upload upload = ready.upload();
        try {
            return counted(upload);
        } catch (ServiceFailure.Invalid refused) {
            if (upload.isOwn()) {
                throw refusal(ready, refused);
            }
        }
        try {
            // Another line's metadata may be why; this one's may be good.
            return counted(uploads.again(ready.file(), ready.line().uploadFields()));
        } catch (ServiceFailure.Invalid refused) {
            throw refusal(ready, refused);
        }
    }

    private static BadLine refusal(Prepared.Ready ready, ServiceFailure.Invalid refused) {
        return new BadLine(
                "the image \"" + ImageFile.shown(ready.line().image()) + "\" was refused: " + refused.getMessage());
    }

    private Uploaded counted(Upload upload) throws BadLine {
        Uploaded image = await(upload);
        if (upload.isOwn() && image.isNew()) {
            tally.newImage();
        }
        return image;
    }

    private static Uploaded await(Upload upload) throws BadLine {
        try {
            return upload.result().get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case BadLine bad -> throw bad;
                case ServiceFailure failure -> throw failure;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ServiceFailure.Offline("The import was stopped.", stopped);
        }
    }

    private record NewResponse(
            UUID id,
            UUID imageId,
            String userId,
            String prompt,
            String responseText,
            String modelId,
            JsonNode metadata) {}
}
