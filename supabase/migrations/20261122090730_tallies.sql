-- Tallies: counts and sums over rewards and responses, kept by triggers, so that what is asked of a million rewards is read from a few
-- hundred rows (decision 0023). Every sum is an integer or a decimal: what is added is taken away again to the last digit.
--
-- Whoever writes a reward appends what that changes and waits for nobody but who scores the same response; every so often one of
-- them folds what was appended into the tallies. Who reads adds up both.

-- Who answered: a checkpoint, or, where none is named, a model. A checkpoint's evidence is that of its id and of its version as
-- model, so that nothing moves when a checkpoint is made or renamed.
create function private.producer(checkpoint uuid, model text) returns uuid
language sql immutable set search_path = ''
as $$ select coalesce(checkpoint, encode(substr(sha256(convert_to(model, 'UTF8')), 1, 16), 'hex')::uuid) $$;

create function private.producers_of(c public.checkpoints) returns uuid[]
language sql immutable set search_path = ''
as $$ select array[c.id, private.producer(null, c.version)] $$;

-- A person's reward, as far as it counts.
create type private.scoring as (
  reviewer_id uuid, score numeric, feedback_type text, seconds_spent double precision, created_at timestamptz);

create table private.scored_responses (
  response_id uuid primary key,
  producer uuid,
  image_id uuid,
  category text,
  rewards integer not null default 0,
  total numeric not null default 0,
  squares numeric not null default 0,
  first_at timestamptz,
  last_at timestamptz,
  scorings private.scoring[] not null default '{}'
);
comment on table private.scored_responses is
  'Responses with rewards by people, as they are counted in the tallies. Its row is locked by whoever counts a response anew.';
create index scored_responses_by_image on private.scored_responses (producer, image_id) where rewards > 0;
create index scored_responses_first on private.scored_responses (producer, first_at);
create index scored_responses_last on private.scored_responses (producer, last_at);

create table private.tallies (
  producer uuid not null,
  facet text collate "C" not null,
  place double precision not null,
  name text collate "C" not null,
  responses bigint not null,
  rewards bigint not null,
  total numeric not null,
  squares numeric not null,
  inside numeric not null,
  primary key (producer, facet, place, name)
);
comment on table private.tallies is 'Folded; add private.tally_changes. A row of zeros stands for none.';
comment on column private.tallies.producer is 'See private.producer; all zeros for what is of the whole workspace.';
comment on column private.tallies.facet is
  'Of rewards by people: category (total and squares: of the means of responses), shared (responses with several rewards; inside: what '
  'agreement needs), type, day, step (of 0.05; name: the sign), reviewer, second, seconds (exactly). Of the workspace: giver (place: the '
  'sign), model, hour, and response_category and session, which a response may lack.';

create table private.image_tallies (
  producer uuid not null,
  image_id uuid not null,
  responses bigint not null,
  total bigint not null,
  primary key (producer, image_id) include (responses, total)
);
comment on column private.image_tallies.total is 'Of the means of responses, in 10^-12, which is added faster than decimals.';

create table private.tally_changes (
  producer uuid not null,
  facet text collate "C" not null,
  place double precision not null,
  name text collate "C" not null,
  responses bigint not null,
  rewards bigint not null,
  total numeric not null,
  squares numeric not null,
  inside numeric not null,
  id bigint generated always as identity primary key
);
comment on table private.tally_changes is 'Appended and not yet folded; besides the facets of private.tallies that of each image.';

create sequence private.tally_turns cycle;

create function private.whole_workspace() returns uuid
language sql immutable set search_path = ''
as $$ select '00000000-0000-0000-0000-000000000000'::uuid $$;

-- Adds what was appended to the tallies, unless somebody is at it. A snapshot from before the one who folded last would
-- find changes that are folded already.
create function private.fold_tallies() returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' or not pg_try_advisory_xact_lock(7309453303) then
    return;
  end if;
  with gone as (
    delete from private.tally_changes returning *
  ), sums as materialized (
    select g.producer, g.facet, g.place, g.name, sum(g.responses) as responses, sum(g.rewards) as rewards, sum(g.total) as total,
      sum(g.squares) as squares, sum(g.inside) as inside
    from gone g group by 1, 2, 3, 4
  ), images as (
    insert into private.image_tallies as t (producer, image_id, responses, total)
    select s.producer, s.name::uuid, s.responses, round(s.total * 1e12) from sums s where s.facet = 'image'
    on conflict (producer, image_id) do update
      set responses = t.responses + excluded.responses, total = t.total + excluded.total
  )
  insert into private.tallies as t (producer, facet, place, name, responses, rewards, total, squares, inside)
  select s.* from sums s where s.facet <> 'image'
  on conflict (producer, facet, place, name) do update
    set responses = t.responses + excluded.responses, rewards = t.rewards + excluded.rewards,
      total = t.total + excluded.total, squares = t.squares + excluded.squares, inside = t.inside + excluded.inside;
