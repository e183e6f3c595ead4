package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.embedded.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real backend on a throw-away folder, and easy ways to call it as somebody.
 *
 * <pre>{@code
 * TestBackend backend = TestBackend.shared();            // one for the whole test JVM, never closed by a test
 * try (TestBackend own = TestBackend.fresh()) { … }      // an empty workspace of one's own, in about 300 ms
 * backend.service().post("/functions/v1/rft-responses", "{…}").ok().get("data");
 * backend.annotator("ann").get("/functions/v1/rft-responses/queue").status();
 * }</pre>
 */
public final class TestBackend implements AutoCloseable {

    private static final Object MAKING = new Object();
    private static final Set<Path> MADE = ConcurrentHashMap.newKeySet();
    private static final Set<TestBackend> LASTING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestBackend::tidyUp));
    }

    private static @Nullable TestBackend shared;
    private static @Nullable Path template;

    private final Path workspace;
    private final EmbeddedBackend backend;
    private final boolean staying;
    private final Map<String, TestApi> people = new ConcurrentHashMap<>();

    private TestBackend(Path workspace, EmbeddedBackend backend, boolean staying) {
        this.staying = staying;
        this.workspace = workspace;
        this.backend = backend;
    }

    /** The backend that tests of one JVM share. Data of other tests is in it: count only your own. */
    public static TestBackend shared() {
        synchronized (MAKING) {
            TestBackend made = shared;
            if (made == null) {
                made = lasting(emptyWorkspace());
                shared = made;
            }
            return made;
        }
    }

    /** A backend on an empty workspace of its own; close it. */
    public static TestBackend fresh() {
        return on(emptyWorkspace(), BackendOptions.defaults());
    }

    /** A backend on this folder; closing it removes the folder. */
    public static TestBackend on(Path workspace, BackendOptions options) {
        return on(workspace, options, false);
    }

    /** A backend on this folder, never closed by a test: it is when the JVM ends, and then the folder is removed. */
    public static TestBackend lasting(Path workspace) {
        TestBackend backend = staying(workspace);
        LASTING.add(backend);
        return backend;
    }

    /** A backend on this folder, which stays when it is closed until the JVM ends. */
    public static TestBackend staying(Path workspace) {
        return on(workspace, BackendOptions.defaults(), true);
    }

    private static TestBackend on(Path workspace, BackendOptions options, boolean staying) {
        return switch (EmbeddedBackend.open(workspace, new BackendOptions(options.port(), true))) {
            case Opening.Opened opened -> new TestBackend(workspace, opened.backend(), staying);
            case Opening.AlreadyRunning running -> throw new AssertionError("already open: " + running);
        };
    }

    /** A folder that holds an empty workspace, closed, as after a first start. */
    public static Path emptyWorkspace() {
        try {
            return emptyWorkspaceIn(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same, in a folder of this one. */
    static Path emptyWorkspaceIn(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, "reward-desk-test-");
        MADE.add(folder);
        copy(template(), folder);
        return folder;
    }

    public EmbeddedBackend backend() {
        return backend;
    }

    public URI url() {
        return backend.access().url();
    }

    public Path workspace() {
        return workspace;
    }

    /** A pipeline with the secret key. */
    public TestApi service() {
        String key = backend.access().secretKey();
        return new TestApi(url(), key, key);
    }

    /** The local owner, a lead. */
    public TestApi owner() {
        return people.computeIfAbsent(
                "owner",
                name -> signIn(backend.access().ownerEmail(), backend.access().ownerPassword()));
    }

    /** A reviewer of this name; made and signed in on first use. */
    public TestApi annotator(String name) {
        return people.computeIfAbsent("annotator " + name, key -> invite(name, "annotator"));
    }

    /** A lead of this name, besides the owner. */
    public TestApi lead(String name) {
        return people.computeIfAbsent("lead " + name, key -> invite(name, "lead"));
    }

    /** An app in which nobody is signed in. */
    public TestApi anonymous() {
        return new TestApi(url(), backend.access().publishableKey(), null);
    }

    /** Somebody without any key. */
    public TestApi stranger() {
        return new TestApi(url(), null, null);
    }

    /** Signs in and calls as that person from then on. */
    public TestApi signIn(String email, String password) {
        String token = anonymous()
                .post("/auth/v1/token?grant_type=password", TestApi.json(Map.of("email", email, "password", password)))
                .ok()
                .get("access_token")
                .asText();
        return new TestApi(url(), backend.access().publishableKey(), token);
    }

    /** A connection as the owner of the data: above RLS, may take on every role with {@code set role}. */
    public Connection ownerConnection() throws SQLException {
        return connection("reward_desk_owner", secrets().databaseOwnerPassword());
    }

    /** A connection as the app's own login: nothing but what a role that it takes on may. */
    public Connection appConnection() throws SQLException {
        return connection("authenticator", secrets().authenticatorPassword());
    }

    /** A connection as the login that owns the schema {@code auth}. */
    public Connection authConnection() throws SQLException {
        return connection("supabase_auth_admin", secrets().authAdminPassword());
    }

    /** A connection as the superuser, which the app itself uses for the shim alone. */
    public Connection superuserConnection() throws SQLException {
        return connection("postgres", secrets().superuserPassword());
    }

    /** The database, past the backend. */
    public TestDatabase database() {
        return new TestDatabase(this);
    }

    /** Where the app's own login connects, password included. */
    public String appUrl() {
        return "postgresql://authenticator:%s@127.0.0.1:%d/postgres"
                .formatted(secrets().authenticatorPassword(), databasePort());
    }

    /** The port that PostgreSQL listens on. */
    public int databasePort() {
        return URI.create(backend.databaseUrl().orElseThrow()).getPort();
    }

    Secrets secrets() {
        return secretsOf(workspace);
    }

    /** What the workspace in this folder keeps secret. */
    public static Secrets secretsOf(Path workspace) {
        try {
            return Secrets.read(workspace.resolve("secrets.json"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        backend.close();
        if (staying) {
            return;
        }
        try {
            delete(workspace);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private TestApi invite(String name, String role) {
        String email = name + "@example.org";
        String password = "password of " + name;
        TestApi.Answer answer = service()
                .post(
                        "/auth/v1/invite",
                        TestApi.json(Map.of(
                                "email",
                                email,
                                "password",
                                password,
                                "role",
                                role,
                                "data",
                                Map.of("display_name", name))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return signIn(email, password);
    }

    private Connection connection(String user, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {databasePort()});
        source.setDatabaseName("postgres");
        source.setUser(user);
        source.setPassword(password);
        return source.getConnection();
    }

    private static void tidyUp() {
        LASTING.forEach(TestBackend::close);
        for (Path folder : MADE) {
            try {
                delete(folder);
            } catch (IOException left) {
                System.err.println("A test's folder was not removed: " + left.getMessage());
            }
        }
    }

    // One initialised workspace a JVM; making one takes seconds, copying one does not.
    private static Path template() throws IOException {
        synchronized (MAKING) {
            Path made = template;
            if (made == null) {
                Path folder = Files.createTempDirectory("reward-desk-template-");
                MADE.add(folder);
                switch (EmbeddedBackend.open(folder, BackendOptions.defaults())) {
                    case Opening.Opened opened -> opened.backend().close();
                    case Opening.AlreadyRunning running -> throw new AssertionError("already open: " + running);
                }
                template = folder;
                made = folder;
            }
            return made;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(folder));
                if (!Files.exists(target)) {
                    Files.createDirectory(target);
                    // PostgreSQL refuses a data folder that others may read.
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(folder));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
