package dev.rewarddesk.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands between a program and a server, passes bytes on as they are, and cuts where a test says so. */
public final class CuttingProxy implements AutoCloseable {

    /** Where the next request of a kind is cut. */
    public enum Cut {
        /** Nowhere. */
        NONE,
        /** After a part of it, so that the server has no whole request. */
        WITHIN_REQUEST,
        /** When the server has answered and before the answer is passed on. */
        BEFORE_ANSWER
    }

    private final ServerSocket listening;
    private final URI server;
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private volatile String method = "PUT";
    private volatile Cut cut = Cut.NONE;
    private volatile Runnable answered = () -> {};

    /** @param server what it passes on to */
    public CuttingProxy(URI server) {
        this.server = server;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Cuts every request of this method from now on. */
    public void cut(String method, Cut where) {
        this.method = method;
        this.cut = where;
    }

    /** What happens once, when the server has answered a request of the method that {@link #cut} named, PUT at first. */
    public void onceAnswered(Runnable happening) {
        answered = happening;
    }

    /** Cuts every connection, old and new. */
    public void down() {
        close();
        connections.forEach(connection -> {
            try {
                connection.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                connections.add(client);
                Thread.ofVirtual().start(() -> pass(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket client) {
        try (client;
                Socket there = new Socket(server.getHost(), server.getPort())) {
            new Passage(client, there).run();
        } catch (IOException gone) {
            return;
        }
    }

    /** One connection. */
    private final class Passage {
        private final Socket client;
        private final Socket there;
        // Whether what is under way is a request of the method that is looked for.
        private volatile boolean meant;

        private Passage(Socket client, Socket there) {
            this.client = client;
            this.there = there;
        }

        private void run() throws IOException {
            Thread.ofVirtual().start(this::requests);
            byte[] buffer = new byte[8192];
            InputStream in = there.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (meant) {
                    meant = false;
                    Runnable happening = answered;
                    answered = () -> {};
                    happening.run();
                    if (cut == Cut.BEFORE_ANSWER) {
                        return;
                    }
                }
                client.getOutputStream().write(buffer, 0, read);
            }
        }

        private void requests() {
            byte[] buffer = new byte[8192];
            try {
                InputStream in = client.getInputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    // A client waits for the answer, so that a request begins where a piece does.
                    boolean begins = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).startsWith(method + " /");
                    meant |= begins;
                    boolean cutHere = begins && cut == Cut.WITHIN_REQUEST;
                    there.getOutputStream().write(buffer, 0, cutHere ? Math.min(read, 100) : read);
                    if (cutHere) {
                        there.close();
                        client.close();
                        return;
                    }
                }
                there.shutdownOutput();
            } catch (IOException gone) {
                return;
            }
        }
    }
}