end
$$;

-- After changes: every so many times, or at once when they were many, so that a reader finds few and a writer seldom folds.
create function private.fold_in_turn(many boolean) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if nextval('private.tally_turns') % 200 = 0 or many then
    perform private.fold_tallies();
  end if;
end
$$;

-- Counts responses anew: finds what they are now and appends how that differs from how they were counted. Right whatever
-- happened to them, and however often it is called. Planned once for all: planning takes thrice as long as counting a response;
-- and without reading tables whole, whatever their size is when it is planned.
create function private.tally_responses(ids uuid[]) returns void
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
begin
  insert into private.scored_responses (response_id)
    select r.id from public.responses r where r.id = any (ids) order by r.id
    on conflict do nothing;
  perform from private.scored_responses s where s.response_id = any (ids) order by s.response_id for update;
  -- From here on nobody else counts these, and a statement sees what was committed by whoever did.
  with former as materialized (
    select s.* from private.scored_responses s where s.response_id = any (ids)
  ), present as materialized (
    select r.id as response_id, private.producer(r.checkpoint_id, r.model_id) as producer, r.image_id,
      coalesce(r.category, '') as category, w.*
    from public.responses r, lateral (
      select count(*)::integer as rewards, coalesce(sum(p.score::numeric), 0) as total,
        coalesce(sum(p.score::numeric * p.score::numeric), 0) as squares, min(p.created_at) as first_at, max(p.created_at) as last_at,
        coalesce(array_agg((p.reviewer_id, p.score::numeric, p.feedback_type, p.seconds_spent, p.created_at)::private.scoring
          order by p.id), '{}') as scorings
      from public.rewards p where p.response_id = r.id and p.source = 'person') w
    where r.id = any (ids)
  ), written as (
    update private.scored_responses s set producer = p.producer, image_id = p.image_id, category = p.category, rewards = p.rewards,
      total = p.total, squares = p.squares, first_at = p.first_at, last_at = p.last_at, scorings = p.scorings
    from present p
    where s.response_id = p.response_id and (s.producer, s.image_id, s.category, s.scorings)
      is distinct from (p.producer, p.image_id, p.category, p.scorings)
  ), removed as (
    delete from private.scored_responses s
    where s.response_id = any (ids) and not exists (select from present p where p.response_id = s.response_id)
  ), units as materialized (
    select u.*, round(u.total / u.rewards, 18) as mean
    from (select -1 as times, f.* from former f union all select 1, p.* from present p) u
    where u.rewards > 0
  ), scorings as materialized (
    select u.times, u.producer, c.* from units u, unnest(u.scorings) c
  ), changes (producer, facet, place, name, responses, rewards, total, squares, inside) as (
    select u.producer, 'category', 0, u.category, u.times, u.times * u.rewards, u.times * u.mean, u.times * u.mean * u.mean, 0
      from units u
    union all
    select u.producer, 'shared', 0, '', u.times, u.times * u.rewards, u.times * u.total, u.times * u.squares,
      u.times * round(2 * (u.rewards * u.squares - u.total * u.total) / (u.rewards - 1), 18)
      from units u where u.rewards > 1
    union all
    select u.producer, 'image', 0, u.image_id::text, u.times, 0, u.times * round(u.mean, 12), 0, 0
      from units u where u.image_id is not null
    union all
    select c.producer, f.facet, f.place, f.name, 0, c.times, case when f.summed then c.times * c.score else 0 end, 0, 0
      from scorings c, lateral (values
        ('type', 0, coalesce(c.feedback_type, ''), true),
        ('day', (c.created_at at time zone 'UTC')::date - date '1970-01-01', '', true),
        ('step', floor(c.score * 20 + 0.5), sign(c.score)::text, false),
        ('reviewer', 0, c.reviewer_id::text, false),
        ('second', floor(c.seconds_spent), '', false),
        ('seconds', c.seconds_spent, '', false)) f (facet, place, name, summed)
      where f.place is not null and f.name is not null
  )
  insert into private.tally_changes
  select c.producer, c.facet, c.place, c.name, sum(c.responses), sum(c.rewards), sum(c.total), sum(c.squares), sum(c.inside)
  from changes c group by 1, 2, 3, 4
  having sum(c.responses) <> 0 or sum(c.rewards) <> 0 or sum(c.total) <> 0 or sum(c.squares) <> 0 or sum(c.inside) <> 0;
  perform private.fold_in_turn(cardinality(ids) > 200);
