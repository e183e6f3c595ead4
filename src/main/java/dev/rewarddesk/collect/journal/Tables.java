package dev.rewarddesk.collect.journal;

import java.util.List;

/** The tables of the file. */
final class Tables {

    /**
     * {@code ord} is the order in which things were found. An image that is {@code prepared} was fetched and is being uploaded with
     * that record; if that is cut off, the same is sent again. {@code document} outlives runs: what each URL was when it was
     * fetched last. So does {@code fingerprint}: what the images look like that were taken (those of a dry run are for it alone);
     * and {@code held}: those that look like one of them, with their content until somebody decides.
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
              about text,
              image_id text,
              unique (session, url)
            ) strict""",
            "create index image_waiting on image (session, ord) where state in ('waiting', 'prepared')",
            "create unique index image_content on image (session, sha256) where sha256 is not null",
            """
            create table fingerprint (
              id integer primary key autoincrement,
              sha256 text not null,
              image integer not null references image,
              hash blob not null,
              dry_run text not null default '',
              unique (sha256, dry_run)
            ) strict""",
            """
            create table held (
              id integer primary key autoincrement,
              sha256 text not null unique,
              image integer not null references image,
              taken integer not null references image,
              distance integer not null,
              state text not null default 'held' check (state in ('held', 'kept', 'dropped')),
              found_at integer not null,
              hash blob not null,
              content blob
            ) strict""",
            "create index held_waiting on held (taken) where state = 'held'",
            """
            create table document (
              url text primary key,
              etag text not null,
              last_modified text not null,
              content text not null
            ) strict, without rowid""");

    private Tables() {}
}
