package dev.rewarddesk.collect.fetch;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
        NOT_HTTP("no http or https address"),
        /** It leads to this machine, its network or its cloud. */
        CLOSED_ADDRESS("the address is of this machine or its network"),
        /** The site's robots.txt says no. */
        ROBOTS("the site's robots.txt says no"),
        /** The site's robots.txt could not be had, which is to be taken as a no. */
        ROBOTS_UNAVAILABLE("the site's robots.txt could not be had, which counts as a no"),
        /** The page asks in itself that its images are not taken. */
        PAGE_SAYS_NO("the page asks that its images are not taken"),
        /** It is on another site than asked for. */
        OTHER_SITE("on another site"),
        /** It is not there: 404 or 410. */
        NOT_FOUND("not there"),
        /** It is there for others: 401, 403 or 451. */
        FORBIDDEN("not for everybody"),
        /** Another status than a good one. */
        HTTP_ERROR("the site failed"),
        /** The site asked to come back later, more often or for longer than is waited. */
        BUSY("the site asked to come back later"),
        /** Too many redirects, or in a circle. */
        REDIRECTS("led on too often, or in a circle"),
        /** Nobody answers there, or the name is not known. */
        UNREACHABLE("nobody answered"),
        /** It took too long. */
        TIMEOUT("took too long"),
        /** The answer ended before its end. */
        CUT_OFF("ended before its end"),
        /** More bytes than are taken, packed or unpacked. */
        TOO_LARGE("too many bytes"),
        /** A page that is no HTML. */
        NOT_A_PAGE("no HTML"),
        /** One of a kind of page of which many brought nothing. */
        TRAP("of a kind of page of which many brought nothing"),
        /** Not a JPEG, PNG, WebP or GIF by its content, whatever it calls itself. */
        NOT_AN_IMAGE("no JPEG, PNG, WebP or GIF by its content"),
        /** An image that cannot be read. */
        BROKEN_IMAGE("cannot be read"),
        /** Smaller than asked for. */
        TOO_SMALL("smaller than asked for"),
        /** More pixels than are decoded. */
        TOO_MANY_PIXELS("too many pixels"),
        /** A format that was not asked for. */
        OTHER_FORMAT("a format that was not asked for"),
        /** Of less quality than asked for. */
        LOW_QUALITY("of less quality than asked for"),
        /** Somebody decided against it when it looked like another one. */
        DROPPED("dropped before"),
        /** The workspace did not take it. */
        WORKSPACE("the workspace did not take it");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For people, to go after "not taken:". */
        public String words() {
            return words;
        }

        /** The one of this {@linkplain #code() name}; empty for a name of another version. */
        public static Optional<Reason> named(String code) {
            return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
        }

        /** The name that files, documents and counts have. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
