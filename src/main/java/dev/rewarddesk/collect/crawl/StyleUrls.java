package dev.rewarddesk.collect.crawl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The URLs in CSS.
 *
 * @param images of backgrounds and the like; fonts are none
 * @param imports further stylesheets
 */
record StyleUrls(List<HttpUrl> images, List<HttpUrl> imports) {

    private static final int MOST = 500;
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);
    private static final Pattern FONT = Pattern.compile("(?i)@font-face\\s*\\{[^}]*(?:}|\\z)");
    private static final String QUOTED = "\"((?:[^\"\\\\\\n]|\\\\.){0,4000})\"|'((?:[^'\\\\\\n]|\\\\.){0,4000})'";
    private static final Pattern IMPORT = Pattern.compile(
            "(?i)@import\\s+(?:url\\(\\s*)?(?:" + QUOTED + "|([^\\s\"';)]{1,4000}))[^;]{0,1000}(?:;|\\z)");
    private static final Pattern URL = Pattern.compile("(?i)url\\(\\s*(?:" + QUOTED + "|([^\\s\"'()]{1,4000}))\\s*\\)");
    private static final Pattern IMAGE_SET = Pattern.compile("(?i)image-set\\(([^;}]{0,8000})");
    private static final Pattern IN_QUOTES = Pattern.compile(QUOTED);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(.))");

    /** Keeps its own copies of the lists. */
    StyleUrls {
        images = List.copyOf(images);
        imports = List.copyOf(imports);
    }

    static StyleUrls in(String css, HttpUrl base) {
        String bare = FONT.matcher(COMMENT.matcher(css).replaceAll(" ")).replaceAll(" ");
        List<HttpUrl> imports = new ArrayList<>();
        Matcher importing = IMPORT.matcher(bare);
        while (importing.find() && imports.size() < MOST) {
            written(importing).flatMap(url -> Urls.resolve(base, url)).ifPresent(imports::add);
        }
        Set<HttpUrl> images = new LinkedHashSet<>();
        String rules = importing.replaceAll(" ");
        collect(URL.matcher(rules), base, images);
        Matcher sets = IMAGE_SET.matcher(rules);
        while (sets.find()) {
            collect(IN_QUOTES.matcher(sets.group(1).replaceAll("(?i)type\\([^)]*\\)", " ")), base, images);
        }
        return new StyleUrls(List.copyOf(images), imports);
    }

    private static void collect(Matcher found, HttpUrl base, Set<HttpUrl> images) {
        while (found.find() && images.size() < MOST) {
            written(found)
                    .filter(url -> !url.startsWith("#"))
                    .flatMap(url -> Urls.resolve(base, url))
                    .ifPresent(images::add);
        }
    }

    private static Optional<String> written(Matcher found) {
        for (int i = 1; i <= found.groupCount(); i++) {
            String group = found.group(i);
            if (group != null) {
                return Optional.of(ESCAPE.matcher(group).replaceAll(StyleUrls::unescaped));
            }
        }
        return Optional.empty();
    }

    private static String unescaped(java.util.regex.MatchResult escape) {
        String hex = escape.group(1);
        if (hex == null) {
            return Matcher.quoteReplacement(escape.group(2));
        }
        int character = Integer.parseInt(hex, 16);
        return Matcher.quoteReplacement(Character.isValidCodePoint(character) ? Character.toString(character) : "");
    }
}
