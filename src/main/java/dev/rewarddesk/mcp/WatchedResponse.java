package dev.rewarddesk.mcp;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * A response that finds out when nobody reads it any more. Only writing tells that, so a stream of events that is silent for long has
 * comments written into it, which clients pass over (HTML Living Standard, 9.2.6).
 */
final class WatchedResponse extends HttpServletResponseWrapper {

    private final Runnable gone;
    private @Nullable Events events;

    /** @param gone is run once or more when the client is gone */
    WatchedResponse(HttpServletResponse response, Runnable gone) {
        super(response);
        this.gone = gone;
    }

    @Override
    public synchronized PrintWriter getWriter() throws IOException {
        Events made = events;
        if (made == null) {
            made = new Events(super.getWriter());
            events = made;
        }
        return made.writer;
    }

    /** Sends what was written and not sent. */
    synchronized void end() {
        if (events != null) {
            events.writer.flush();
        }
    }

    /** Lets the client be heard of, where it waits for events. */
    synchronized void beat() {
        String type = getContentType();
        if (events != null && type != null && type.startsWith("text/event-stream")) {
            events.comment();
        }
    }

    /** Whole events and comments, one after the other, whichever thread they are from. */
    private final class Events extends Writer {
        private final StringBuilder unsent = new StringBuilder();
        private final PrintWriter out;
        private final PrintWriter writer = new PrintWriter(this);

        Events(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void write(char[] text, int from, int count) {
            synchronized (unsent) {
                unsent.append(text, from, count);
            }
        }

        @Override
        public void flush() throws IOException {
            synchronized (unsent) {
                out.append(unsent);
                unsent.setLength(0);
                if (out.checkError()) {
                    gone.run();
                    throw new IOException("The client is gone");
                }
            }
        }

        void comment() {
            synchronized (unsent) {
                if (unsent.isEmpty()) {
                    out.write(":\n\n");
                    if (out.checkError()) {
                        gone.run();
                    }
                }
            }
        }

        @Override
        public void close() throws IOException {
            flush();
            out.close();
        }
    }
}
