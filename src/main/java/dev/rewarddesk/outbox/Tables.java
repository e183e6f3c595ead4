package dev.rewarddesk.outbox;

import java.util.List;

/** The tables of the file. */
final class Tables {

    /**
     * {@code ord} is the order in which decisions were made. A {@code taken} entry stays for some days without its item, because
     * the next decision about the same reward needs its revision. {@code settled} numbers what was taken or refused, so that
     * every process can tell what is new to it; the numbers come from {@code counter}, since rows may go.
     */
    static final List<String> ALL = List.of(
            """
            create table entry (
              ord integer primary key autoincrement,
              id text not null unique,
              person text not null,
              response text not null,
              kind text not null,
              decision text not null,
              item text,
              decided_at text not null,
              state text not null default 'waiting' check (state in ('waiting', 'refused', 'taken')),
              attempted integer not null default 0,
              revision integer,
              code text,
              reason text,
              settled integer,
              settled_at text
            ) strict""",
            "create index entry_unsettled on entry (person, state, ord) where state <> 'taken'",
            "create index entry_by_response on entry (person, response, ord)",
            "create index entry_settled on entry (settled) where settled is not null",
            """
            create table draft (
              person text not null,
              response text not null,
              draft text not null,
              kept integer not null,
              primary key (person, response)
            ) strict, without rowid""",
            "create table counter (settled integer not null) strict",
            "insert into counter values (0)");

    private Tables() {}
}
