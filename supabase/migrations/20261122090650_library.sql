-- Looking through what there is: lists of responses, with filters and search, page by page.

-- How many rows match, or 10,001 where the caller only wants to know about how many.
create function private.wants_bounded(query jsonb) returns boolean
language plpgsql immutable set search_path = ''
as $$
begin
  if query ->> 'count' not in ('exact', 'bounded') then
    perform private.bad('count', 'must be exact or bounded.');
  end if;
  return coalesce(query ->> 'count' = 'bounded', false);
end
$$;

-- Whether the parameter is true.
create function private.wants(query jsonb, parameter text) returns boolean
language plpgsql immutable set search_path = ''
as $$
begin
  if query ->> parameter not in ('true', 'false') then
    perform private.bad(parameter, 'must be true or false.');
  end if;
  return coalesce(query ->> parameter = 'true', false);
end
$$;

-- A page of responses. Every member may read every response; asking so once here lets PostgreSQL use the index on words, which
-- it may not under a policy. Planned for the filters that are given, never once for all: a plan for any filter reads every
-- row. The rows that match are counted and paged apart, so that they are never kept together.
create function private.page_of_responses(query jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  p private.page := private.page_of(query, 50);
  one uuid := private.uuid_parameter(query, 'id');
  image uuid := private.uuid_parameter(query, 'image_id');
  checkpoint uuid := private.uuid_parameter(query, 'checkpoint_id');
  state text := query ->> 'status';
  overlap integer := (select s.overlap from public.workspace_settings s);
  q text := nullif(query ->> 'q', '');
  words text := case when private.has_trigram(q) then private.like_pattern(q) end;
  few text := case when not private.has_trigram(q) then lower(q) end;
  letters bigint[] := private.letters_sought(few);
  most bigint := case when private.wants_bounded(query) then 10001 end;
  total bigint;
  rows jsonb;
  next_cursor text;
begin
  perform private.require_member();
  if state not in ('pending', 'reviewed', 'flagged') then
    perform private.bad('status', 'must be pending, reviewed or flagged.');
  end if;
  -- Where one in five has them, the newest that do are found sooner by looking.
  if few is not null and (select count(*) filter (where strpos(lower(r.prompt), few) > 0 or strpos(lower(r.response_text), few) > 0) * 5 > count(*)
    from (select * from public.responses tablesample system (private.sample_of('public.responses')) repeatable (0) limit 5000) r)
  then
    letters := null;
  end if;
  with matching as not materialized (
    select r.* from public.responses r
    where (one is null or r.id = one)
      and (query ->> 'user_id' is null or r.user_id = query ->> 'user_id')
      and (query ->> 'model_id' is null or r.model_id = query ->> 'model_id')
      and (image is null or r.image_id = image)
      and (checkpoint is null or r.checkpoint_id = checkpoint)
      and (query ->> 'session_id' is null or r.session_id = query ->> 'session_id')
      and (query ->> 'category' is null or r.category = query ->> 'category')
      and (state is null or r.flagged = (state = 'flagged'))
      and (state is distinct from 'pending' or r.review_count < overlap)
      and (state is distinct from 'reviewed' or r.review_count >= overlap)
      and (words is null or r.prompt ilike words or r.response_text ilike words)
      and (few is null or strpos(lower(r.prompt), few) > 0 or strpos(lower(r.response_text), few) > 0)
      and (letters is null or private.letters_in(r.prompt || E'\n' || r.response_text) @> letters)
  ), paged as (
    select m.* from matching m
    where p.before_id is null or (m.created_at, m.id) < (p.before_at, p.before_id)
    order by m.created_at desc, m.id desc limit p.size offset p.skip
  )
  select (select count(*) from (select from matching limit most) c),
    coalesce(jsonb_agg(private.response_document(r) order by g.created_at desc, g.id desc), '[]'),
    (array_agg(private.cursor_of(g.created_at, g.id) order by g.created_at, g.id))[1]
  into total, rows, next_cursor from paged g join public.responses r on r.id = g.id;
  return private.listed(rows, total, p.size, next_cursor);
end
$$;

-- What a list shows of a response besides itself, as far as the caller may see it. The mouth adds the image's URLs.
create function private.response_details(response uuid, image uuid) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'image', private.listed_image(image),
      'reward_count', count(w.id),
      'mean_score', avg(w.score),
      'own_reward', (select to_jsonb(o) from public.rewards o where o.response_id = response and o.reviewer_id = auth.uid()),
      'flags', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'reason', f.reason, 'comment', f.comment,
          'created_at', f.created_at, 'reviewer_id', f.reviewer_id, 'reviewer_name', private.name_of(f.reviewer_id))
          order by f.created_at), '[]')
        from public.review_flags f where f.response_id = response))
    from public.rewards w where w.response_id = response and w.source <> 'agent');
end
$$;

