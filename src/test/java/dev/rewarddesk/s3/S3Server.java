package dev.rewarddesk.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** An s3proxy, which checks every signature, on a throw-away folder in a process of its own. It has one bucket. */
public final class S3Server {

    /** Its bucket. */
    public static final String BUCKET = "pictures";

    /** Its region. */
    public static final String REGION = "eu-central-1";

    /** Who may use it. */
    public static final String ACCESS_KEY = "AKIATESTTESTTEST";

    /** What its requests are signed with. */
    public static final String SECRET_KEY = "s3-secret/that+is=seen-nowhere";

    private static final long PATIENCE = 30_000_000_000L;

    private final Process process;
    private final Path folder;
    private final URI url;

    private S3Server(Process process, Path folder, URI url) {
        this.process = process;
        this.folder = folder;
        this.url = url;
    }

    /** The one that tests of one JVM share, until it ends. Objects of other tests are in it: count only your own. */
    public static S3Server shared() {
        return Shared.SERVER;
    }

    /** Starts one. */
    private static S3Server start() {
        try {
            Path folder = Files.createTempDirectory("reward-desk-s3-");
            Files.createDirectories(folder.resolve("data").resolve(BUCKET));
            int port = freePort();
            Path settings = settings(folder, port);
            Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "s3")), "s3-", ".log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-Dlogback.configurationFile=" + logging(folder),
                            "-cp",
                            "target/test-classes" + System.getProperty("path.separator")
                                    + Files.readString(Path.of("target", "s3proxy.classpath")),
                            S3Main.class.getName(),
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            S3Server server = new S3Server(process, folder, URI.create("http://127.0.0.1:" + port));
            server.awaitListening(log);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where it listens, without the bucket. */
    public URI url() {
        return url;
    }

    /** What tells a program to use it, when it is reached at this URL. */
    public static Map<String, String> environment(URI endpoint) {
        return Map.of(
                "S3_ENDPOINT", endpoint.toString(),
                "S3_REGION", REGION,
                "S3_BUCKET", BUCKET,
                "S3_ACCESS_KEY_ID", ACCESS_KEY,
                "S3_SECRET_ACCESS_KEY", SECRET_KEY);
    }

    /** The names of all objects in the bucket, sorted. */
    public List<String> objects() {
        Path bucket = folder.resolve("data").resolve(BUCKET);
        try (Stream<Path> files = Files.walk(bucket)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> bucket.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A link by which anybody can read an object for so long. */
    public String link(String name, int seconds) {
        MinioClient client = MinioClient.builder()
                .endpoint(url.toString())
                .region(REGION)
                .credentials(ACCESS_KEY, SECRET_KEY)
                .build();
        try {
            return client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Http.Method.GET)
                    .bucket(BUCKET)
                    .object(name)
                    .expiry(seconds)
                    .build());
        } catch (MinioException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The bytes of an object. */
    public byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve("data").resolve(BUCKET).resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void close() {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Shared {
        private static final S3Server SERVER = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }

    private void awaitListening(Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), 1000);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        close();
        assertThat(false)
                .as("s3proxy listens: "
                        + Files.readString(log).lines().limit(20).toList())
                .isTrue();
    }

    private static Path settings(Path folder, int port) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("s3proxy.endpoint", String.format(Locale.ROOT, "http://127.0.0.1:%d", port));
        settings.setProperty("s3proxy.authorization", "aws-v4");
        settings.setProperty("s3proxy.identity", ACCESS_KEY);
        settings.setProperty("s3proxy.credential", SECRET_KEY);
        settings.setProperty("jclouds.provider", "filesystem-nio2");
        settings.setProperty(
                "jclouds.filesystem.basedir", folder.resolve("data").toString());
        Path file = folder.resolve("s3proxy.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        return file;
    }

    private static Path logging(Path folder) throws IOException {
        return Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <appender name="all" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%level %logger{0} %msg%n</pattern></encoder>
                  </appender>
                  <root level="WARN"><appender-ref ref="all"/></root>
                </configuration>
                """);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
