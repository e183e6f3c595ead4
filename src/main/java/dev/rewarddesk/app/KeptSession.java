package dev.rewarddesk.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.vault.SealedFile;
import dev.rewarddesk.supabase.Session;
import dev.rewarddesk.supabase.SessionStore;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sign-in in a sealed file. One that cannot be read is as good as none: the person signs in again. */
final class KeptSession implements SessionStore {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSession.class);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final SealedFile file;

    KeptSession(SealedFile file) {
        this.file = file;
    }

    @Override
    public Optional<Session> load() {
        try {
            Optional<byte[]> content = file.read();
            return content.isPresent() ? Optional.of(read(MAPPER.readTree(content.get()))) : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            // Without the cause, which could quote what was read.
            LOG.warn(
                    "The kept sign-in cannot be read: {}", unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    @Override
    public void save(Session session) {
        try {
            file.write(MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                    .put("userId", session.userId().toString())
                    .put("email", session.email())
                    .put("accessToken", session.accessToken())
                    .put("refreshToken", session.refreshToken())
                    .put("expiresAt", session.expiresAt().toString())));
        } catch (IOException full) {
            throw notKept(full);
        }
    }

    @Override
    public void clear() {
        try {
            file.delete();
        } catch (IOException stuck) {
            throw notKept(stuck);
        }
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        try {
            return file.alone(work);
        } catch (IOException failure) {
            throw notKept(failure);
        }
    }

    private static Session read(JsonNode kept) {
        return new Session(
                UUID.fromString(kept.path("userId").asText()),
                kept.path("email").asText(),
                kept.path("accessToken").asText(),
                kept.path("refreshToken").asText(),
                Instant.parse(kept.path("expiresAt").asText()));
    }

    private static ServiceFailure notKept(IOException cause) {
        return new ServiceFailure.Server(
                "session_not_kept",
                "The sign-in could not be written to this machine’s disk. Free some space, or check who may write to the"
                        + " program’s folder; then sign in again. Nothing was lost.",
                null,
                cause);
    }
}
