package dev.rewarddesk.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws all pictures of the sample workspace into a folder. */
public final class DrawSample {
    private DrawSample() {}

    /** Takes the output folder; further arguments, if any, name the only files to draw. */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("usage: DrawSample OUTPUT-FOLDER [FILE…]");
            System.exit(2);
        }
        // Drawing must not depend on a display.
        System.setProperty("java.awt.headless", "true");
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Picture picture : Catalogue.PICTURES) {
            if (args.length == 1 || chosen(picture, args)) {
                Path file = folder.resolve(picture.file());
                PictureFile.write(picture.drawn(), file);
                System.out.println(file + "  " + Files.size(file) / 1024 + " KB");
            }
        }
    }

    private static boolean chosen(Picture picture, String[] args) {
        for (int i = 1; i < args.length; i++) {
            if (picture.file().startsWith(args[i])) {
                return true;
            }
        }
        return false;
    }
}
