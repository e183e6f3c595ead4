package dev.rewarddesk.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Between a client and a backend, on loopback: passes requests on, or does to them what bad lines and busy servers do. */
final class FaultyLine implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    /** What happens to a request. */
    enum Fault {
        NONE(50),
        /** It is on its way for a while. */
        DELAYED(12),
        /** It does not get there. */
        LOST(4),
        /** A part of it gets there. */
        CUT(4),
        /** It gets there and its answer does not. */
        ACKNOWLEDGEMENT_LOST(8),
        /** It gets there, and a part of its answer does. */
        ANSWER_CUT(4),
        /** It gets there twice, at the same time. */
        TWICE(6),
        /** It gets there, and once more when other requests have overtaken it. */
        AGAIN_LATER(4),
        /** It gets there, and something on the way says 500. */
        DONE_AND_500(2),
        /** It gets there after the client has given up waiting. */
        TOO_LATE(0.2),
        STATUS_500(2),
        STATUS_503(1),
        STATUS_429(1),
        STATUS_401(1);

        private final double weight;

        Fault(double weight) {
            this.weight = weight;
        }

        /** Whether it happens to sign-in and refresh as well. */
        boolean isOfTheLine() {
            return switch (this) {
                case NONE, DELAYED, LOST, CUT, ACKNOWLEDGEMENT_LOST, ANSWER_CUT -> true;
                default -> false;
            };
        }
    }

    private final URI backend;
    private final Random random;
    private final ServerSocket server;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private volatile boolean closed;

    FaultyLine(URI backend, long seed) throws IOException {
        this.backend = backend;
        this.random = new Random(seed);
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** How often each has happened. */
    synchronized Map<Fault, Integer> counts() {
        return new EnumMap<>(counts);
    }

    @Override
    public void close() {
        closed = true;
        try {
            server.close();
            for (Thread thread : threads) {
                thread.interrupt();
                thread.join();
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = server.accept();
                start(() -> serve(client));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void start(Runnable work) {
        Thread thread = Thread.ofVirtual().unstarted(() -> {
            try {
                work.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        thread.start();
    }

    private void serve(Socket client) {
        try (client) {
            byte[] request = request(client.getInputStream());
            if (request.length > 0) {
                byte[] answer = answer(fault(request), request);
                client.getOutputStream().write(answer);
                client.getOutputStream().flush();
            }
        } catch (IOException | InterruptedException cut) {
            // As lines are.
        }
    }

    // What the client is given; nothing closes the connection.
    private byte[] answer(Fault fault, byte[] request) throws IOException, InterruptedException {
        return switch (fault) {
            case NONE -> pass(request);
            case DELAYED -> {
                pause(200);
                byte[] answer = pass(request);
                pause(100);
                yield answer;
            }
            case LOST -> new byte[0];
            case CUT -> {
                deliver(Arrays.copyOf(request, below(request.length)));
                yield new byte[0];
            }
            case ACKNOWLEDGEMENT_LOST -> {
                pass(request);
                yield new byte[0];
            }
            case ANSWER_CUT -> {
                byte[] answer = pass(request);
                yield Arrays.copyOf(answer, below(answer.length + 1));
            }
            case TWICE -> {
                start(() -> passQuietly(request));
                yield pass(request);
            }
            case AGAIN_LATER -> {
                byte[] answer = pass(request);
                start(() -> {
                    try {
                        pause(2000);
                        passQuietly(request);
                    } catch (InterruptedException ended) {
                        // The line is gone.
                    }
                });
                yield answer;
            }
            case DONE_AND_500 -> {
                pass(request);
                yield status("500 Internal Server Error", "");
            }
            case TOO_LATE -> {
                TimeUnit.MILLISECONDS.sleep(4000);
                yield pass(request);
            }
            case STATUS_500 -> status("500 Internal Server Error", "");
            case STATUS_503 -> status("503 Service Unavailable", "Retry-After: " + below(2) + "\r\n");
            case STATUS_429 -> status("429 Too Many Requests", "Retry-After: " + below(2) + "\r\n");
            case STATUS_401 -> status("401 Unauthorized", "");
        };
    }

    private synchronized Fault fault(byte[] request) {
        String line = new String(request, 0, Math.min(request.length, 200), StandardCharsets.ISO_8859_1);
        Fault chosen = Fault.NONE;
        double left = random.nextDouble()
                * Arrays.stream(Fault.values())
                        .mapToDouble(fault -> fault.weight)
                        .sum();
        for (Fault fault : Fault.values()) {
            chosen = fault;
            left -= fault.weight;
            if (left < 0) {
                break;
            }
        }
        if (line.contains("/auth/v1/") && !chosen.isOfTheLine()) {
            chosen = Fault.NONE;
        }
        counts.merge(chosen, 1, Integer::sum);
        return chosen;
    }

    private synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    private void pause(int longest) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(below(longest));
    }

    private void passQuietly(byte[] request) {
        try {
            pass(request);
        } catch (IOException gone) {
            // Nobody waits for it.
        }
    }

    private byte[] pass(byte[] request) throws IOException {
        try (Socket socket = new Socket(backend.getHost(), backend.getPort())) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return socket.getInputStream().readAllBytes();
        }
    }

    private void deliver(byte[] part) throws IOException {
        try (Socket socket = new Socket(backend.getHost(), backend.getPort())) {
            socket.getOutputStream().write(part);
            socket.getOutputStream().flush();
        }
    }

    // The whole request, addressed to the backend, with the wish that the connection ends after it.
    private byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            last = (last << 8) | next;
            if (last == 0x0D0A0D0A) {
                String text = head.toString(StandardCharsets.ISO_8859_1);
                Matcher length = LENGTH.matcher(text);
                byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
                String addressed = text.replaceFirst("(?im)^host:.*$", "Host: 127.0.0.1:" + backend.getPort())
                        .replaceFirst("(?im)^connection:.*$", "Connection: close");
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                whole.writeBytes(addressed.getBytes(StandardCharsets.ISO_8859_1));
                whole.writeBytes(body);
                return whole.toByteArray();
            }
        }
        return new byte[0];
    }

    private static byte[] status(String status, String header) {
        return ("HTTP/1.1 " + status + "\r\n" + header + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
