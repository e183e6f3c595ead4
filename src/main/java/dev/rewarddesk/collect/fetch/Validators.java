package dev.rewarddesk.collect.fetch;

/**
 * What a site knows a version of a document by, so that an unchanged one is not sent again.
 *
 * @param etag empty where it has none
 * @param lastModified empty where it has none
 */
public record Validators(String etag, String lastModified) {

    /** Nothing is known yet. */
    public static final Validators NONE = new Validators("", "");

    /** Whether there is anything to ask by. */
    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }
}
