package dev.rewarddesk.bench;

import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own {@code pgbench} giving rewards through the same function call as both mouths: what the SQL can do with no mouth in
 * front of it. It comes with Debian's package {@code postgresql-15} and is looked for on the path.
 */
final class Bare {

    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final TestBackend backend;
    private final List<String> reviewers;

    /** @param reviewers the accounts of those who give rewards, one for each client */
    Bare(TestBackend backend, List<String> reviewers) {
        this.backend = backend;
        this.reviewers = reviewers;
    }

    /** Gives rewards for so many seconds, each client to the responses from its own number on; answers how many and how fast. */
    Throughput.Round give(int first, int room, int seconds) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("reward-desk-pgbench-");
        Path script = folder.resolve("reward.sql");
        try {
            Files.writeString(script, script(first, room));
            return run(script, seconds);
        } finally {
            Files.deleteIfExists(script);
            Files.delete(folder);
        }
    }

    private Throughput.Round run(Path script, int seconds) throws IOException, InterruptedException {
        URI database = URI.create(backend.appUrl());
        String[] login = database.getUserInfo().split(":", 2);
        String clients = String.valueOf(reviewers.size());
        List<String> command = new ArrayList<>(List.of("pgbench", "--no-vacuum", "--protocol=prepared"));
        command.addAll(List.of("--client=" + clients, "--jobs=2", "--time=" + seconds, "--define=n=-1"));
        command.addAll(List.of("--file=" + script, "--host=" + database.getHost(), "--port=" + database.getPort()));
        command.addAll(List.of("--username=" + login[0], database.getPath().substring(1)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", login[1]);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !"0".equals(found(FAILED, said))) {
            throw new IOException("pgbench says: " + said);
        }
        return new Throughput.Round(Long.parseLong(found(DONE, said)), Double.parseDouble(found(RATE, said)));
    }

    private String script(int first, int room) {
        StringBuilder person = new StringBuilder("case :client_id::integer");
        for (int client = 0; client < reviewers.size(); client++) {
            person.append(" when ")
                    .append(client)
                    .append(" then '")
                    .append(reviewers.get(client))
                    .append('\'');
        }
        return """
                \\set n :n + 1
                \\set response %d + :client_id * %d + :n
                begin;
                select set_config('request.jwt.claims', jsonb_build_object('sub', %s end, 'role', 'authenticated')::text, true),
                  set_config('role', 'authenticated', true);
                select desk.call('create_reward', '{}', jsonb_build_object('response_id', md5('response ' || :response::text)::uuid,
                  'score', 0.5, 'feedback_type', 'like', 'quality', 4), '{}');
                commit;
                """.formatted(first, room, person);
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("pgbench says: " + text);
        }
        return matcher.group(1);
    }
}
