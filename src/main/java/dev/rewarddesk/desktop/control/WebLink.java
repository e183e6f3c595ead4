package dev.rewarddesk.desktop.control;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Addresses of the web, opened in the person's browser. */
public final class WebLink {

    private WebLink() {}

    /**
     * Hands an address to the operating system; blocks for a moment.
     *
     * @throws IllegalArgumentException when it is neither http nor https
     * @throws IOException when this machine has nothing to open it with
     */
    public static void open(URI address) throws IOException {
        List<String> command = command(address, System.getProperty("os.name", ""));
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (started.waitFor() != 0) {
                throw new IOException(command.getFirst() + " could not open the address");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // No shell: the address is one argument, whatever is in it, and cannot be taken for an option.
    static List<String> command(URI address, String osName) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("Only addresses of the web are opened");
        }
        String os = osName.toLowerCase(Locale.ROOT);
        String target = scheme + address.toASCIIString().substring(scheme.length());
        if (os.contains("mac")) {
            return List.of("open", target);
        }
        return os.contains("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", target)
                : List.of("xdg-open", target);
    }
}
