package dev.rewarddesk.collect.crawl;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Knows pages that lead nowhere: paths that go in circles, and kinds of page, such as a calendar's days, of which many in a row
 * brought no new image. May be used by many threads.
 */
public final class Traps {

    /** As many pages of one kind are read in vain. */
    private static final int PATIENCE = 100;

    private static final int MOST_STEPS = 40;
    private static final int MOST_REPEATS = 3;
    private static final int REMEMBERED = 50_000;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Map<String, Integer> barren = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether the URL alone shows that it goes in circles. */
    public static boolean isCircular(HttpUrl url) {
        Map<String, Integer> times = new HashMap<>();
        for (String step : url.encodedPathSegments()) {
            if (!step.isEmpty() && times.merge(step, 1, Integer::sum) > MOST_REPEATS) {
                return true;
            }
        }
        return url.pathSize() > MOST_STEPS;
    }

    /** Whether enough pages of its kind were read in vain. */
    public synchronized boolean isExhausted(HttpUrl url) {
        String kind = kind(url);
        return !kind.isEmpty() && barren.getOrDefault(kind, 0) >= PATIENCE;
    }

    /** A page was read. */
    public synchronized void read(HttpUrl url, boolean broughtNewImages) {
        String kind = kind(url);
        if (kind.isEmpty()) {
            return;
        }
        if (broughtNewImages) {
            barren.put(kind, 0);
        } else {
            barren.merge(kind, 1, Integer::sum);
        }
    }

    // What is left when numbers and values are taken away; pages that differ in words are of no common kind.
    private static String kind(HttpUrl url) {
        String path = NUMBER.matcher(url.encodedPath()).replaceAll("#");
        if (url.querySize() == 0 && path.equals(url.encodedPath())) {
            return "";
        }
        return url.host() + ":" + url.port() + path + "?" + String.join("&", url.queryParameterNames());
    }
}
