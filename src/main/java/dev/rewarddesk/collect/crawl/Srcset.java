package dev.rewarddesk.collect.crawl;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code srcset} as the HTML standard says: candidates separated by commas, where a URL may hold commas itself.
 */
final class Srcset {

    /** Nobody writes so many. */
    private static final int MOST = 100;

    private Srcset() {}

    /**
     * A picture in one of several sizes.
     *
     * @param url as written
     * @param width in pixels; 0 where none is told
     * @param density pixels to the CSS pixel; 1 where none is told
     */
    record Candidate(String url, int width, double density) {}

    static List<Candidate> parse(String written) {
        List<Candidate> candidates = new ArrayList<>();
        int at = 0;
        while (candidates.size() < MOST) {
            while (at < written.length() && (isSpace(written.charAt(at)) || written.charAt(at) == ',')) {
                at++;
            }
            if (at == written.length()) {
                return candidates;
            }
            int start = at;
            while (at < written.length() && !isSpace(written.charAt(at))) {
                at++;
            }
            int end = at;
            while (end > start && written.charAt(end - 1) == ',') {
                end--;
            }
            String url = written.substring(start, end);
            String descriptors = "";
            if (end == at) {
                int descriptorsEnd = endOfDescriptors(written, at);
                descriptors = written.substring(at, descriptorsEnd);
                at = descriptorsEnd;
            }
            candidates.add(candidate(url, descriptors.strip()));
        }
        return candidates;
    }

    private static int endOfDescriptors(String written, int from) {
        int open = 0;
        for (int i = from; i < written.length(); i++) {
            switch (written.charAt(i)) {
                case '(' -> open++;
                case ')' -> open--;
                case ',' -> {
                    if (open <= 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return written.length();
    }

    private static Candidate candidate(String url, String descriptors) {
        int width = 0;
        double density = 1;
        for (String descriptor : descriptors.split("\\s+", -1)) {
            if (descriptor.matches("\\d{1,6}w")) {
                width = Integer.parseInt(descriptor.substring(0, descriptor.length() - 1));
            } else if (descriptor.matches("\\d{1,3}(\\.\\d{1,6})?x")) {
                density = Double.parseDouble(descriptor.substring(0, descriptor.length() - 1));
            }
        }
        return new Candidate(url, width, density);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }
}
