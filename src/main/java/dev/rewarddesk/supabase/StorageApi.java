package dev.rewarddesk.supabase;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rewarddesk.failure.ServiceFailure;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;

/** Stored files, at {@code /storage/v1} and by links. */
public final class StorageApi {

    /** The bucket that images are in. */
    public static final String IMAGES = "scraped-images";

    /** An image is at most 10 MiB; the rest is slack for a file that was stored before that was the rule. */
    private static final long LARGEST_FILE = 11L << 20;

    private static final String BASE = "/storage/v1";

    private final Transport transport;
    private final Authorized authorized;

    StorageApi(Transport transport, Authorized authorized) {
        this.transport = transport;
        this.authorized = authorized;
    }

    /**
     * A URL by which anybody can read the file for that long. What functions keep in a bucket of their own is not known here:
     * {@link ImageFiles} gives an image that has a response wherever it is.
     */
    public String sign(String bucket, String path, Duration validFor) {
        String encoded = new HttpUrl.Builder()
                .scheme("http")
                .host("localhost")
                .addPathSegments(path)
                .build()
                .encodedPath();
        Call call =
                Call.post(BASE + "/object/sign/" + bucket + encoded).body(Map.of("expiresIn", validFor.toSeconds()));
        String signed = authorized.send(call).whole(Signed.class).signedURL();
        return signed.startsWith("/object/") || signed.startsWith("/render/") ? BASE + signed : signed;
    }

    /**
     * The file behind a signed URL, at most 11 MiB. Neither key nor token is sent, and another host than the workspace's is
     * asked over https alone, unless it is this machine.
     *
     * @param signedUrl absolute, or from the workspace's URL on
     */
    public byte[] fetch(String signedUrl) {
        HttpUrl url = transport.resolve(signedUrl);
        if (url == null) {
            throw Answer.malformed(null);
        }
        if (!transport.isSafe(url)) {
            throw new ServiceFailure.Server(
                    "unsafe_link",
                    "The workspace gave an unencrypted link to another computer, which was not opened.",
                    null,
                    null);
        }
        HttpAnswer answer = transport.fetch(url, LARGEST_FILE);
        if (!answer.isSuccess()) {
            throw Failures.of(answer);
        }
        return answer.body().toByteArray();
    }

    // Storage does not write snake_case.
    private record Signed(@JsonProperty("signedURL") String signedURL) {}
}
