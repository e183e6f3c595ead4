package dev.rewarddesk.mcp;

import dev.rewarddesk.failure.ServiceFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets requests in: sent to this machine by name, from no page elsewhere, with a token of the workspace, and in a session that the same
 * visitor began.
 */
final class Doorkeeper extends HttpFilter {

    /** Under which a request's visitor is kept. */
    static final String VISITOR = "visitor";

    /** The header that names a session. */
    static final String SESSION = "Mcp-Session-Id";

    @Serial
    private static final long serialVersionUID = 1;

    private static final int MOST_SESSIONS = 10_000;
    private static final Set<String> OUR_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final transient Visitors visitors;
    private final transient Map<String, String> sessions = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_SESSIONS;
        }
    };

    Doorkeeper(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String host = String.valueOf(request.getHeader("Host")).toLowerCase(Locale.ROOT);
        if (!isOurs(host, request.getLocalPort())) {
            refuse(response, 403, "This server answers on 127.0.0.1 and localhost alone.");
            return;
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !isOurs(withoutScheme(origin), request.getLocalPort())) {
            refuse(response, 403, "A page elsewhere may not speak with this server.");
            return;
        }
        Optional<Visitor> visitor;
        try {
            visitor = bearer(request).flatMap(visitors::by);
        } catch (ServiceFailure failure) {
            refuse(response, 503, "The workspace cannot be asked who this is. Try again in a moment.");
            return;
        }
        if (visitor.isEmpty()) {
            // RFC 6750, section 3.1: a token that does not hold is told apart from none.
            response.setHeader(
                    "WWW-Authenticate", bearer(request).isPresent() ? "Bearer error=\"invalid_token\"" : "Bearer");
            refuse(
                    response,
                    401,
                    "This needs a token of the workspace as Bearer that holds: its secret key, or a signed-in person's.");
            return;
        }
        String session = request.getHeader(SESSION);
        if (session != null && !visitor.get().name().equals(whose(session))) {
            refuse(response, 404, "There is no such session. Begin a new one.");
            return;
        }
        request.setAttribute(VISITOR, visitor.get());
        chain.doFilter(request, new Noting(response, visitor.get().name()));
    }

    private static boolean isOurs(String host, int port) {
        return OUR_NAMES.stream().anyMatch(name -> host.equals(name + ":" + port));
    }

    private static String withoutScheme(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") ? lower.substring("http://".length()) : lower;
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("bearer "))
                .map(header -> header.substring("bearer ".length()).strip())
                .filter(token -> !token.isEmpty());
    }

    private String whose(String session) {
        synchronized (sessions) {
            return sessions.getOrDefault(session, "");
        }
    }

    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream()
                .write("{\"error\":\"%s\"}".formatted(sentence).getBytes(StandardCharsets.UTF_8));
    }

    /** Notes who began a session, before the client can know its name. */
    private final class Noting extends HttpServletResponseWrapper {

        private final String visitor;

        Noting(HttpServletResponse response, String visitor) {
            super(response);
            this.visitor = visitor;
        }

        @Override
        public void setHeader(String name, String value) {
            if (name.equalsIgnoreCase(SESSION)) {
                synchronized (sessions) {
                    sessions.put(value, visitor);
                }
            }
            super.setHeader(name, value);
        }
    }
}
