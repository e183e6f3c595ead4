package dev.rewarddesk.app;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.rewarddesk.collect.SampleWorkspace;
import dev.rewarddesk.desktop.tour.Tour;
import dev.rewarddesk.failure.ServiceFailure;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A website on loopback that shows the sample's pictures, for a tour to collect from; it can be made to keep its visitors waiting. */
public final class SampleSite implements Tour.Site, AutoCloseable {

    /** So many requests are answered while it keeps others waiting. */
    private static final int ANSWERED_AT_ONCE = 16;

    private static final int WIDE = 480;
    private static final int NARROW = 320;

    /** Of the first pictures there are two that look alike. */
    private static final int ALIKE = 8;

    private static final int ALL = 100_000;

    private final SampleWorkspace sample;
    private final HttpServer server;
    private final Semaphore answers = new Semaphore(ANSWERED_AT_ONCE);

    private SampleSite(SampleWorkspace sample, HttpServer server) {
        this.sample = sample;
        this.server = server;
    }

    /** Opens it; closed by the caller. */
    public static SampleSite open() {
        SampleWorkspace sample = new SampleWorkspace();
        try {
            Path folder = sample.folder();
            Path pages = Files.createDirectory(folder.resolve("site"));
            Files.writeString(pages.resolve("index.html"), page(folder, pages));
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SampleSite site = new SampleSite(sample, server);
            server.createContext("/", exchange -> {
                site.answers.acquireUninterruptibly();
                SimpleFileServer.createFileHandler(pages.toRealPath()).handle(exchange);
            });
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return site;
        } catch (IOException failure) {
            sample.close();
            throw new ServiceFailure.Server("no_sample_site", "The tour's website could not be opened.", null, failure);
        }
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/index.html");
    }

    @Override
    public void hurry() {
        answers.release(ALL);
    }

    @Override
    public void close() {
        hurry();
        server.stop(0);
        sample.close();
    }

    // Copies in other sizes: the sample itself is in the workspace by then, and what is there already brings nothing
    // new.
    private static String page(Path sample, Path pages) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path picture : pictures(sample)) {
            BufferedImage image = ImageIO.read(picture.toFile());
            names.add(copy(image, WIDE, pages.resolve("picture-%02d.jpg".formatted(names.size()))));
            if (names.size() < ALIKE) {
                names.add(copy(image, NARROW, pages.resolve("picture-%02d.jpg".formatted(names.size()))));
            }
        }
        return names.stream()
                .map("<img src=\"%s\" alt=\"\">"::formatted)
                .collect(Collectors.joining(
                        "\n",
                        "<!doctype html><title>The sample</title>\n",
                        "<img src=\"gone.png\"><a href=\"nowhere.html\">more</a>"));
    }

    private static List<Path> pictures(Path sample) throws IOException {
        try (Stream<Path> files = Files.walk(sample)) {
            return files.filter(file -> file.toString().matches(".*\\.(png|jpe?g)"))
                    .sorted()
                    .toList();
        }
    }

    private static String copy(BufferedImage image, int width, Path file) throws IOException {
        int height = Math.max(1, image.getHeight() * width / image.getWidth());
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        ImageIO.write(small, "jpg", file.toFile());
        return String.valueOf(file.getFileName());
    }
}
