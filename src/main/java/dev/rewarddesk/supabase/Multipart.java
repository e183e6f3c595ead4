package dev.rewarddesk.supabase;

import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/** A file and the fields that go with it, as a call's body. */
public final class Multipart {

    private static final MediaType ANY = MediaType.get("application/octet-stream");

    private final RequestBody body;

    /** @param bytes the file's content; not copied, so leave it be */
    public Multipart(String fileName, byte[] bytes, Map<String, String> fields) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        fields.forEach(form::addFormDataPart);
        this.body = form.addFormDataPart("file", fileName, RequestBody.create(bytes, ANY))
                .build();
    }

    RequestBody body() {
        return body;
    }
}
