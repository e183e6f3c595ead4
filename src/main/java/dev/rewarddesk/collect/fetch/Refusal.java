package dev.rewarddesk.collect.fetch;

import java.util.Locale;

/**
 * Why something was not taken.
 *
 * @param detail what makes it clearer, such as a status; may be empty
 */
public record Refusal(Reason reason, String detail) {

    /** With nothing more to say. */
    public static Refusal of(Reason reason) {
        return new Refusal(reason, "");
    }

    /** What reasons there are; counted under these names. */
    public enum Reason {
        /** Neither http nor https, or no URL at all. */
        NOT_HTTP,
        /** It leads to this machine, its network or its cloud. */
        CLOSED_ADDRESS,
        /** The site's robots.txt says no. */
        ROBOTS,
        /** The site's robots.txt could not be had, which is to be taken as a no. */
        ROBOTS_UNAVAILABLE,
        /** The page asks in itself that its images are not taken. */
        PAGE_SAYS_NO,
        /** It is on another site than asked for. */
        OTHER_SITE,
        /** It is not there: 404 or 410. */
        NOT_FOUND,
        /** It is there for others: 401, 403 or 451. */
        FORBIDDEN,
        /** Another status than a good one. */
        HTTP_ERROR,
        /** The site asked to come back later, more often or for longer than is waited. */
        BUSY,
        /** Too many redirects, or in a circle. */
        REDIRECTS,
        /** Nobody answers there, or the name is not known. */
        UNREACHABLE,
        /** It took too long. */
        TIMEOUT,
        /** The answer ended before its end. */
        CUT_OFF,
        /** More bytes than are taken, packed or unpacked. */
        TOO_LARGE,
        /** A page that is no HTML. */
        NOT_A_PAGE,
        /** One of a kind of page of which many brought nothing. */
        TRAP,
        /** Not a JPEG, PNG, WebP or GIF by its content, whatever it calls itself. */
        NOT_AN_IMAGE,
        /** An image that cannot be read. */
        BROKEN_IMAGE,
        /** Smaller than asked for. */
        TOO_SMALL,
        /** More pixels than are decoded. */
        TOO_MANY_PIXELS,
        /** A format that was not asked for. */
        OTHER_FORMAT,
        /** Of less quality than asked for. */
        LOW_QUALITY,
        /** Somebody decided against it when it looked like another one. */
        DROPPED,
        /** The workspace did not take it. */
        WORKSPACE;

        /** The name that files, documents and counts have. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
