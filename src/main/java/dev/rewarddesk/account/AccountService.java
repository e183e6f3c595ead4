package dev.rewarddesk.account;

import dev.rewarddesk.model.GuardRails;
import dev.rewarddesk.model.ReadinessBounds;
import dev.rewarddesk.model.Revised;
import dev.rewarddesk.model.Workspace;
import dev.rewarddesk.model.WorkspaceChange;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.SupabaseClient;

/** The signed-in person and the workspace as they see it. Methods block and end with a {@code ServiceFailure}. */
public final class AccountService {

    private final SupabaseClient client;

    public AccountService(SupabaseClient client) {
        this.client = client;
    }

    /** The workspace and the caller's role in it; {@code Forbidden} when not a member. */
    public Workspace workspace() {
        return client.functions()
                .send(FunctionsApi.get("rft-responses/workspace"))
                .data(Workspace.class);
    }

    /** What has to be so before a checkpoint is activated, with the revision of the settings. */
    public Revised<GuardRails> guardRails() {
        return client.functions()
                .send(FunctionsApi.get("rft-responses/workspace"))
                .data(GuardRailsRow.Answer.class)
                .guardRails();
    }

    /**
     * Sets the guard rails; {@code Forbidden} for who is no lead.
     *
     * @param seen the revision of the settings as the caller saw them; {@code Conflict} when somebody has changed them since
     * @return the guard rails as they are now
     */
    public Revised<GuardRails> change(GuardRails rails, int seen) {
        return client.functions()
                .send(FunctionsApi.put("rft-responses/workspace").ifMatch(seen).body(GuardRailsRow.of(rails)))
                .data(GuardRailsRow.Answer.class)
                .guardRails();
    }

    /** What it takes to be ready for training, with the revision of the settings. */
    public Revised<ReadinessBounds> readiness() {
        return client.functions()
                .send(FunctionsApi.get("rft-responses/workspace"))
                .data(ReadinessRow.Answer.class)
                .bounds();
    }

    /**
     * Sets what it takes to be ready for training; {@code Forbidden} for who is no lead.
     *
     * @param seen as for guard rails
     * @return what it takes now
     */
    public Revised<ReadinessBounds> change(ReadinessBounds bounds, int seen) {
        return client.functions()
                .send(FunctionsApi.put("rft-responses/workspace").ifMatch(seen).body(ReadinessRow.of(bounds)))
                .data(ReadinessRow.Answer.class)
                .bounds();
    }

    /**
     * Changes the workspace's settings; more overlap takes a while where there are many responses.
     *
     * @param seen the settings as the caller saw them; {@code Conflict} when somebody has changed them since
     * @return the settings as they are now
     */
    public Workspace change(WorkspaceChange change, Workspace seen) {
        return client.functions()
                .send(FunctionsApi.put("rft-responses/workspace")
                        .ifMatch(seen.revision())
                        .body(change))
                .data(Workspace.class);
    }
}
