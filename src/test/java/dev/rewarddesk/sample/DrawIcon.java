package dev.rewarddesk.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws the product's icon in all sizes the installers and the window need. */
public final class DrawIcon {
    private static final int[] SIZES = {16, 32, 48, 128, 256, 512};

    private DrawIcon() {}

    /** Takes the output folder. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: DrawIcon OUTPUT-FOLDER");
            System.exit(2);
        }
        // Drawing must not depend on a display.
        System.setProperty("java.awt.headless", "true");
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (int size : SIZES) {
            PictureFile.write(new Icon(size).drawn(), folder.resolve("reward-desk-" + size + ".png"));
        }
    }
}
