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
}
