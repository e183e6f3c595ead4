package dev.rewarddesk.bench;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.ByteString;

/** GIMP's manual as Debian has it: some 700 pages with 2,000 pictures, served on loopback by a process of its own. */
public final class ManualSite implements AutoCloseable {

    /** The package. */
    static final String PACKAGE = "gimp-help-en";

    private static final String WITHIN = "usr/share/gimp/2.0/help/en";
    private static final Pattern REFERENCE = Pattern.compile("\\s(?:href|src)=\"([^\"#?]+)|url\\(['\"]?([^'\")#?]+)");

    private final Path folder;
    private final Process server;
    private final String url;

    private ManualSite(Path folder, Process server, String url) {
        this.folder = folder;
        this.server = server;
        this.url = url;
    }

    /** {@code folder}; says its port and serves until its input ends. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Path.of(arguments[0]).toRealPath(),
                SimpleFileServer.OutputLevel.NONE);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {}
        server.stop(0);
    }

    /** @param unpacked where the package was unpacked */
    static ManualSite serve(Path unpacked) throws IOException {
        Path folder = unpacked.resolve(WITHIN);
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.net.httpserver.nodelay=true",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        ManualSite.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        return new ManualSite(folder, server, "http://127.0.0.1:" + port + "/");
    }

    /** Where it begins. */
    String start() {
        return url + "index.html";
    }

    /**
     * The URLs of the images that pages reference which can be reached from the start: by reading the files alone.
     *
     * @param withStylesheets whether those that the pages' stylesheets reference belong to them
     */
    Set<String> images(boolean withStylesheets) throws IOException {
        Set<String> images = new TreeSet<>();
        Set<Path> seen = new HashSet<>(Set.of(folder.resolve("index.html")));
        Deque<Path> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            Path page = waiting.remove();
            Matcher reference = REFERENCE.matcher(Files.readString(page));
            while (reference.find()) {
                String written = reference.group(1) == null ? reference.group(2) : reference.group(1);
                Path file = folder.resolve(written).normalize();
                if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                    continue;
                }
                String name = file.getFileName().toString();
                boolean isRead = name.endsWith(".html") || (withStylesheets && name.endsWith(".css"));
                if (isRead && seen.add(file)) {
                    waiting.add(file);
                }
                if (name.matches(".*\\.(png|jpg|gif|webp)")) {
                    images.add(url + folder.relativize(file));
                }
            }
        }
        return images;
    }

    /** The contents of those images, each once. */
    Set<String> contents() throws IOException {
        Set<String> contents = new HashSet<>();
        for (String image : images(true)) {
            byte[] bytes = Files.readAllBytes(folder.resolve(image.substring(url.length())));
            contents.add(ByteString.of(bytes).sha256().hex());
        }
        return contents;
    }

    @Override
    public void close() throws IOException {
        server.getOutputStream().close();
        server.destroy();
    }
}
