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

/** Who holds a token of the workspace that this process serves; the backend says so, and says it again at every call. */
final class TokenHolders implements Visitors {

    private static final int REMEMBERED = 100;

    private final Path folder;
    private final ServedAccess access;
    private final Map<String, Visitor> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Visitor> eldest) {
            return size() > REMEMBERED;
        }
    };

    TokenHolders(Path folder, ServedAccess access) {
        this.folder = folder;
        this.access = access;
    }

    @Override
    public synchronized Optional<Visitor> by(String token) {
        Visitor before = known.get(token);
        if (before != null) {
            return Optional.of(before);
        }
        ClientServices services = services(token);
        try {
            UUID person = services.account().workspace().me().userId();
            Visitor visitor = new Visitor(person == null ? "pipeline" : person.toString(), services);
            known.put(token, visitor);
            return Optional.of(visitor);
        } catch (ServiceFailure.SignedOut | ServiceFailure.Forbidden stranger) {
            services.close();
            return Optional.empty();
        }
    }

    private ClientServices services(String token) {
        SupabaseClient pipeline = SupabaseClient.forPipeline(new WorkspaceAddress(access.url(), access.secretKey()));
        return token.equals(access.secretKey())
                ? new ClientServices(pipeline, folder)
                : new ClientServices(
                        SupabaseClient.forToken(new WorkspaceAddress(access.url(), access.publishableKey()), token),
                        pipeline,
                        folder);
    }
}
