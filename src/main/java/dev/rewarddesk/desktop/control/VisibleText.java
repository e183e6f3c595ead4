package dev.rewarddesk.desktop.control;

/** Text from elsewhere as it may be shown: nothing in it is acted upon, and nothing in it hides. */
public final class VisibleText {

    private static final int REPLACEMENT = 0xFFFD;

    private VisibleText() {}

    /**
     * The text without control characters, and without those that turn the direction of others around, by which one address
     * can be made to look like another. Every kind of line end becomes a line feed, a tab four spaces, half a character the
     * replacement character.
     */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            switch (letter) {
                case '\n', '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> visible.append('\n');
                case '\r' -> {
                    if (i == text.length() || text.charAt(i) != '\n') {
                        visible.append('\n');
                    }
                }
                case '\t' -> visible.append("    ");
                default -> {
                    if (!isHidden(letter)) {
                        visible.appendCodePoint(
                                Character.getType(letter) == Character.SURROGATE ? REPLACEMENT : letter);
                    }
                }
            }
        }
        return visible.toString();
    }

    private static boolean isHidden(int letter) {
        return Character.isISOControl(letter)
                || (letter >= 0x202A && letter <= 0x202E)
                || (letter >= 0x2066 && letter <= 0x2069)
                || (letter >= 0xE0000 && letter <= 0xE007F);
    }
}
