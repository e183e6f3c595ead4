package dev.rewarddesk.collect;

/** File names as a workspace takes them: without what separates folders, steers a terminal or turns the direction of text. */
public final class PlainName {

    private PlainName() {}

    /**
     * The nearest one to what is written.
     *
     * @param longest how many UTF-16 units are kept
     * @return empty where nothing is left
     */
    public static String of(String written, int longest) {
        String plain = written.replaceAll("[/\\\\\\p{Cntrl}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]", "_")
                .replaceAll("\\.{2,}", ".");
        int end = Math.min(plain.length(), longest);
        if (end > 0 && Character.isHighSurrogate(plain.charAt(end - 1))) {
            end--;
        }
        String bounded = plain.substring(0, end).strip();
        return bounded.equals(".") ? "" : bounded;
    }
}