-- A page of responses with what a list shows besides.
create function private.with_details(page jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return page || jsonb_build_object('data', (
    select coalesce(jsonb_agg(r.row || private.response_details((r.row ->> 'id')::uuid, (r.row ->> 'image_id')::uuid)
      order by r.place), '[]')
    from jsonb_array_elements(page -> 'data') with ordinality r (row, place)));
end
$$;

create function desk.list_responses(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  detailed boolean := private.wants(query, 'details');
  page jsonb := private.page_of_responses(query);
begin
  return case when detailed then private.with_details(page) else page end;
end
$$;

-- Members learn nothing else of it: an agent at work for one who may not see others' rewards must not be shown again what it scored.
create function private.is_scored_by_agent(response uuid, agent text, version text) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return exists (select from public.rewards w where w.response_id = response and w.source = 'agent'
    and w.agent_name = agent and w.agent_version = version);
end
$$;

-- What waits for the caller, in the queue's order: not flagged, not reviewed enough, and not scored by them, nor by an agent that is named. Nothing is taken into
-- anybody's hand, and what is in somebody's hand is among it. Pages go on after the last row seen, whatever was reviewed since.
create function private.page_of_waiting(query jsonb) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  size integer := private.whole_parameter(query, 'limit', 50, 0, 1000);
  overlap integer := (select s.overlap from public.workspace_settings s);
  agent text := query ->> 'agent';
  version text := coalesce(query ->> 'agent_version', '');
  place text[] := regexp_match(query ->> 'cursor', '^(-?[0-9]{1,10})_(-?[0-9]{1,17}_[0-9a-f-]{36})$');
  after private.page;
  urgency bigint;
  rows jsonb;
  next_cursor text;
begin
  perform private.require_member();
  if agent is null and query ->> 'agent_version' is not null then
    perform private.bad('agent_version', 'needs an agent, whose version it is.');
  end if;
  if query ->> 'cursor' is not null then
    if place is null then
      perform private.bad('cursor', 'must be a next_cursor that a list has given.');
    end if;
    urgency := place[1]::bigint;
    after := private.page_of(jsonb_build_object('cursor', place[2]), 50);
  end if;
  with waiting as (
    -- As in lease_next: those with no review, with one and so on are each in the queue's order.
    select c.* from generate_series(0, overlap - 1) given (reviews) cross join lateral (
      select r.* from public.responses r
      where not r.flagged and r.review_count = given.reviews
        and (query ->> 'model_id' is null or r.model_id = query ->> 'model_id')
        and (query ->> 'session_id' is null or r.session_id = query ->> 'session_id')
        and (query ->> 'category' is null or r.category = query ->> 'category')
        and not exists (select from public.rewards w where w.response_id = r.id and w.reviewer_id = auth.uid())
        and (agent is null or not private.is_scored_by_agent(r.id, agent, version))
        and (urgency is null or (-r.priority::bigint, r.created_at, r.id) > (-urgency, after.before_at, after.before_id))
      order by r.priority desc, r.created_at, r.id limit size) c
    order by c.priority desc, c.created_at, c.id limit size
  )
  select coalesce(jsonb_agg(private.response_document(r) order by g.priority desc, g.created_at, g.id), '[]'),
    (array_agg(g.priority || '_' || private.cursor_of(g.created_at, g.id) order by g.priority, g.created_at desc, g.id desc))[1]
  into rows, next_cursor from waiting g join public.responses r on r.id = g.id;
  return private.listed(rows, (select count(*) from (select from public.responses r
      where not r.flagged and r.review_count < overlap
        and (query ->> 'model_id' is null or r.model_id = query ->> 'model_id')
        and (query ->> 'session_id' is null or r.session_id = query ->> 'session_id')
        and (query ->> 'category' is null or r.category = query ->> 'category')
        and not exists (select from public.rewards w where w.response_id = r.id and w.reviewer_id = auth.uid())
        and (agent is null or not private.is_scored_by_agent(r.id, agent, version))
      limit 10001) c), size, next_cursor);
end
$$;

create function desk.list_waiting(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return private.with_details(private.page_of_waiting(query));
end
$$;

create function private.most_often(kind text) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('name', m.name, 'count', m.responses) order by m.responses desc, m.name), '[]')
    from (select t.name, t.responses from private.tallied(array[private.whole_workspace()], array[kind]) t
      where t.responses > 0 order by t.responses desc, t.name limit 200) m);
end
$$;

-- What can be filtered by, most responses first.
create function desk.list_facets(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  perform private.require_member();
  return private.done(jsonb_build_object(
    'models', private.most_often('model'),
    'categories', private.most_often('response_category'),
    'sessions', private.most_often('session'),
    'reviewers', case when private.caller_is_lead() then
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.user_id, 'name', private.name_of(m.user_id))
        order by private.name_of(m.user_id)), '[]') from (select * from public.members limit 200) m) else '[]' end));
end
$$;

-- Images, newest first, whether or not there are responses about them. The mouth adds their URLs.
create function desk.list_images(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  p private.page := private.page_of(query, 50);
  one uuid := private.uuid_parameter(query, 'id');
  most bigint := case when private.wants_bounded(query) then 10001 end;
  total bigint;
  rows jsonb;
  next_cursor text;
begin
  perform private.require_member();
  with matching as not materialized (
    select i.* from public.images i
    where (one is null or i.id = one)
      and (query ->> 'session_id' is null or i.session_id = query ->> 'session_id')
      and (query ->> 'category' is null or i.category = query ->> 'category')
  ), paged as (
    select m.* from matching m
    where p.before_id is null or (m.created_at, m.id) < (p.before_at, p.before_id)
    order by m.created_at desc, m.id desc limit p.size offset p.skip
  )
  select (select count(*) from (select from matching limit most) c),
    coalesce(jsonb_agg(private.listed_image(g.id) order by g.created_at desc, g.id desc), '[]'),
    (array_agg(private.cursor_of(g.created_at, g.id) order by g.created_at, g.id))[1]
  into total, rows, next_cursor from paged g;
  return private.listed(rows, total, p.size, next_cursor);
end
$$;
