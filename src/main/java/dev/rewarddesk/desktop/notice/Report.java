package dev.rewarddesk.desktop.notice;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;

/**
 * What people are told of a failure.
 *
 * @param code the stable word for support
 */
public record Report(String title, String text, String code) {

    /** The report of any failure; a failure of the program itself never shows its insides. */
    public static Report of(Throwable failure) {
        return switch (failure) {
            case ServiceFailure.Offline known -> known("failure.offline", known);
            case ServiceFailure.SignedOut known -> known("failure.signed-out", known);
            case ServiceFailure.Forbidden known ->
                known(known.isOfNoMember() ? "failure.no-member" : "failure.forbidden", known);
            case ServiceFailure.NotFound known -> known("failure.not-found", known);
            case ServiceFailure.Conflict known -> known("failure.conflict", known);
            case ServiceFailure.Invalid known -> known("failure.invalid", known);
            case ServiceFailure.Server known -> known("failure.server", known);
            default ->
                new Report(
                        Texts.of("failure.unexpected"),
                        Texts.of("failure.unexpected.text"),
                        "unexpected_" + failure.getClass().getSimpleName());
        };
    }

    /** Everything as one text, for the clipboard. */
    public String details() {
        return title + "\n" + text + "\n" + Texts.of("failure.code") + " " + code;
    }

    private static Report known(String titleKey, ServiceFailure failure) {
        return new Report(Texts.of(titleKey), failure.getMessage(), failure.code());
    }
}
