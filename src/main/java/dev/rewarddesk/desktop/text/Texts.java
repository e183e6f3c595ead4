package dev.rewarddesk.desktop.text;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of the desktop. A key is always written as one literal, or as a literal that ends in a dot with an enum
 * constant's name after it: a test finds what is missing and what nobody uses.
 */
public final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.rewarddesk.desktop.messages");

    // Reading a pattern takes longer than filling it in. One thread at a time may use one of them.
    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private Texts() {}

    /** The bundle itself, for FXML. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /** The text of a key, with {@code {0}}, {@code {1}} … filled in where values are given. */
    public static String of(String key, Object... values) {
        if (values.length == 0) {
            return BUNDLE.getString(key);
        }
        MessageFormat format =
                FORMATS.computeIfAbsent(key, known -> new MessageFormat(BUNDLE.getString(known), BUNDLE.getLocale()));
        synchronized (format) {
            return format.format(values);
        }
    }

    /** Date and time of day where the person is, such as {@code Nov 22, 2026, 6:42 PM}. */
    public static String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    /** Time of day where the person is, such as {@code 6:42 PM}. */
    public static String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    /** Date where the person is, such as {@code Nov 22, 2026}. */
    public static String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    /** A date that is the same for everybody, such as {@code Nov 22, 2026}. */
    public static String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(day);
    }

    /** The text of an enum constant: the key is the prefix and the name in lower case, such as {@code role.lead}. */
    public static String of(String prefix, Enum<?> constant) {
        return of(prefix + constant.name().toLowerCase(Locale.ROOT));
    }
}
