package dev.rewarddesk.desktop.theme;

import dev.rewarddesk.failure.ServiceFailure;
import javafx.scene.text.Text;

/** The fonts of this machine. The program brings none and takes the system's own; JavaFX cannot write without any. */
public final class Fonts {

    private Fonts() {}

    /** Ends with {@code Server} when nothing can be written on this machine. Call it on the FX thread. */
    public static void require() {
        try {
            new Text("x").getLayoutBounds();
        } catch (RuntimeException | LinkageError noFonts) {
            throw new ServiceFailure.Server(
                    "no_fonts",
                    "This machine has no fonts, or not the libraries to draw them (fontconfig, freetype, pango). "
                            + "Install them, on Debian with: apt-get install fonts-dejavu-core libpango-1.0-0 libpangoft2-1.0-0. "
                            + "Nothing was changed.",
                    null,
                    noFonts);
        }
    }

    /** Whether this machine has fonts for all of a text; a box stands for a letter that it has none for. */
    public static boolean canWrite(String text) {
        return new java.awt.Font(java.awt.Font.DIALOG, java.awt.Font.PLAIN, 12)
                        .canDisplayUpTo(text.replaceAll("\\p{Cntrl}", ""))
                < 0;
    }
}
