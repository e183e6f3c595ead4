package dev.rewarddesk.collect.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle loses nothing, brings nothing twice and counts nothing wrong. */
final class KillTest {

    private static final int PAGES = 30;
    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    /** {@code folder} and then a URL to begin at or a session to resume; how to sign in comes line by line. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        WorkspaceAddress address = new WorkspaceAddress(URI.create(in.readLine()), in.readLine());
        try (SupabaseClient client = SupabaseClient.forPerson(address, new InMemorySessionStore())) {
            client.signIn(in.readLine(), in.readLine());
            CollectService service = Collecting.service(client, Path.of(arguments[0]));
            CollectRun run = arguments[1].startsWith("http")
                    ? service.start(Collecting.settings(arguments[1]), _ -> {})
                    : service.resume(arguments[1], same -> same, _ -> {});
            run.await();
        }
    }

    @Test
    void aRunGoesOnAfterItsProcessWasKilled() throws Exception {
        try (TestBackend backend = TestBackend.fresh();
                SupabaseClient owner = RealWorkspace.owner(backend);
                PretendSite site = new PretendSite()) {
            Hurdles hurdles = new Hurdles();
            for (int i = 0; i < PAGES; i++) {
                int number = i;
                site.page(
                        "/page/" + i,
                        "<img src=/img/" + i + ".png><img src=/again/" + i + ".png><img src=/alike/" + i + ".png>"
                                + (i == 0 ? links() : ""));
                for (String folderName : List.of("/img/", "/again/", "/alike/")) {
                    site.on(folderName + i + ".png", _ -> {
                        hurdles.pass();
                        return PretendSite.bytes(
                                "image/png",
                                folderName.equals("/alike/") ? Pictures.jpeg(number) : Pictures.png(number));
                    });
                }
            }
            CollectService service = Collecting.service(owner, folder);
            String what = site.url("/page/0");
            for (int kill = 1; kill <= KILLS; kill++) {
                CountDownLatch reached = hurdles.next(12);
                Process victim = start(backend.backend().access(), what);
                assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
                victim.destroyForcibly().waitFor();
                hurdles.open();
                CollectReport cutOff = service.sessions().getFirst();
                assertThat(cutOff.state()).isEqualTo("interrupted");
                what = cutOff.session();
            }

            CollectReport report = Collecting.ended(service, service.resume(what, same -> same, _ -> {}));

            assertThat(report.state()).isEqualTo("done");
            assertThat(report.pages().read()).isEqualTo(PAGES);
            assertThat(report.images()).isEqualTo(new CollectReport.Images(PAGES, PAGES, PAGES, 0, 0));
            assertThat(service.groups()).hasSize(PAGES).allSatisfy(group -> {
                assertThat(group.taken().imageId()).isPresent();
                assertThat(group.held()).hasSize(1);
            });
            assertThat(Workspace.images(backend)).hasSize(PAGES);
            assertThat(service.sessions()).hasSize(1);
        }
    }

    private static String links() {
        StringBuilder links = new StringBuilder();
        for (int i = 1; i < PAGES; i++) {
            links.append("<a href=/page/").append(i).append(">x</a>");
        }
        return links.toString();
    }

    private Process start(BackendAccess access, String what) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        KillTest.class.getName(),
                        folder.toString(),
                        what)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(String.join(
                            "\n",
                            access.url().toString(),
                            access.publishableKey(),
                            access.ownerEmail(),
                            access.ownerPassword())
                    + "\n");
        }
        return process;
    }

    /** Lets so many requests through and holds the others, so that something is under way when the process is killed. */
    private static final class Hurdles {
        private final AtomicInteger left = new AtomicInteger();
        private volatile CountDownLatch reached = new CountDownLatch(1);
        private volatile CountDownLatch held = new CountDownLatch(0);

        CountDownLatch next(int requests) {
            left.set(requests);
            reached = new CountDownLatch(1);
            held = new CountDownLatch(1);
            return reached;
        }

        void open() {
            held.countDown();
            left.set(Integer.MAX_VALUE);
        }

        void pass() {
            if (left.getAndDecrement() > 0) {
                return;
            }
            reached.countDown();
            try {
                held.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
