package dev.rewarddesk.collect.journal;

import java.sql.SQLException;
import java.util.Optional;

/** What URLs were when they were fetched last. */
final class Documents {

    private final Statements sql;

    Documents(Statements sql) {
        this.sql = sql;
    }

    Optional<RecordedDocument> find(String url) throws SQLException {
        return sql
                .all(
                        row -> new RecordedDocument(row.getString(1), row.getString(2), row.getString(3)),
                        "select etag, last_modified, content from document where url = ?",
                        url)
                .stream()
                .findFirst();
    }

    int put(String url, RecordedDocument document) throws SQLException {
        return sql.run(
                "insert or replace into document (url, etag, last_modified, content) values (?, ?, ?, ?)",
                url,
                document.etag(),
                document.lastModified(),
                document.content());
    }
}
