package dev.rewarddesk.collect.journal;

/**
 * What a URL was when it was fetched last.
 *
 * @param etag empty where the site gave none
 * @param lastModified empty where the site gave none
 * @param content what is to be remembered of it, as JSON
 */
public record RecordedDocument(String etag, String lastModified, String content) {}
