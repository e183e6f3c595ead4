package dev.rewarddesk.desktop.image;

import dev.rewarddesk.model.Image;
import java.util.Optional;
import java.util.function.Function;

/** Where the bytes of images come from: what is kept on this machine, else the workspace. For every thread. */
public final class ImageSource {

    private final ImageFiles files;
    private final Function<Image, byte[]> fetch;

    /** @param fetch answers an image's bytes from the workspace; blocks, and ends with a {@code ServiceFailure} */
    public ImageSource(ImageFiles files, Function<Image, byte[]> fetch) {
        this.files = files;
        this.fetch = fetch;
    }

    /** The bytes of an image; blocks. What is fetched is kept if it is what the workspace says it is. */
    public byte[] bytesOf(Image image) {
        Optional<byte[]> kept = files.read(image.sha256());
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] bytes = fetch.apply(image);
        if (ImageFiles.sha256Of(bytes).equals(image.sha256())) {
            files.keep(image.sha256(), bytes);
        }
        return bytes;
    }
}
