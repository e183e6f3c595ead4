package dev.rewarddesk.supabase;

import dev.rewarddesk.failure.ServiceFailure;
import okhttp3.HttpUrl;

/** Stored files, by the links that lists give. */
public final class StorageApi {

    /** An image is at most 10 MiB; the rest is slack for a file that was stored before that was the rule. */
    private static final long LARGEST_FILE = 11L << 20;

    private final Transport transport;

    StorageApi(Transport transport) {
        this.transport = transport;
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
}
