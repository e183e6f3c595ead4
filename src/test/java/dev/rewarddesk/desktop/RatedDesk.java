package dev.rewarddesk.desktop;

import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.model.WorkspaceChange;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A workspace with the small sample in it, of which two people have scored everything: checkpoint {@code one}, which is active,
 * is the better one, and {@code two} the worse.
 */
public final class RatedDesk implements AutoCloseable {

    private final TestDesk desk = new TestDesk();
    private final Services services;

    /** @param folder empty; the sample is drawn there */
    public RatedDesk(Path folder) throws IOException {
        SmallSample.into(folder);
        services = desk.services(folder);
        services.folders().run(folder, _ -> {});
        services.account()
                .change(new WorkspaceChange(2, null, null), services.account().workspace());
        score("ann", 0.05);
        score("bob", -0.05);
    }

    public TestDesk desk() {
        return desk;
    }

    public Services services() {
        return services;
    }

    /** The checkpoint of that version, as it is now. */
    public Checkpoint checkpoint(String version) {
        return desk.checkpoints().list().stream()
                .filter(checkpoint -> checkpoint.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    private void score(String name, double lenience) {
        try (SupabaseClient client = RealWorkspace.annotator(desk.backend(), name)) {
            ReviewService review = new ReviewService(client);
            for (ReviewItem item : review.claim(10).items()) {
                double base = item.response().modelId().equals("one") ? 0.6 : -0.4;
                double own = item.response().responseText().length() % 2 * 0.2;
                review.tell(new Decision.Given(new NewReward(
                        UUID.randomUUID(),
                        item.response().id(),
                        Score.nearest(base + own + lenience),
                        Feedback.NONE,
                        "",
                        List.of(),
                        12,
                        item.lease().token())));
            }
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
