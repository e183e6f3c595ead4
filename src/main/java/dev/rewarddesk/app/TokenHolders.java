package dev.rewarddesk.app;

import dev.rewarddesk.cli.ServedAccess;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.mcp.Visitor;
import dev.rewarddesk.mcp.Visitors;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who holds a token of the workspace that this process serves; the backend says so, and is asked again at every request. */
final class TokenHolders implements Visitors, AutoCloseable {

    private static final int REMEMBERED = 100;

    private final Path folder;
    private final ServedAccess access;
    private final Map<String, ClientServices> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ClientServices> eldest) {
            return size() > REMEMBERED;
        }
    };

    TokenHolders(Path folder, ServedAccess access) {
        this.folder = folder;
        this.access = access;
    }

    @Override
    public Optional<Visitor> by(String token) {
        ClientServices services = services(token);
        try {
            UUID person = services.account().workspace().me().userId();
            return Optional.of(new Visitor(person == null ? "pipeline" : person.toString(), services));
        } catch (ServiceFailure.SignedOut | ServiceFailure.Forbidden stranger) {
            return Optional.empty();
        }
    }

    /** Ends the connections that are kept for those who came. */
    @Override
    public void close() {
        synchronized (known) {
            known.values().forEach(ClientServices::close);
            known.clear();
        }
    }

    // Whose services are kept may be a stranger by now; the workspace says.
    private ClientServices services(String token) {
        synchronized (known) {
            return known.computeIfAbsent(token, this::made);
        }
    }

    private ClientServices made(String token) {
        SupabaseClient pipeline = SupabaseClient.forPipeline(new WorkspaceAddress(access.url(), access.secretKey()));
        return token.equals(access.secretKey())
                ? new ClientServices(pipeline, folder)
                : new ClientServices(
                        SupabaseClient.forToken(new WorkspaceAddress(access.url(), access.publishableKey()), token),
                        pipeline,
                        folder);
    }
}
