package dev.rewarddesk.review;

import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.Hand;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.ReviewProgress;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.List;

/** The review queue of the signed-in reviewer. Every method blocks and ends with a {@code ServiceFailure} when it fails. */
public final class ReviewService {

    private final SupabaseClient client;

    public ReviewService(SupabaseClient client) {
        this.client = client;
    }

    /**
     * Makes the reviewer's hand {@code size} items: those already held, renewed, then the next ones, those they skipped last.
     * Asking again gives the same hand. Fewer items mean that no more wait.
     *
     * @param size 1 to 50
     */
    public Hand claim(int size) {
        throw new UnsupportedOperationException();
    }

    /** Extends the leases of what is on the desk and returns the items whose lease is lost. */
    public List<ReviewItem> renew(List<ReviewItem> items) {
        throw new UnsupportedOperationException();
    }

    /** Gives items back to the queue. */
    public void release(List<ReviewItem> items) {
        throw new UnsupportedOperationException();
    }

    /** Gives a reward. Sending the same one again (same id) answers the first, so it may be retried. */
    public Reward submit(NewReward reward) {
        throw new UnsupportedOperationException();
    }

    /** Puts the item behind everything else for this reviewer. */
    public void skip(ReviewItem item, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Takes the item out of the queue for everybody until a lead has looked. */
    public void flag(ReviewItem item, FlagReason reason, String comment) {
        throw new UnsupportedOperationException();
    }

    public ReviewProgress progress() {
        throw new UnsupportedOperationException();
    }

    /** The image's bytes as stored, at most 10 MiB. */
    public byte[] bytesOf(Image image) {
        throw new UnsupportedOperationException(client.getClass().getName());
    }
}
