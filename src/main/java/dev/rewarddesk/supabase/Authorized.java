package dev.rewarddesk.supabase;

import dev.rewarddesk.failure.ServiceFailure;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends calls with the caller's credentials, and once more with renewed ones when they are refused. */
final class Authorized {

    private final Transport transport;
    private final Credentials credentials;
    private final @Nullable UUID person;

    Authorized(Transport transport, Credentials credentials) {
        this(transport, credentials, null);
    }

    private Authorized(Transport transport, Credentials credentials, @Nullable UUID person) {
        this.transport = transport;
        this.credentials = credentials;
        this.person = person;
    }

    /** Sends while that person is signed in and ends with {@code SignedOut} otherwise, whoever else is. */
    Authorized onlyAs(UUID who) {
        return new Authorized(transport, credentials, who);
    }

    Following follow(Call events, Call state, Consumer<Answer> listener, BiConsumer<String, Answer> others) {
        return Following.start(transport, credentials, events, state, listener, others);
    }

    Answer send(Call call) {
        return good(exchange(call));
    }

    /** The state; empty where it is still the one of that tag. */
    Optional<Answer> other(Call state, String tag) {
        HttpAnswer answer = exchange(state.headers(Map.of("If-None-Match", "\"" + tag + "\"")));
        return answer.isNotModified() ? Optional.empty() : Optional.of(good(answer));
    }

    private HttpAnswer exchange(Call call) {
        String token = checked(credentials.bearer());
        HttpAnswer answer = transport.send(call, token);
        if (answer.status() == 401) {
            Optional<String> renewed = credentials.insteadOf(token).map(this::checked);
            if (renewed.isPresent()) {
                return transport.send(call, renewed.get());
            }
        }
        return answer;
    }

    private static Answer good(HttpAnswer answer) {
        if (!answer.isSuccess()) {
            throw Failures.ofFunction(answer);
        }
        return Answer.read(answer);
    }

    private String checked(String token) {
        if (person != null && !credentials.isOf(token, person)) {
            throw new ServiceFailure.SignedOut(
                    "another_person", "Somebody else is signed in now. Nothing was sent; it waits for its own person.");
        }
        return token;
    }
}
