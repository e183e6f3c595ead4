-- Activations at a set time. A backend calls perform_scheduled every second or so; on Supabase pg_cron does.

create function private.require_future(due timestamptz) returns void
language plpgsql volatile set search_path = ''
as $$
begin
  if due <= clock_timestamp() then
    perform private.bad('due_at', 'must be in the future.');
  end if;
end
$$;

create function private.add_schedule(key uuid, due timestamptz, why text, overriding boolean)
returns public.checkpoint_schedules
language plpgsql security definer set search_path = ''
as $$
declare
  made public.checkpoint_schedules;
begin
  perform private.require_lead();
  insert into public.checkpoint_schedules (checkpoint_id, checkpoint_version, due_at, reason, override, actor_id, actor_name)
    select c.id, c.version, due, why, overriding, auth.uid(), private.caller_name() from public.checkpoints c where c.id = key
    returning * into made;
  return made;
end
$$;

create function private.schedule_document(s public.checkpoint_schedules) returns jsonb
language sql stable set search_path = ''
as $$
  select to_jsonb(s) || jsonb_build_object('checkpoint_version',
    coalesce((select c.version from public.checkpoints c where c.id = s.checkpoint_id), s.checkpoint_version))
$$;

create function desk.schedule_activation(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.only_fields(body, array['checkpoint_id', 'due_at', 'reason', 'override']);
  target public.checkpoints;
  due timestamptz;
  why text;
begin
  perform private.require_lead();
  target := private.checkpoint(private.uuid_field(b, 'checkpoint_id', required => true));
  due := private.time_field(b, 'due_at', required => true);
  perform private.require_future(due);
  why := btrim(private.text_field(b, 'reason', 2000, required => true));
  if why = '' then
    perform private.bad('reason', 'must say why.');
  end if;
  return private.done(private.schedule_document(
    private.add_schedule(target.id, due, why, coalesce(private.boolean_field(b, 'override'), false))));
end
$$;

create function desk.list_schedules(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  p private.page := private.page_of(query, 50);
  rows jsonb;
  next_cursor text;
  since timestamptz := private.time_parameter(query, 'finished_since');
begin
  perform private.require_member();
  if query ->> 'state' not in ('waiting', 'done', 'cancelled', 'failed') then
    perform private.bad('state', 'must be waiting, done, cancelled or failed.');
  end if;
  select coalesce(jsonb_agg(private.schedule_document(g.s) order by g.created_at desc, g.id desc), '[]'),
    (array_agg(private.cursor_of(g.created_at, g.id) order by g.created_at, g.id))[1]
  into rows, next_cursor
  from (select s, s.created_at, s.id from public.checkpoint_schedules s
    where (query ->> 'state' is null or s.state = query ->> 'state')
      and (since is null or s.finished_at >= since)
      and (p.before_id is null or (s.created_at, s.id) < (p.before_at, p.before_id))
    order by s.created_at desc, s.id desc limit p.size offset p.skip) g;
  return private.listed(rows, (select count(*) from public.checkpoint_schedules s
    where (query ->> 'state' is null or s.state = query ->> 'state')
      and (since is null or s.finished_at >= since)), p.size, next_cursor);
end
$$;

create function private.finish_schedule(key uuid, new_state text, what text) returns public.checkpoint_schedules
language sql volatile security definer set search_path = ''
as $$
  update public.checkpoint_schedules s set state = new_state, outcome = what, finished_at = clock_timestamp()
    where s.id = key and s.state = 'waiting' returning *
$$;

-- One that could not be done is told like an activation: whoever follows those has counted on it.
create function private.tell_failed_schedule() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform pg_notify('reward_desk_activation', new.id::text);
  return null;
end
$$;
create trigger tell_failed after update of state on public.checkpoint_schedules
  for each row when (new.state = 'failed' and old.state <> 'failed') execute function private.tell_failed_schedule();

-- What waited for a checkpoint that is deleted stays in the list and says why it will not come.
create function private.give_up_schedules() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.finish_schedule(s.id, 'failed',
      format('Nothing was activated: checkpoint %s was deleted by %s.', old.version, private.caller_name()))
    from public.checkpoint_schedules s where s.checkpoint_id = old.id and s.state = 'waiting';
  return old;
end
$$;
create trigger give_up_schedules before delete on public.checkpoints
  for each row execute function private.give_up_schedules();

create function private.cancel_schedule(key uuid) returns public.checkpoint_schedules
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_lead();
  return private.finish_schedule(key, 'cancelled', format('Cancelled by %s.', private.caller_name()));
end
$$;

create function desk.cancel_schedule(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  key uuid := private.uuid_parameter(query, 'id', required => true);
  found_row public.checkpoint_schedules;
begin
  found_row := private.cancel_schedule(key);
  if found_row.id is null then
    select * into found_row from public.checkpoint_schedules s where s.id = key;
    if not found then
      perform private.fail(404, 'schedule_not_found', format('There is no scheduled activation %s. Nothing was changed.', key));
    end if;
    perform private.fail(409, 'not_waiting',
      format('This activation is not waiting any more (%s). Nothing was changed.', found_row.state));
  end if;
  return private.done(private.schedule_document(found_row));
end
$$;

-- Activates as the person who set it, by their rights of now.
create function private.perform_one(s public.checkpoint_schedules) returns void
language plpgsql set search_path = ''
as $$
declare
  version_now text;
begin
  perform set_config('request.jwt.claims', case when s.actor_id is null then '{"role":"service_role"}'
    else jsonb_build_object('role', 'authenticated', 'sub', s.actor_id)::text end, true);
  -- Whoever cancels it from here on waits, and is told that it is done.
  perform from public.checkpoint_schedules w where w.id = s.id and w.state = 'waiting' for update;
  if not found then
    return;
  end if;
  perform private.require_lead();
  select c.version into version_now from public.checkpoints c where c.id = s.checkpoint_id and c.is_active;
  if found then
    perform private.finish_schedule(s.id, 'done', format('%s was active already.', version_now));
    return;
  end if;
  perform private.announce_activation('scheduled', s.reason, s.override);
  update public.checkpoints c set is_active = true where c.id = s.checkpoint_id;
  perform private.finish_schedule(s.id, 'done', '');
end
$$;

-- Does what is due, each on its own: one that cannot be done is marked with the reason and holds up no other. Answers how many
-- it looked at. Two at a time wait for each other on the activation lock and find nothing left.
create function private.perform_scheduled() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  claims text := current_setting('request.jwt.claims', true);
  s public.checkpoint_schedules;
  done integer := 0;
begin
  if not exists (select from public.checkpoint_schedules w where w.state = 'waiting' and w.due_at <= clock_timestamp()) then
    return 0;
  end if;
  perform private.lock_activation();
  for s in select * from public.checkpoint_schedules w where w.state = 'waiting' and w.due_at <= clock_timestamp()
    order by w.due_at, w.created_at, w.id loop
    begin
      perform private.perform_one(s);
    exception
      -- Nothing speaks against it; somebody was in the way. It goes on waiting.
      when deadlock_detected or serialization_failure or lock_not_available then null;
      when others then
      perform private.finish_schedule(s.id, 'failed', left(sqlerrm, 2000));
    end;
    done := done + 1;
  end loop;
  perform set_config('request.jwt.claims', coalesce(claims, ''), true);
  return done;
end
$$;

create function desk.perform_scheduled(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
begin
  if auth.role() is distinct from 'service_role' then
    perform private.fail(403, 'not_a_service', 'Only the backend itself or a pipeline with the secret key may do this.');
  end if;
  return private.done(jsonb_build_object('performed', private.perform_scheduled()));
end
$$;

do $$
begin
  if exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron;
    perform cron.schedule('reward-desk-scheduled-activations', '5 seconds', 'select private.perform_scheduled()');
  end if;
end
$$;
