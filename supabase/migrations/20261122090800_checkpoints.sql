-- Operations on checkpoints. One is active; the triggers in rules see to that, these functions to conflict and reason.

create function private.active_checkpoint() returns public.checkpoints
language sql stable set search_path = ''
as $$ select c from public.checkpoints c where c.is_active $$;

-- Ends with 409 unless the checkpoint that the caller saw as active still is. Call it under lock_activation.
create function private.check_expected_active(b jsonb) returns void
language plpgsql volatile set search_path = ''
as $$
declare
  expected uuid;
  current_row public.checkpoints;
begin
  if not b ? 'expected_active' then
    return;
  end if;
  expected := private.uuid_field(b, 'expected_active');
  current_row := private.active_checkpoint();
  if expected is distinct from current_row.id then
    perform private.fail(409, 'active_changed',
      format('Nothing was activated: the active checkpoint is now %s, not the one you saw.',
        coalesce(current_row.version, 'none')),
      jsonb_build_object('current', case when current_row.id is not null then to_jsonb(current_row) end));
  end if;
end
$$;

create function private.announced(b jsonb) returns void
language plpgsql volatile set search_path = ''
as $$
begin
  perform private.announce_activation('activate', private.text_field(b, 'reason', 2000),
    private.boolean_field(b, 'override'));
end
$$;

