package dev.rewarddesk.collect.session;

import java.util.concurrent.TimeUnit;

/** How fast it goes of late: over the last ten to twenty seconds. */
final class Speed {

    private static final long SPAN = TimeUnit.SECONDS.toNanos(10);

    private long since = System.nanoTime();
    private long before = since;
    private long done;
    private long doneBefore;
    private long images;
    private long imagesBefore;

    void done() {
        turn();
        done++;
    }

    void imageDone() {
        done();
        images++;
    }

    double perSecond() {
        turn();
        return (done + doneBefore) / seconds();
    }

    double imagesPerSecond() {
        turn();
        return (images + imagesBefore) / seconds();
    }

    private double seconds() {
        return Math.max(1, System.nanoTime() - before) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private void turn() {
        long now = System.nanoTime();
        if (now - since < SPAN) {
            return;
        }
        boolean silentForLong = now - since > 2 * SPAN;
        before = silentForLong ? now - SPAN : since;
        doneBefore = silentForLong ? 0 : done;
        imagesBefore = silentForLong ? 0 : images;
        done = 0;
        images = 0;
        since = now;
    }
}
