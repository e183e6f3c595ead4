package dev.rewarddesk.supabase;

import java.util.Optional;
import java.util.function.Consumer;

/** Sends calls with the caller's credentials, and once more with renewed ones when they are refused. */
final class Authorized {

    private final Transport transport;
    private final Credentials credentials;

    Authorized(Transport transport, Credentials credentials) {
        this.transport = transport;
        this.credentials = credentials;
    }

    Following follow(Call events, Call state, Consumer<Answer> listener) {
        return Following.start(transport, credentials, events, state, listener);
    }

    Answer send(Call call) {
        String token = credentials.bearer();
        HttpAnswer answer = transport.send(call, token);
        if (answer.status() == 401) {
            Optional<String> other = credentials.insteadOf(token);
            if (other.isPresent()) {
                answer = transport.send(call, other.get());
            }
        }
        if (!answer.isSuccess()) {
            throw Failures.of(answer);
        }
        return Answer.read(answer);
    }
}
