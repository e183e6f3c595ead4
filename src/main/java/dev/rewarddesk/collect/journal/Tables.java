package dev.rewarddesk.collect.journal;

import java.util.List;

/** The tables of the file. */
final class Tables {

    /**
     * {@code ord} is the order in which things were found. An image that is {@code prepared} was fetched and is being uploaded with
     * that record; if that is cut off, the same is sent again. {@code document} outlives runs: what each URL was when it was
     * fetched last.
     */
    static final List<String> ALL = List.of(
            """
            create table session (
              id text primary key,
              settings text not null,
              state text not null,
              seeded integer not null default 0,
              started_at integer not null,
              ended_at integer,
              worked_millis integer not null default 0,
              message text not null default ''
            ) strict""",
            """
            create table page (
              ord integer primary key autoincrement,
              session text not null references session,
              url text not null,
              depth integer not null,
              state text not null default 'waiting' check (state in ('waiting', 'read', 'refused', 'alias')),
              reason text,
              detail text,
              bytes integer not null default 0,
              unique (session, url)
            ) strict""",
            "create index page_waiting on page (session, ord) where state = 'waiting'",
            """
            create table image (
              ord integer primary key autoincrement,
              session text not null references session,
              url text not null,
              found text not null,
              state text not null default 'waiting'
                check (state in ('waiting', 'prepared', 'new', 'duplicate', 'near', 'refused')),
              reason text,
              detail text,
              bytes integer not null default 0,
              sha256 text,
              record text,
              image_id text,
              unique (session, url)
            ) strict""",
            "create index image_waiting on image (session, ord) where state in ('waiting', 'prepared')",
            "create unique index image_content on image (session, sha256) where sha256 is not null",
            """
            create table document (
              url text primary key,
              etag text not null,
              last_modified text not null,
              content text not null
            ) strict, without rowid""");

    private Tables() {}
}
