package dev.rewarddesk.app;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Invited;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Role;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.model.Workspace;
import dev.rewarddesk.model.WorkspaceChange;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Two more reviewers for a workspace that is shown around: they invite themselves in and score everything, alike in the main,
 * and the newer model's answers better. The same answers get the same scores each time.
 */
final class Colleagues {

    private static final int HAND = 50;
    static final String ADA = "ada@example.org";
    static final String PASSWORD = "a colleague’s password";

    private final AccountService lead;
    private final MembersService members;
    private final Supplier<SupabaseClient> nobody;

    /** @param nobody a client in which nobody is signed in yet */
    Colleagues(AccountService lead, MembersService members, Supplier<SupabaseClient> nobody) {
        this.lead = lead;
        this.members = members;
        this.nobody = nobody;
    }

    void scoreEverything() {
        Workspace seen = lead.workspace();
        lead.change(new WorkspaceChange(3, null, null), seen);
        for (String name : List.of("Ada", "Grace")) {
            String email = name.toLowerCase(Locale.ROOT) + "@example.org";
            Invited invited = members.invite(email, Role.ANNOTATOR, name);
            try (SupabaseClient client = nobody.get()) {
                new SignInService(client).withInvitation(String.valueOf(invited.link()), PASSWORD);
                scoreAll(new ReviewService(client), name);
            }
        }
    }

    private static void scoreAll(ReviewService review, String name) {
        List<ReviewItem> hand = review.claim(HAND).items();
        while (!hand.isEmpty()) {
            hand.forEach(item -> review.tell(new Decision.Given(reward(item, name))));
            hand = review.claim(HAND).items();
        }
    }

    private static NewReward reward(ReviewItem item, String name) {
        String answer = item.response().responseText();
        // What all agree on, and what this one sees otherwise.
        Random common = new Random(answer.hashCode());
        Random own = new Random(31L * answer.hashCode() + name.hashCode());
        boolean newer = item.response().modelId().endsWith("1.1");
        boolean wrong = common.nextDouble() < (newer ? 0.18 : 0.42);
        double score = (wrong ? -0.55 : 0.45) + 0.2 * common.nextGaussian() + 0.15 * own.nextGaussian();
        Score nearest = Score.nearest(score);
        FeedbackType type = nearest.value() > 0.2
                ? FeedbackType.LIKE
                : nearest.value() < -0.2 ? FeedbackType.DISLIKE : FeedbackType.NEUTRAL;
        return new NewReward(
                UUID.randomUUID(),
                item.response().id(),
                nearest,
                new Feedback(type, null),
                "",
                List.of(),
                Math.round(8 + 20 * own.nextDouble()),
                item.lease().token());
    }
}
