package dev.rewarddesk.fault;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A reviewer in a process of their own, who decides until killed and tells of each decision before and after it is kept. */
final class Victim {

    private final Process process;
    private final Thread listener;
    private final Set<String> begun = Collections.synchronizedSet(new HashSet<>());
    private final Set<String> kept = Collections.synchronizedSet(new HashSet<>());
    private volatile int last;

    private Victim(Process process, int first) {
        this.process = process;
        this.last = first - 1;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    /** {@code folder seed first end}; the address, key, email and password come line by line. Decides until its input ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        WorkspaceAddress address = new WorkspaceAddress(URI.create(in.readLine()), in.readLine());
        String email = in.readLine();
        String password = in.readLine();
        Script script = new Script(Long.parseLong(arguments[1]));
        int end = Integer.parseInt(arguments[3]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Random random = new Random();
        try (SupabaseClient client = SupabaseClient.forPerson(address, new InMemorySessionStore())) {
            while (!signedIn(client, email, password)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            try (Outgoing outgoing = Outgoing.open(client, Path.of(arguments[0]))) {
                for (int number = Integer.parseInt(arguments[2]); number < end && !in.ready(); number++) {
                    for (Decision decision : script.decisions(number)) {
                        out.println("begin " + number + " " + decision.id());
                        outgoing.keep(script.decided(decision));
                        out.println("kept " + number + " " + decision.id());
                    }
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
                }
                while (!in.ready()) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
        }
    }

    static Victim start(Path folder, Script script, int first, int end, List<String> credentials) throws IOException {
        Process process = Spawned.of(
                        Victim.class,
                        folder.toString(),
                        Long.toString(script.seed()),
                        Integer.toString(first),
                        Integer.toString(end))
                .start();
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(String.join("\n", credentials) + "\n");
        in.flush();
        return new Victim(process, first);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As a power failure would; waits until all that it told has been heard. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        listener.join();
    }

    /** In order. */
    void end() throws IOException, InterruptedException {
        try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write("end\n");
        }
        process.waitFor();
        listener.join();
    }

    /** The response that it has begun with last; the one before its first when it has not begun. */
    int last() {
        return last;
    }

    /** The ids of decisions that it has begun to keep. */
    Set<String> begun() {
        return begun;
    }

    /** The ids of decisions whose keeping has returned. */
    Set<String> kept() {
        return kept;
    }

    private static boolean signedIn(SupabaseClient client, String email, String password) {
        try {
            client.signIn(email, password);
            return true;
        } catch (ServiceFailure notNow) {
            return false;
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                // A line that was cut by the kill has no whole id.
                if (words.length == 3 && words[2].length() == 36) {
                    (words[0].equals("kept") ? kept : begun).add(words[2]);
                    last = Integer.parseInt(words[1]);
                }
            }
        } catch (IOException ended) {
            // With the process.
        }
    }
}
