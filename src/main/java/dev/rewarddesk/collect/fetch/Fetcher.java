package dev.rewarddesk.collect.fetch;

import dev.rewarddesk.collect.fetch.Refusal.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Asks the web. Redirects are followed here, step by step, so that each one is judged. May be used by many threads. */
public final class Fetcher implements AutoCloseable {

    private static final int MOST_REDIRECTS = 8;

    private final FetchSettings settings;
    private final OkHttpClient http;

    public Fetcher(FetchSettings settings) {
        this(settings, Dns.SYSTEM);
    }

    /** @param names what resolves names, in the system's place */
    Fetcher(FetchSettings settings, Dns names) {
        this.settings = settings;
        this.http = new OkHttpClient.Builder()
                // A proxy would resolve names where nobody checks the address.
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .connectionPool(new ConnectionPool(64, 30, TimeUnit.SECONDS))
                .connectTimeout(settings.connect())
                .readTimeout(settings.silence())
                .writeTimeout(settings.silence())
                .callTimeout(settings.whole())
                .dns(new ReachableDns(names, settings.reach()))
                .socketFactory(new GuardedSockets(settings.reach()))
                .build();
    }

    /** Asks until there is an answer, or a reason why there is none. */
    public Fetched fetch(Ask ask, Passage passage) throws InterruptedException {
        HttpUrl at = ask.url();
        try {
            for (int step = 0; step <= MOST_REDIRECTS; step++) {
                Ask now = new Ask(at, ask.accept(), ask.mostBytes(), ask.known());
                Answer answer = patiently(now, passage);
                switch (answer) {
                    case Answer.Given(Fetched fetched) -> {
                        return fetched;
                    }
                    case Answer.Moved(HttpUrl next) -> at = next;
                    case Answer.Later(Refusal refusal, Duration _) -> throw new RefusedException(refusal);
                }
            }
            throw new RefusedException(Reason.REDIRECTS);
        } catch (RefusedException refused) {
            return new Fetched.Refused(refused.refusal());
        }
    }

    /** Lets go of connections; requests under way end as unreachable. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private Answer patiently(Ask ask, Passage passage) throws RefusedException, InterruptedException {
        Duration wait = settings.firstWait();
        for (int attempt = 1; ; attempt++) {
            Answer answer;
            try (Passage.Turn turn = passage.await(ask.url())) {
                answer = once(ask);
                if (answer instanceof Answer.Later(Refusal _, Duration asked) && isAcceptable(asked)) {
                    turn.leaveAlone(asked);
                }
            }
            if (!(answer instanceof Answer.Later later) || attempt == settings.tries()) {
                return answer;
            }
            if (!isAcceptable(later.asked())) {
                return later;
            }
            // With jitter, or those who failed together would come again together.
            long jittered = wait.toMillis() / 2 + ThreadLocalRandom.current().nextLong(wait.toMillis() / 2 + 1);
            Thread.sleep(Math.max(jittered, later.asked().toMillis()));
            wait = wait.multipliedBy(2);
        }
    }

    private boolean isAcceptable(Duration asked) {
        return asked.compareTo(settings.longestWait()) <= 0;
    }

    private Answer once(Ask ask) throws InterruptedException {
        try (Response response = http.newCall(request(ask)).execute()) {
            return AnswerReader.read(ask, response);
        } catch (RefusedException refused) {
            return new Answer.Given(new Fetched.Refused(refused.refusal()));
        } catch (IOException failure) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return failed(failure);
        }
    }

    private Request request(Ask ask) {
        Request.Builder request = new Request.Builder()
                .url(ask.url())
                .header("User-Agent", settings.userAgent())
                .header("Accept", ask.accept());
        if (!ask.known().etag().isEmpty()) {
            request.header("If-None-Match", ask.known().etag());
        }
        if (!ask.known().lastModified().isEmpty()) {
            request.header("If-Modified-Since", ask.known().lastModified());
        }
        return request.build();
    }

    private static Answer failed(IOException failure) {
        if (isClosedAddress(failure)) {
            return new Answer.Given(new Fetched.Refused(Refusal.of(Reason.CLOSED_ADDRESS)));
        }
        Reason reason = switch (failure) {
            case SocketTimeoutException _ -> Reason.TIMEOUT;
            case InterruptedIOException _ -> Reason.TIMEOUT;
            case EOFException _ -> Reason.CUT_OFF;
            case ProtocolException _ -> Reason.CUT_OFF;
            default -> Reason.UNREACHABLE;
        };
        return new Answer.Later(Refusal.of(reason), Duration.ZERO);
    }

    private static boolean isClosedAddress(@Nullable Throwable failure) {
        if (failure == null) {
            return false;
        }
        if (failure instanceof ClosedAddressException || isClosedAddress(failure.getCause())) {
            return true;
        }
        for (Throwable other : failure.getSuppressed()) {
            if (isClosedAddress(other)) {
                return true;
            }
        }
        return false;
    }
}
