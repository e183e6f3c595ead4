package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.fetch.FetchSettings;
import dev.rewarddesk.supabase.SupabaseClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs as tests make them: on loopback, without waiting for politeness, and soon tired of waiting for the dead. */
final class Collecting {

    static final Duration LONG = Duration.ofSeconds(60);

    private Collecting() {}

    static CollectService service(SupabaseClient client, Path folder) {
        return new CollectService(
                client,
                folder,
                usual -> new FetchSettings(
                        usual.userAgent(),
                        // As if the site of the test were the only one in reach that is not on the open web.
                        address -> address.getHostAddress().equals("127.0.0.1"),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(30),
                        3,
                        Duration.ofMillis(20),
                        Duration.ofSeconds(2)));
    }

    static CollectSettings settings(String... urls) {
        return settings(Bounds.USUAL, urls);
    }

    static CollectSettings settings(Bounds bounds, String... urls) {
        return new CollectSettings(
                List.of(urls),
                false,
                true,
                bounds,
                ImageRules.USUAL,
                "",
                List.of(),
                true,
                CollectSettings.USER_AGENT,
                8,
                Duration.ZERO,
                false);
    }

    /** The same with nothing uploaded. */
    static CollectSettings dry(CollectSettings settings) {
        return changed(settings, settings.category(), true);
    }

    /** The same with a category for all. */
    static CollectSettings in(String category, CollectSettings settings) {
        return changed(settings, category, settings.dryRun());
    }

    private static CollectSettings changed(CollectSettings settings, String category, boolean dryRun) {
        return new CollectSettings(
                settings.urls(),
                settings.anySite(),
                settings.sitemaps(),
                settings.bounds(),
                settings.images(),
                category,
                settings.rules(),
                settings.allowPrivate(),
                settings.userAgent(),
                settings.perHost(),
                settings.delay(),
                dryRun);
    }

    static CollectReport run(CollectService service, CollectSettings settings) throws InterruptedException {
        return ended(service, service.start(settings, _ -> {}));
    }

    static CollectReport ended(CollectService service, CollectRun run) throws InterruptedException {
        if (!run.await(LONG)) {
            throw new AssertionError("It did not end: " + run.progress());
        }
        return service.report(run);
    }
}
