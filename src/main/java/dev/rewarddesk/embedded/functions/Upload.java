package dev.rewarddesk.embedded.functions;

import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.http.Forms;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.http.Refusal;
import dev.rewarddesk.embedded.storage.Blobs;
import dev.rewarddesk.embedded.storage.ImageFacts;
import io.javalin.http.Context;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code POST /functions/v1/upload}: an image judged by its bytes, with its row and its file or with neither. */
public final class Upload {

    /** Where images are, whatever keeps them. */
    static final String BUCKET = "scraped-images";

    private static final int LONGEST_FILE = 10 * 1024 * 1024;
    private static final int LONGEST_FIELD = 1024 * 1024;
    private static final List<String> FIELDS = List.of("fileName", "user_id", "category", "metadata");

    private final Gate gate;
    private final Blobs blobs;
    private final Forms forms;
    private final Deposit deposit;

    public Upload(Gate gate, Blobs blobs, Forms forms, Deposit deposit) {
        this.gate = gate;
        this.blobs = blobs;
        this.forms = forms;
        this.deposit = deposit;
    }

    void answer(Context context) throws IOException, SQLException {
        Caller caller = gate.caller(context);
        Map<String, String> fields = new LinkedHashMap<>();
        Part file = null;
        for (Part part : forms.parts(context)) {
            if (part.getName().equals("file")) {
                file = file == null ? part : file;
            } else if (FIELDS.contains(part.getName())) {
                fields.putIfAbsent(part.getName(), field(part));
            }
        }
        if (file == null) {
            throw Refusal.of(400, "invalid_file", "The form has no field named file.")
                    .with(Map.of("field", "file"));
        }
        if (file.getSize() > LONGEST_FILE) {
            throw Refusal.of(413, "file_too_large", "The file may have at most 10 MiB.");
        }
        try (Blobs.Draft draft = blobs.receive(file.getInputStream())) {
            ImageFacts facts = ImageFacts.of(draft.file())
                    .orElseThrow(() -> Refusal.of(
                            415,
                            "not_an_image",
                            "The file is no whole JPEG, PNG, WebP or GIF image that can be read."));
            Operation call = Operation.of("create_image", context, body(file, draft, facts, fields));
            FunctionRoutes.send(context, deposit.keep(caller, call, draft, facts));
        }
    }

    private static String body(Part file, Blobs.Draft draft, ImageFacts facts, Map<String, String> fields) {
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("name", file.getSubmittedFileName());
        measured.put("sha256", draft.sha256());
        measured.put("content_type", facts.contentType());
        measured.put("size", draft.size());
        measured.put("width", facts.width());
        measured.put("height", facts.height());
        return Json.text(Map.of("file", measured, "fields", fields));
    }

    private static String field(Part part) throws IOException {
        if (part.getSize() > LONGEST_FIELD) {
            throw Refusal.of(413, "body_too_large", "The field %s is too long.".formatted(part.getName()));
        }
        try (InputStream content = part.getInputStream()) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException foreign) {
            throw Refusal.of(400, "invalid_" + part.getName(), "%s is not in UTF-8.".formatted(part.getName()))
                    .with(Map.of("field", part.getName()));
        }
    }
}
