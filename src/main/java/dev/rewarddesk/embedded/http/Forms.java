package dev.rewarddesk.embedded.http;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** Reads forms with files, the longer parts straight to disk and all of it within a bound. */
public final class Forms {

    /** The longest form: a file of 10 MiB, and its fields. */
    static final int LONGEST = 12 * 1024 * 1024;

    /** Most images of pages; a file for each would be made and removed again at once, which ext4 is slow at. */
    private static final int IN_MEMORY = 256 * 1024;

    private final MultipartConfigElement bounds;

    /** @param incoming the folder for parts under way; they are gone from it when the request ends */
    public Forms(Path incoming) {
        this.bounds = new MultipartConfigElement(incoming.toString(), LONGEST, LONGEST, IN_MEMORY);
    }

    /**
     * The form's parts.
     *
     * @throws Refusal when it is no form (415), too long (413) or not well-formed (400)
     */
    public Collection<Part> parts(Context context) throws IOException {
        if (!context.isMultipartFormData()) {
            throw Refusal.of(415, "not_a_form", "An upload is a form (Content-Type: multipart/form-data).");
        }
        if (context.req().getContentLengthLong() > LONGEST) {
            throw tooLarge();
        }
        context.req().setAttribute("org.eclipse.jetty.multipartConfig", bounds);
        try {
            return context.req().getParts();
        } catch (ServletException | EOFException | RuntimeException malformed) {
            // Jetty gives the connection up after such a form; a client that is not told would send its next request on
            // it.
            context.header("Connection", "close");
            throw String.valueOf(malformed.getMessage()).contains("exceed")
                    ? tooLarge()
                    : Refusal.of(400, "invalid_form", "The form is not well-formed multipart/form-data.");
        }
    }

    private static Refusal tooLarge() {
        return Refusal.of(413, "body_too_large", "An upload may have at most a file of 10 MiB and its fields.");
    }
}
