package dev.rewarddesk.desktop.image;

import java.nio.file.Path;

/**
 * Where pictures are kept: as they were fetched, on disk, and as they are shown, in memory.
 *
 * @param files for every thread
 * @param memory for the FX thread
 */
public record PictureCaches(ImageFiles files, PictureMemory memory) {

    /** The usual ones, below a folder for what the program may lose. */
    public static PictureCaches in(Path folder) {
        return new PictureCaches(
                new ImageFiles(folder.resolve("images"), ImageFiles.USUAL_BOUND), PictureMemory.usual());
    }
}
