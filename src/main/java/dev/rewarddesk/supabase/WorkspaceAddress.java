package dev.rewarddesk.supabase;

import dev.rewarddesk.failure.ServiceFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a workspace is and the key that its API asks for.
 *
 * @param url http (this machine only) or https, without a slash at its end, without user or query
 * @param apiKey the publishable key for people, the secret one for pipelines
 */
public record WorkspaceAddress(URI url, String apiKey) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

    /** Refuses with {@code Invalid} what no key should be sent to. */
    public WorkspaceAddress {
        url = withoutSlash(url);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw invalid("url", "The workspace's URL must begin with https:// and name a host.");
        }
        if (scheme.equals("http") && !THIS_MACHINE.contains(url.getHost())) {
            throw invalid("url", "The workspace's URL must begin with https://, or the keys could be read on the way.");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw invalid("url", "The workspace's URL must have no user, query or fragment.");
        }
        if (apiKey.isEmpty() || !apiKey.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw invalid("api_key", "The workspace's API key is empty or has characters that no key has.");
        }
    }

    /** The address as somebody typed it; {@code Invalid} when it is none. */
    public static WorkspaceAddress of(String url, String apiKey) {
        try {
            return new WorkspaceAddress(new URI(url.strip()), apiKey.strip());
        } catch (URISyntaxException noUrl) {
            throw invalid("url", "This is not a URL; it looks like https://abcdefgh.supabase.co.");
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "WorkspaceAddress[" + url + "]";
    }

    private static URI withoutSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }

    private static ServiceFailure invalid(String field, String sentence) {
        return new ServiceFailure.Invalid("invalid_" + field, sentence, field);
    }
}
