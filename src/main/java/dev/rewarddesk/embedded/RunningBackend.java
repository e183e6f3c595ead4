package dev.rewarddesk.embedded;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rewarddesk.disk.PrivateFiles;
import dev.rewarddesk.embedded.http.Refusal;
import dev.rewarddesk.embedded.http.Route;
import dev.rewarddesk.embedded.secret.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a running backend is found: {@code backend.json} beside the lock. Whoever reads it has the process at that address
 * prove that it wrote the file, before any key is sent there: a port is somebody else's once its owner is gone.
 *
 * @param url where it listens
 * @param process its number
 * @param proofKey known to whoever may read the file
 */
record RunningBackend(URI url, long process, String proofKey) {

    private static final String FILE = "backend.json";
    private static final String PROOF = "/local/v1/proof";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final JsonMapper JSON = new JsonMapper();

    /** A backend of this process. */
    static RunningBackend here(URI url, String proofKey) {
        return new RunningBackend(url, ProcessHandle.current().pid(), proofKey);
    }

    void announce(Path workspace) throws IOException {
        PrivateFiles.write(workspace.resolve(FILE), JSON.writeValueAsString(this) + "\n");
    }

    static void withdraw(Path workspace) throws IOException {
        Files.deleteIfExists(workspace.resolve(FILE));
    }

    /** The backend that the file names, when it is there and answers as itself. */
    static Optional<RunningBackend> of(Path workspace) {
        try {
            RunningBackend named = JSON.readValue(Files.readString(workspace.resolve(FILE)), RunningBackend.class);
            return Optional.of(named).filter(RunningBackend::proves);
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }

    /** Answers those who ask for the proof. */
    static Route proofRoute(String proofKey) {
        return Route.get(PROOF, context -> {
            String question = context.queryParam("question");
            if (question == null || question.length() > 100) {
                throw Refusal.of(400, "invalid_question", "question is required.");
            }
            context.contentType("text/plain").result(answer(proofKey, question));
        });
    }

    private boolean proves() {
        String question = Secrets.random();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(url.resolve(PROOF + "?question=" + question))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().equals(answer(proofKey, question));
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String answer(String proofKey, String question) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(proofKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(question.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Says where, and not the key. */
    @Override
    public String toString() {
        return "RunningBackend at " + url;
    }
}
