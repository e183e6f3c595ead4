package dev.rewarddesk.collect.journal;

import dev.rewarddesk.collect.journal.RecordedAnswer.State;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of asking. */
final class Answers {

    static final List<String> TABLES =
            List.of("""
            create table answer (
              id text primary key,
              image text not null,
              state text not null check (state in ('ANSWERED', 'SENT', 'DECLINED', 'FAILED')),
              document text not null,
              code text not null,
              words text not null,
              written_at text not null
            ) strict, without rowid""", "create index answer_unsent on answer (state, id) where state = 'ANSWERED'");

    private final Statements sql;

    Answers(Statements sql) {
        this.sql = sql;
    }

    Optional<RecordedAnswer> find(UUID id) throws SQLException {
        return sql
                .all(
                        row -> new RecordedAnswer(
                                State.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getString(4)),
                        "select state, document, code, words from answer where id = ?",
                        id.toString())
                .stream()
                .findFirst();
    }

    List<UnsentAnswer> unsent(int most) throws SQLException {
        return sql.all(
                row -> new UnsentAnswer(UUID.fromString(row.getString(1)), row.getString(2)),
                "select id, document from answer where state = 'ANSWERED' order by id limit ?",
                most);
    }

    int put(UUID id, UUID image, RecordedAnswer answer) throws SQLException {
        return sql.run(
                "insert or replace into answer (id, image, state, document, code, words, written_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                image.toString(),
                answer.state().name(),
                answer.document(),
                answer.code(),
                answer.words(),
                Instant.now().toString());
    }

    /** The answer is no longer to be sent. */
    int settle(UUID id, State state, String code, String words) throws SQLException {
        return sql.run(
                "update answer set state = ?, document = '', code = ?, words = ? where id = ?",
                state.name(),
                code,
                words,
                id.toString());
    }
}
