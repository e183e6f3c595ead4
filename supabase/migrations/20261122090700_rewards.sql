-- Operations on rewards.

-- The score that a type and a quality suggest (wire contract, rft-rewards): clamp(base + (quality - 3) * 0.2, -1, 1).
create function private.suggested_score(feedback_type text, quality integer) returns double precision
language plpgsql immutable set search_path = ''
as $$
begin
  return least(1, greatest(-1,
    case feedback_type when 'like' then 0.5 when 'dislike' then -0.5 else 0 end + (coalesce(quality, 3) - 3) * 0.2))::double precision;
end
$$;

-- The JSON object that a text is, or null: a text that merely looks like JSON (cut off, nested past the server's
-- stack, with a NUL in it) is only text.
create function private.json_object_in(value text) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  if value is json object and private.is_tame(value::jsonb) then
    return value::jsonb;
  end if;
  return null;
exception when data_exception or program_limit_exceeded or statement_too_complex then
  return null;
end
$$;

-- What a reward's body says, with the fields of a JSON `detail` lifted where the body itself is silent. A detail is free
-- text of older pipelines: what cannot be lifted from it stays there and is no error.
create function private.reward_fields(b jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  detail text := private.text_field(b, 'detail', 100000);
  lifted jsonb;
  feedback text;
  stars integer;
begin
  lifted := coalesce(private.json_object_in(detail), '{}');
  feedback := private.text_field(b, 'feedback_type', 20);
  if feedback not in ('like', 'neutral', 'dislike') then
    perform private.bad('feedback_type', 'must be like, neutral or dislike.');
  end if;
  if feedback is null and lifted ->> 'feedback_type' in ('like', 'neutral', 'dislike') then
    feedback := lifted ->> 'feedback_type';
  end if;
  stars := private.integer_field(b, 'quality', 1, 5);
  if stars is null and lifted ->> 'quality_rating' ~ '^[1-5]$' then
    stars := (lifted ->> 'quality_rating')::integer;
  end if;
  return jsonb_build_object(
    'score', private.number_field(b, 'score', -1, 1),
    'feedback_type', feedback,
    'quality', stars,
    'comment', coalesce(private.text_field(b, 'comment', 10000),
      case when jsonb_typeof(lifted -> 'comments') = 'string' then left(lifted ->> 'comments', 10000) end),
    'tags', coalesce(private.tags_field(b, 'tags'), '{}'),
    'seconds_spent', private.number_field(b, 'seconds_spent', 0, 86400),
    'detail', detail);
end
$$;

-- The program that says it gives this reward: {"name": …, "version": …}; null where none does.
create function private.agent_field(b jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  agent jsonb := b -> 'agent';
begin
  if not private.has(b, 'agent') then
    return null;
  end if;
  if jsonb_typeof(agent) <> 'object'
    or jsonb_typeof(agent -> 'name') is distinct from 'string' or coalesce(jsonb_typeof(agent -> 'version'), 'null') not in ('string', 'null')
    or btrim(agent ->> 'name') = '' or length(agent ->> 'name') > 200 or length(agent ->> 'version') > 100
    or concat(agent ->> 'name', agent ->> 'version') ~ '[[:cntrl:]]' then
    perform private.bad('agent', 'must be an object with a name of at most 200 and, if there is one, a version of at most 100 '
      'characters, none of which is a control character.');
  end if;
  return jsonb_build_object('name', agent ->> 'name', 'version', coalesce(agent ->> 'version', ''));
end
$$;

create function private.reward_document(w public.rewards) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return to_jsonb(w) || jsonb_build_object('responses', (
    select jsonb_build_object('id', r.id, 'user_id', r.user_id, 'prompt', r.prompt, 'response_text', r.response_text,
      'model_id', r.model_id, 'created_at', r.created_at)
    from public.responses r where r.id = w.response_id));
end
$$;

create function desk.create_reward(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.object_body(body);
  key uuid := private.uuid_field(b, 'id');
  response uuid := private.uuid_field(b, 'response_id', required => true);
  token uuid := private.uuid_field(b, 'lease_token');
  agent jsonb := private.agent_field(b);
  f jsonb;
  given double precision;
  current_row public.rewards;
  made public.rewards;
begin
  perform private.require_member();
  if agent is not null then
    perform private.require_lead();
    if token is not null then
      perform private.bad('lease_token', 'is a reviewer''s; an agent has none.');
    end if;
  end if;
  f := private.reward_fields(b);
  given := coalesce((f ->> 'score')::double precision,
    case when f ->> 'feedback_type' is not null or f ->> 'quality' is not null
      then private.suggested_score(f ->> 'feedback_type', (f ->> 'quality')::integer) end);
  if given is null then
    perform private.bad('score', 'is required: a number from -1 to 1 (or a feedback_type or quality that suggests it).');
  end if;
  perform private.lock_response(response);
  if agent is not null then
    select * into current_row from public.rewards w where w.response_id = response and w.source = 'agent'
      and w.agent_name = agent ->> 'name' and w.agent_version = agent ->> 'version';
    if found then
      perform private.fail(409, 'already_rewarded', format('%s has already scored this response. Nothing was saved.', agent ->> 'name'),
        jsonb_build_object('current', to_jsonb(current_row)));
    end if;
  elsif auth.uid() is not null then
    select * into current_row from public.rewards w where w.response_id = response and w.reviewer_id = auth.uid();
    if found then
      perform private.fail(409, 'already_rewarded', 'You have already scored this response. Nothing was saved; change that reward instead.',
        jsonb_build_object('current', to_jsonb(current_row)));
    end if;
    if token is not null then
      perform private.check_lease(response, token);
    end if;
  end if;
  insert into public.rewards (id, response_id, reviewer_id, source, agent_name, agent_version, score, feedback_type, quality,
    comment, tags, seconds_spent, detail)
  values (coalesce(key, gen_random_uuid()), response, case when agent is null then auth.uid() end,
    case when agent is not null then 'agent' when auth.uid() is null then 'pipeline' else 'person' end,
    agent ->> 'name', agent ->> 'version',
    given, f ->> 'feedback_type', (f ->> 'quality')::integer, f ->> 'comment',
    array(select jsonb_array_elements_text(f -> 'tags')), (f ->> 'seconds_spent')::double precision, f ->> 'detail')
  on conflict (id) do nothing
  returning * into made;
  if not found then
    perform private.fail(409, 'id_taken', format('There is already a reward %s. Nothing was saved.', key));
  end if;
  return private.done(private.reward_document(made));
end
$$;

-- With what a list shows besides: the image and who gave it, as far as the caller may know.
create function private.detailed_reward(w public.rewards) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return private.reward_document(w) || jsonb_build_object(
    'reviewer_name', private.name_of(w.reviewer_id),
    'image', (select private.listed_image(r.image_id) from public.responses r where r.id = w.response_id));
end
$$;

-- A page of rewards. Who may see which is asked once here, so that PostgreSQL can use the index on words, which it may not under a
-- policy: a lead all of them, others their own. Planned for the filters that are given, as responses are.
create function private.page_of_rewards(query jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  p private.page := private.page_of(query, 100);
  sees_all boolean;
  own uuid := auth.uid();
  one uuid := private.uuid_parameter(query, 'id');
  response uuid := private.uuid_parameter(query, 'response_id');
  reviewer uuid := private.uuid_parameter(query, 'reviewer_id');
  lowest double precision := private.number_parameter(query, 'min_score');
  highest double precision := private.number_parameter(query, 'max_score');
  -- Agents' are not among the others' unless asked for; one that is named is whose it is.
  of_source text := coalesce(query ->> 'source', case when query ? 'id' then 'any' end);
  since timestamptz := private.time_parameter(query, 'since');
  until timestamptz := private.time_parameter(query, 'until');
  q text := nullif(query ->> 'q', '');
  words text := case when private.has_trigram(q) then private.like_pattern(q) end;
  few text := case when not private.has_trigram(q) then lower(q) end;
  letters bigint[] := private.letters_sought(few);
  bounded boolean := private.wants_bounded(query);
  detailed boolean := private.wants(query, 'details');
  stats jsonb;
  total bigint;
  rows jsonb;
  next_cursor text;
begin
  perform private.require_member();
  if query ->> 'feedback_type' not in ('like', 'neutral', 'dislike') then
    perform private.bad('feedback_type', 'must be like, neutral or dislike.');
  end if;
  if of_source not in ('person', 'pipeline', 'agent', 'any') then
    perform private.bad('source', 'must be person, pipeline, agent or any.');
  end if;
  sees_all := private.caller_is_lead();
  -- As with responses.
  if few is not null and (select count(*) filter (where strpos(lower(w.comment), few) > 0) * 5 > count(*)
    from (select * from public.rewards tablesample system (private.sample_of('public.rewards')) repeatable (0) limit 5000) w)
  then
    letters := null;
  end if;
  with matching as not materialized (
    select w.* from public.rewards w
    where (sees_all or w.reviewer_id = own)
      and (one is null or w.id = one)
      and (of_source is null and w.source <> 'agent' or of_source = 'any' or w.source = of_source)
      and (response is null or w.response_id = response)
      and (reviewer is null or w.reviewer_id = reviewer)
      and (lowest is null or w.score >= lowest)
      and (highest is null or w.score <= highest)
      and (since is null or w.created_at >= since)
      and (until is null or w.created_at < until)
      and (query ->> 'feedback_type' is null or w.feedback_type = query ->> 'feedback_type')
      and (words is null or w.comment ilike words)
      and (few is null or strpos(lower(w.comment), few) > 0)
      and (letters is null or private.letters_in(w.comment) @> letters)
      and (query ->> 'model_id' is null
        or w.response_id in (select r.id from public.responses r where r.model_id = query ->> 'model_id'))
      and (query ->> 'session_id' is null
        or w.response_id in (select r.id from public.responses r where r.session_id = query ->> 'session_id'))
      and (query ->> 'category' is null
        or w.response_id in (select r.id from public.responses r where r.category = query ->> 'category'))
  ), paged as (
    select m.* from matching m
    where p.before_id is null or (m.created_at, m.id) < (p.before_at, p.before_id)
    order by m.created_at desc, m.id desc limit p.size offset p.skip
  )
  select
    case when not bounded then (select jsonb_build_object(
      'total_rewards', count(*),
      'avg_score', coalesce(avg(m.score), 0), 'max_score', coalesce(max(m.score), 0), 'min_score', coalesce(min(m.score), 0),
      'score_distribution', jsonb_build_object(
        'positive', count(*) filter (where m.score > 0),
        'negative', count(*) filter (where m.score < 0),
        'neutral', count(*) filter (where m.score = 0))) from matching m) end,
    case when bounded then (select count(*) from (select from matching limit 10001) c) end,
    coalesce(jsonb_agg(case when detailed then private.detailed_reward(w) else private.reward_document(w) end
      order by g.created_at desc, g.id desc), '[]'),
    (array_agg(private.cursor_of(g.created_at, g.id) order by g.created_at, g.id))[1]
  into stats, total, rows, next_cursor from paged g join public.rewards w on w.id = g.id;
  return private.listed(rows, coalesce(total, (stats ->> 'total_rewards')::bigint), p.size, next_cursor)
    || jsonb_build_object('stats', stats);
end
$$;

create function desk.list_rewards(query jsonb, body jsonb, headers jsonb) returns jsonb
language sql stable set search_path = ''
as $$ select private.page_of_rewards(query) $$;

create function desk.update_reward(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  key uuid := private.uuid_parameter(query, 'id', required => true);
  b jsonb := private.only_fields(body,
    array['score', 'detail', 'feedback_type', 'quality', 'comment', 'tags', 'seconds_spent']);
  f jsonb := private.reward_fields(b);
  expected integer := private.revision_seen(headers);
  current_row public.rewards;
  made public.rewards;
begin
  perform private.require_member();
  if b ? 'score' and not private.has(b, 'score') then
    perform private.bad('score', 'must be a number from -1 to 1.');
  end if;
  select * into current_row from public.rewards w where w.id = key for update;
  if not found then
    perform private.fail(404, 'reward_not_found', format('There is no reward %s that you may change. Nothing was saved.', key));
  end if;
  if expected <> current_row.revision then
    perform private.fail(409, 'revision_conflict',
      format('This reward was changed in the meantime (revision %s). Nothing was saved.', current_row.revision),
      jsonb_build_object('current', to_jsonb(current_row)));
  end if;
  update public.rewards w set
    score = coalesce((f ->> 'score')::double precision, w.score),
    detail = case when b ? 'detail' then f ->> 'detail' else w.detail end,
    feedback_type = case when b ? 'feedback_type' then f ->> 'feedback_type'
      else coalesce(f ->> 'feedback_type', w.feedback_type) end,
    quality = case when b ? 'quality' then (f ->> 'quality')::integer
      else coalesce((f ->> 'quality')::integer, w.quality) end,
    comment = case when b ? 'comment' then f ->> 'comment' else coalesce(f ->> 'comment', w.comment) end,
    tags = case when b ? 'tags' then array(select jsonb_array_elements_text(f -> 'tags')) else w.tags end,
    seconds_spent = coalesce((f ->> 'seconds_spent')::double precision, w.seconds_spent)
  where w.id = key returning * into made;
  return private.done(private.reward_document(made));
end
$$;

create function desk.delete_reward(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  key uuid := private.uuid_parameter(query, 'id', required => true);
  gone public.rewards;
begin
  perform private.require_lead();
  delete from public.rewards w where w.id = key returning * into gone;
  if not found then
    perform private.fail(404, 'reward_not_found', format('There is no reward %s. Nothing was changed.', key));
  end if;
  return private.done(to_jsonb(gone));
end
$$;

create function desk.reward_history(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  key uuid := private.uuid_parameter(query, 'id', required => true);
  p private.record_page := private.record_page_of(query);
  rows jsonb;
begin
  perform private.require_member();
  select coalesce(jsonb_agg(to_jsonb(h) order by h.id desc), '[]') into rows
    from (select * from public.reward_history h where h.reward_id = key and (p.before_id is null or h.id < p.before_id)
      order by h.id desc limit p.size offset p.skip) h;
  return private.listed(rows, (select count(*) from public.reward_history h where h.reward_id = key), p.size,
    rows -> -1 ->> 'id');
end
$$;
