package dev.rewarddesk.embedded.storage;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.util.Map;

/** A bucket did not do what it was asked for. The message is for people and says what to do; it holds no key. */
public final class S3Trouble extends IOException {

    private static final long serialVersionUID = 1;

    private static final Map<String, String> SETTINGS = Map.of(
            "InvalidAccessKeyId", "S3_ACCESS_KEY_ID is not known there.",
            "SignatureDoesNotMatch", "S3_SECRET_ACCESS_KEY does not belong to S3_ACCESS_KEY_ID, or S3_REGION is wrong.",
            "AuthorizationHeaderMalformed", "S3_REGION is not the bucket's.",
            "NoSuchBucket", "There is no bucket of the name in S3_BUCKET.",
            "AccessDenied",
                    "The key may not do this in the bucket; its policy needs s3:GetObject, s3:PutObject and s3:DeleteObject.",
            "PermanentRedirect", "S3_ENDPOINT or S3_REGION is not the bucket's.",
            "RequestTimeTooSkewed", "This machine's clock is wrong by more than fifteen minutes.");

    /** What kind of trouble it is. */
    public enum Kind {
        /** It is not answering, or not now. */
        BUSY,
        /** Somebody has to change settings, here or there. */
        SETTINGS,
        /** The object is not there. */
        ABSENT
    }

    private final Kind kind;

    private S3Trouble(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What kind of trouble it is. */
    public Kind kind() {
        return kind;
    }

    // Never with the library's exception as cause: it quotes the request, with its signature.
    static S3Trouble of(MinioException failure) {
        if (failure instanceof ErrorResponseException told) {
            String code = String.valueOf(told.errorResponse().code());
            if (code.equals("NoSuchKey")) {
                return new S3Trouble(Kind.ABSENT, "The bucket has no such object.");
            }
            String words = SETTINGS.get(code);
            return words == null
                    ? new S3Trouble(Kind.BUSY, "The bucket answers %s.".formatted(code.replaceAll("[^A-Za-z0-9]", "")))
                    : new S3Trouble(Kind.SETTINGS, words);
        }
        return unreachable(failure);
    }

    static S3Trouble unreachable(Throwable failure) {
        return new S3Trouble(Kind.BUSY, "The bucket cannot be reached (%s).".formatted(kindOf(failure)));
    }

    private static String kindOf(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first.getClass().getSimpleName();
    }
}