create function desk.create_checkpoint(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.object_body(body);
  active boolean := coalesce(private.boolean_field(b, 'is_active'), false);
  made public.checkpoints;
begin
  perform private.require_lead();
  perform private.lock_activation();
  if active then
    perform private.check_expected_active(b);
    perform private.announced(b);
  end if;
  insert into public.checkpoints (version, storage_key, url, epoch, avg_reward, is_active, metadata)
  values (
    private.text_field(b, 'version', 200, required => true),
    private.text_field(b, 'storage_key', 1000, required => true),
    private.text_field(b, 'url', 4000),
    coalesce(private.integer_field(b, 'epoch', 0, 2147483647), 0),
    coalesce(private.number_field(b, 'avg_reward', -1e9, 1e9), 0),
    active,
    coalesce(private.object_field(b, 'metadata'), '{}'))
  on conflict (version) do nothing
  returning * into made;
  if not found then
    perform private.fail(409, 'version_taken', format('There is already a checkpoint %s. Nothing was saved.', b ->> 'version'));
  end if;
  return private.done(to_jsonb(made));
end
$$;

create function desk.list_checkpoints(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  p private.page := private.page_of(query, 50);
  only_active boolean := query ->> 'active_only' = 'true';
  stats jsonb;
  rows jsonb;
  next_cursor text;
begin
  perform private.require_member();
  if query ->> 'active_only' not in ('true', 'false') then
    perform private.bad('active_only', 'must be true or false.');
  end if;
  with matching as not materialized (
    select c.* from public.checkpoints c
    where (query ->> 'version' is null or c.version = query ->> 'version')
      and (not coalesce(only_active, false) or c.is_active)
  ), paged as (
    select m.* from matching m
    where p.before_id is null or (m.created_at, m.id) < (p.before_at, p.before_id)
    order by m.created_at desc, m.id desc limit p.size offset p.skip
  )
  select
    (select jsonb_build_object(
      'total_checkpoints', count(*),
      'active_checkpoints', count(*) filter (where m.is_active),
      'latest_epoch', coalesce(max(m.epoch), 0),
      'best_avg_reward', coalesce(max(m.avg_reward), 0),
      'versions', coalesce(jsonb_agg(m.version order by m.created_at desc, m.id desc), '[]')) from matching m),
    coalesce(jsonb_agg(to_jsonb(g) order by g.created_at desc, g.id desc), '[]'),
    (array_agg(private.cursor_of(g.created_at, g.id) order by g.created_at, g.id))[1]
  into stats, rows, next_cursor from paged g;
  return private.listed(rows, (stats ->> 'total_checkpoints')::bigint, p.size, next_cursor)
    || jsonb_build_object('stats', stats);
end
$$;

create function desk.update_checkpoint(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  key uuid := private.uuid_parameter(query, 'id', required => true);
  b jsonb := private.only_fields(body, array['version', 'storage_key', 'url', 'epoch', 'avg_reward', 'is_active',
    'metadata', 'expected_active', 'reason', 'override']);
  active boolean := private.boolean_field(b, 'is_active');
  made public.checkpoints;
begin
  perform private.require_lead();
  perform private.lock_activation();
  if not exists (select from public.checkpoints c where c.id = key) then
    perform private.fail(404, 'checkpoint_not_found', format('There is no checkpoint %s. Nothing was changed.', key));
  end if;
  if b ? 'version' and exists (select from public.checkpoints c where c.version = b ->> 'version' and c.id <> key) then
    perform private.fail(409, 'version_taken', format('There is already a checkpoint %s. Nothing was saved.', b ->> 'version'));
  end if;
  if active then
    perform private.check_expected_active(b);
    perform private.announced(b);
  end if;
  update public.checkpoints c set
    version = case when b ? 'version' then private.text_field(b, 'version', 200, required => true) else c.version end,
    storage_key = case when b ? 'storage_key' then private.text_field(b, 'storage_key', 1000, required => true)
      else c.storage_key end,
    url = case when b ? 'url' then private.text_field(b, 'url', 4000) else c.url end,
    epoch = coalesce(private.integer_field(b, 'epoch', 0, 2147483647), c.epoch),
    avg_reward = coalesce(private.number_field(b, 'avg_reward', -1e9, 1e9), c.avg_reward),
    is_active = coalesce(active, c.is_active),
    metadata = case when b ? 'metadata' then coalesce(private.object_field(b, 'metadata'), '{}') else c.metadata end
  where c.id = key returning * into made;
  return private.done(to_jsonb(made));
end
$$;

create function desk.delete_checkpoint(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  key uuid := private.uuid_parameter(query, 'id', required => true);
  gone public.checkpoints;
begin
  perform private.require_lead();
  perform private.lock_activation();
  delete from public.checkpoints c where c.id = key returning * into gone;
  if not found then
    perform private.fail(404, 'checkpoint_not_found', format('There is no checkpoint %s. Nothing was changed.', key));
  end if;
  return private.done(to_jsonb(gone));
end
$$;

create function desk.list_activations(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  p private.record_page := private.record_page_of(query);
  rows jsonb;
begin
  perform private.require_member();
  select coalesce(jsonb_agg(to_jsonb(a) order by a.id desc), '[]') into rows
    from (select * from public.checkpoint_activations where p.before_id is null or id < p.before_id
      order by id desc limit p.size offset p.skip) a;
  return private.listed(rows, (select count(*) from public.checkpoint_activations), p.size, rows -> -1 ->> 'id');
end
$$;

-- The checkpoint that was active before the current one. A step back along the record of activations, so that rolling
-- back twice goes two steps back and not to and fro: walking from the newest, each roll back undoes one activation.
create function private.rollback_target() returns public.checkpoints
language plpgsql stable set search_path = ''
as $$
declare
  step record;
  undone integer := 0;
  target public.checkpoints;
begin
  for step in select a.kind, a.previous_id from public.checkpoint_activations a order by a.id desc loop
    if step.kind = 'rollback' then
      undone := undone + 1;
    elsif undone > 0 then
      undone := undone - 1;
    else
      select * into target from public.checkpoints c where c.id = step.previous_id;
      return target;
    end if;
  end loop;
  return target;
end
$$;

create function desk.rollback_checkpoint(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.only_fields(body, array['reason', 'expected_active']);
  target public.checkpoints;
  made public.checkpoints;
begin
  perform private.require_lead();
  perform private.lock_activation();
  perform private.check_expected_active(b);
  target := private.rollback_target();
  if target.id is null then
    perform private.fail(409, 'nothing_to_roll_back',
      'There is no earlier checkpoint to go back to, or it has been deleted. Nothing was changed.');
  end if;
  -- In an emergency one step is enough: what it was for can be said, and what it did is known.
  perform private.announce_activation('rollback', coalesce(nullif(btrim(private.text_field(b, 'reason', 2000)), ''),
    format('Rolled back from %s.', (private.active_checkpoint()).version)), false);
  update public.checkpoints c set is_active = true where c.id = target.id returning * into made;
  return private.done(to_jsonb(made));
end
$$;

-- For whoever serves the model: the active checkpoint and since when. The etag changes whenever any of it does; a mouth sends
-- it as header and answers 304 to who has it already.
create function desk.read_active_checkpoint(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  c public.checkpoints := private.active_checkpoint();
  since timestamptz;
begin
  perform private.require_member();
  select a.activated_at into since from public.checkpoint_activations a where a.checkpoint_id = c.id order by a.id desc limit 1;
  return private.done(case when c.id is not null then to_jsonb(c) || jsonb_build_object('active_since', since) end)
    || jsonb_build_object('etag', md5(coalesce(c::text || since::text, '')));
end
$$;
