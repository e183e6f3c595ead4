package dev.rewarddesk.collect.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * How the web is asked.
 *
 * @param userAgent who asks, as sites are told
 * @param reach which addresses may be connected to
 * @param connect how long a connection may take
 * @param silence how long the other side may be silent
 * @param whole how long one request may take from first to last
 * @param tries how often something is asked for that may work the next time
 * @param firstWait before the second try; doubles from then on
 * @param longestWait what a site may ask to wait at most; whoever asks for more is not asked again
 */
public record FetchSettings(
        String userAgent,
        Predicate<InetAddress> reach,
        Duration connect,
        Duration silence,
        Duration whole,
        int tries,
        Duration firstWait,
        Duration longestWait) {

    /**
     * The usual patience.
     *
     * @param allowPrivate whether this machine and its network may be asked as well as the open web
     */
    public static FetchSettings usual(String userAgent, boolean allowPrivate) {
        return new FetchSettings(
                userAgent,
                allowPrivate ? _ -> true : Addresses::isPublic,
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(90),
                4,
                Duration.ofMillis(500),
                Duration.ofMinutes(2));
    }
}
