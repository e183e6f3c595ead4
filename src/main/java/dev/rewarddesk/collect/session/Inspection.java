package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.fetch.Refusal.Reason;
import dev.rewarddesk.collect.fetch.RefusedException;
import dev.rewarddesk.collect.inspect.Inspected;
import dev.rewarddesk.collect.inspect.Inspector;
import java.util.Locale;

/** Looks at what was fetched, and refuses what the rules of the run leave out, the sooner the cheaper. */
final class Inspection {

    private final ImageRules rules;

    Inspection(ImageRules rules) {
        this.rules = rules;
    }

    Inspected inspect(byte[] bytes) throws RefusedException, InterruptedException {
        Inspector image = Inspector.open(bytes);
        if (!rules.formats().contains(image.format())) {
            throw new RefusedException(
                    new Refusal(Reason.OTHER_FORMAT, image.format().extension()));
        }
        checkSize(image.width(), image.height());
        Inspected inspected = image.look(rules.keepMetadata());
        double score = inspected.quality().score();
        if (score < rules.minQuality()) {
            throw new RefusedException(new Refusal(Reason.LOW_QUALITY, String.format(Locale.ROOT, "%.2f", score)));
        }
        return inspected;
    }

    /** Refuses what is smaller than asked for. */
    void checkSize(int width, int height) throws RefusedException {
        if (width < rules.minWidth() || height < rules.minHeight()) {
            throw new RefusedException(new Refusal(Reason.TOO_SMALL, width + "×" + height));
        }
    }
}
