package dev.rewarddesk.supabase;

import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says why there was no answer. */
final class Unreachable {

    private Unreachable() {}

    /** @param mayHaveHappened whether a request that changes something was on its way already */
    static ServiceFailure failure(URI url, IOException cause, boolean mayHaveHappened) {
        String what = switch (cause) {
            case UnknownHostException unknown ->
                "The workspace " + url + " could not be reached: there is no such host, or no network.";
            case SSLException tls ->
                "The workspace " + url + " could not be reached: no secure connection could be made to it.";
            case InterruptedIOException slow
            when mayHaveHappened -> "The workspace " + url + " did not answer in time.";
            default ->
                mayHaveHappened
                        ? "The connection to the workspace " + url + " was lost."
                        : "The workspace " + url + " could not be reached.";
        };
        String then = mayHaveHappened
                ? " What was asked may or may not have happened; trying again is safe."
                : " Nothing was changed; try again.";
        return new ServiceFailure.Offline(what + then, cause);
    }
}