end
$$;

create function private.tally_rewards() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  ids uuid[] := '{}';
begin
  if tg_op <> 'INSERT' then
    insert into private.tally_changes
      select private.whole_workspace(), 'giver', sign(w.score), coalesce(w.reviewer_id::text, ''), 0, -count(*), -sum(w.score::numeric), 0, 0
      from former w where w.source <> 'agent' group by 3, 4;
    ids := array(select w.response_id from former w where w.source = 'person');
  end if;
  if tg_op <> 'DELETE' then
    insert into private.tally_changes
      select private.whole_workspace(), 'giver', sign(w.score), coalesce(w.reviewer_id::text, ''), 0, count(*), sum(w.score::numeric), 0, 0
      from present w where w.source <> 'agent' group by 3, 4;
    ids := ids || array(select w.response_id from present w where w.source = 'person');
  end if;
  ids := array(select distinct i from unnest(ids) i);
  if cardinality(ids) > 0 then
    perform private.tally_responses(ids);
  else
    perform private.fold_in_turn(false);
  end if;
  return null;
end
$$;
create trigger tally_inserted after insert on public.rewards
  referencing new table as present for each statement execute function private.tally_rewards();
create trigger tally_updated after update on public.rewards
  referencing old table as former new table as present for each statement execute function private.tally_rewards();
create trigger tally_deleted after delete on public.rewards
  referencing old table as former for each statement execute function private.tally_rewards();

-- Responses themselves: how many of each model, category and session, and in each hour.
create function private.tally_produced() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  written bigint;
begin
  if tg_op = 'INSERT' then
    insert into private.tally_changes
      select private.whole_workspace(), f.facet, f.place, f.name, count(*), 0, 0, 0, 0
      from present r, lateral private.facets_of(r.model_id, r.category, r.session_id, r.created_at) f group by 2, 3, 4;
  else
    insert into private.tally_changes
      select private.whole_workspace(), f.facet, f.place, f.name, -count(*), 0, 0, 0, 0
      from former r, lateral private.facets_of(r.model_id, r.category, r.session_id, r.created_at) f group by 2, 3, 4;
  end if;
  get diagnostics written = row_count;
  if tg_op = 'DELETE' then
    perform private.tally_responses(array(select s.response_id from private.scored_responses s join former r on r.id = s.response_id));
  end if;
  perform private.fold_in_turn(written > 200);
  return null;
end
$$;

create function private.facets_of(model text, category text, session text, created_at timestamptz)
returns table (facet text, place double precision, name text)
language plpgsql immutable set search_path = ''
as $$
begin
  return query
  select 'model', 0::double precision, model
  union all select 'hour', floor(extract(epoch from created_at) / 3600), ''
  union all select 'response_category', 0, category where category is not null
  union all select 'session', 0, session where session is not null;
end
$$;

create trigger tally_inserted after insert on public.responses
  referencing new table as present for each statement execute function private.tally_produced();
create trigger tally_deleted after delete on public.responses
  referencing old table as former for each statement execute function private.tally_produced();

create function private.tally_moved() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  ids uuid[] := array(
    select p.id from present p join former f on f.id = p.id
    where (f.checkpoint_id, f.model_id, f.image_id, f.category, f.session_id, f.created_at)
      is distinct from (p.checkpoint_id, p.model_id, p.image_id, p.category, p.session_id, p.created_at));
begin
  -- Counting a review is an update, too, and ends here.
  if cardinality(ids) = 0 then
    return null;
  end if;
  insert into private.tally_changes
    select private.whole_workspace(), c.facet, c.place, c.name, sum(c.times), 0, 0, 0, 0
    from (
      select -1 as times, f.* from former r, lateral private.facets_of(r.model_id, r.category, r.session_id, r.created_at) f
        where r.id = any (ids)
      union all
      select 1, f.* from present r, lateral private.facets_of(r.model_id, r.category, r.session_id, r.created_at) f
        where r.id = any (ids)) c
    group by 2, 3, 4 having sum(c.times) <> 0;
  -- Who gives the first reward at this moment has waited for this row, or this update for that reward: count_review writes the row, too.
  ids := array(select s.response_id from private.scored_responses s where s.response_id = any (ids));
  if cardinality(ids) > 0 then
    perform private.tally_responses(ids);
  else
    perform private.fold_in_turn(false);
  end if;
  return null;
