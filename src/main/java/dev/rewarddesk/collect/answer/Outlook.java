package dev.rewarddesk.collect.answer;

import java.util.Optional;

/** Judges, from what came back, whether there is use in asking an endpoint about other images. */
final class Outlook {

    /** Each of them after all its repetitions. */
    private static final int MOST_IN_A_ROW = 10;

    private static final String KEPT =
            " What was answered until then is kept and is not asked again; nothing is recorded about the others. ";
    private static final String AND_GO_ON = " Then start again: it goes on from there.";

    private boolean hasAnswered;
    private int failuresInARow;

    /** The endpoint does its work, even if it declined. */
    synchronized void worked() {
        hasAnswered = true;
        failuresInARow = 0;
    }

    /** Why nothing else is to be asked after this; empty where it may be. */
    synchronized Optional<EndpointUnusable> after(Reply.Failed failed) {
        boolean useless = switch (failed.next()) {
            case NOTHING, NOTHING_UNTIL_REACHED -> true;
            case OTHERS -> false;
            case OTHERS_IF_ANY -> !hasAnswered || ++failuresInARow >= MOST_IN_A_ROW;
            case AGAIN -> ++failuresInARow >= MOST_IN_A_ROW;
        };
        return useless
                ? Optional.of(new EndpointUnusable(failed.words() + KEPT + advice(failed.code()) + AND_GO_ON))
                : Optional.empty();
    }

    private static String advice(String code) {
        return switch (code) {
            case "endpoint_unreachable" -> "Check its address, and whether it runs.";
            case "endpoint_key_refused" -> "Check its key, and what that key may be used for.";
            case "endpoint_not_found" -> "Check its address and the name of the model.";
            case "endpoint_unpaid" -> "Settle that with whoever runs it.";
            default -> "That happened many times in a row; see what is wrong with it.";
        };
    }
}