end
$$;
-- All of a statement at once: row by row a checkpoint with many rewards could not be deleted within the mouth's patience.
create trigger tally_moved after update on public.responses
  referencing old table as former new table as present for each statement execute function private.tally_moved();

create function private.forget_tallies() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.recount_tallies();
  return null;
end
$$;
create trigger forget_tallies after truncate on public.rewards
  for each statement execute function private.forget_tallies();
create trigger forget_tallies after truncate on public.responses
  for each statement execute function private.forget_tallies();

-- Makes the tallies from nothing: for rows that were written with triggers off. Nobody else writes meanwhile.
create function private.recount_tallies() returns void
language plpgsql security definer set search_path = ''
as $$
declare
  ids uuid[];
begin
  lock table public.responses, public.rewards in share row exclusive mode;
  perform pg_advisory_xact_lock(7309453303);
  truncate private.scored_responses, private.tallies, private.image_tallies, private.tally_changes;
  insert into private.tally_changes
    select private.whole_workspace(), 'giver', sign(w.score), coalesce(w.reviewer_id::text, ''), 0, count(*), sum(w.score::numeric), 0, 0
    from public.rewards w where w.source <> 'agent' group by 3, 4
    union all
    select private.whole_workspace(), f.facet, f.place, f.name, count(*), 0, 0, 0, 0
    from public.responses r, lateral private.facets_of(r.model_id, r.category, r.session_id, r.created_at) f group by 2, 3, 4;
  perform private.fold_tallies();
  -- Image by image, so that each of their tallies is written once.
  for ids in select array_agg(w.id)
    from (select r.id, (row_number() over (order by r.image_id, r.id) - 1) / 20000 as portion
      from public.responses r
      where exists (select from public.rewards p where p.response_id = r.id and p.source = 'person')) w
    group by w.portion order by w.portion
  loop
    perform private.tally_responses(ids);
  end loop;
end
$$;

-- Reading. As the caller: a lead reads all, others what is of everybody and of themselves.

do $$
declare
  name text;
begin
  foreach name in array array['scored_responses', 'tallies', 'image_tallies', 'tally_changes'] loop
    execute format('alter table private.%I enable row level security', name);
    execute format('revoke all on private.%I from public, anon, authenticated, service_role', name);
    execute format('grant select on private.%I to authenticated, service_role', name);
  end loop;
end
$$;
revoke all on sequence private.tally_turns from public, anon, authenticated, service_role;

create policy scored_responses_read on private.scored_responses for select to authenticated
  using ((select private.caller_is_lead()));
create policy image_tallies_read on private.image_tallies for select to authenticated
  using ((select private.caller_is_lead()));
create policy tallies_read on private.tallies for select to authenticated
  using ((select private.caller_is_lead()) or producer = '00000000-0000-0000-0000-000000000000' and (select private.caller_is_member())
    and (facet in ('model', 'hour', 'response_category', 'session') or facet = 'giver' and name = (select auth.uid())::text));
create policy tally_changes_read on private.tally_changes for select to authenticated
  using ((select private.caller_is_lead()) or producer = '00000000-0000-0000-0000-000000000000' and (select private.caller_is_member())
    and (facet in ('model', 'hour', 'response_category', 'session') or facet = 'giver' and name = (select auth.uid())::text));

create function private.tallied(producers uuid[], facets text[])
returns table (facet text, place double precision, name text, responses bigint, rewards bigint, total numeric, squares numeric,
  inside numeric)
language sql stable set search_path = '' rows 1000
as $$
  -- Trimmed, so that a quotient does not depend on how many digits there once were.
  select t.facet, t.place, t.name, sum(t.responses)::bigint, sum(t.rewards)::bigint,
    trim_scale(sum(t.total)), trim_scale(sum(t.squares)), trim_scale(sum(t.inside))
  from (
    select k.facet, k.place, k.name, k.responses, k.rewards, k.total, k.squares, k.inside
      from private.tallies k where k.producer = any (producers) and k.facet = any (facets)
    union all
    select a.facet, a.place, a.name, a.responses, a.rewards, a.total, a.squares, a.inside
      from private.tally_changes a where a.producer = any (producers) and a.facet = any (facets)
  ) t
  group by 1, 2, 3
  having sum(t.responses) <> 0 or sum(t.rewards) <> 0
$$;
