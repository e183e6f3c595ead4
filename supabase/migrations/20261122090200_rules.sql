-- Rules about rows that hold however a row is written: through the API, by the service role or by hand.

create function private.touch() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.updated_at := clock_timestamp();
  return new;
end
$$;
-- Not on the review's own columns: being reviewed does not change a response.
create trigger touch before update of user_id, image_id, prompt, response_text, model_id, session_id, metadata
  on public.responses for each row execute function private.touch();
create trigger touch before update on public.checkpoints for each row execute function private.touch();

create function private.revise_settings() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.revision := old.revision + 1;
  new.updated_at := clock_timestamp();
  return new;
end
$$;
create trigger revise before update on public.workspace_settings for each row execute function private.revise_settings();

-- A response has its image's category, whatever was written: a list by category in the order of time needs both in one index.

create function private.take_category() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Shared, so that a change of the category at the same time is either seen here or sees this response.
  new.category := (select i.category from public.images i where i.id = new.image_id for share);
  return new;
end
$$;
create trigger take_category before insert or update of image_id, category on public.responses
  for each row execute function private.take_category();

create function private.pass_category_on() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.responses r set category = new.category where r.image_id = new.id;
  return null;
end
$$;
create trigger pass_category_on after update of category on public.images
  for each row when (old.category is distinct from new.category) execute function private.pass_category_on();

-- Rewards: every change keeps the former value and raises the revision.

create function private.keep_reward_history() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' then
    if new is not distinct from old then
      return new;
    end if;
    if new.id <> old.id or new.response_id <> old.response_id or new.source <> old.source
      or (new.agent_name, new.agent_version) is distinct from (old.agent_name, old.agent_version) then
      perform private.fail(400, 'reward_is_fixed', 'A reward cannot be moved to another response. Nothing was changed.');
    end if;
    -- Null is right only as the foreign key's doing, when an account is deleted.
    if new.reviewer_id is distinct from old.reviewer_id
      and (new.reviewer_id is not null or exists (select from auth.users u where u.id = old.reviewer_id)) then
      perform private.fail(400, 'reward_is_fixed', 'A reward cannot be given to another reviewer. Nothing was changed.');
    end if;
    new.revision := old.revision + 1;
    new.created_at := old.created_at;
    new.updated_at := clock_timestamp();
  end if;
  insert into public.reward_history (reward_id, response_id, reviewer_id, operation, revision, former, changed_by)
  values (old.id, old.response_id, old.reviewer_id, lower(tg_op), old.revision, to_jsonb(old), auth.uid());
  return case when tg_op = 'UPDATE' then new else old end;
end
$$;
create trigger keep_history before update or delete on public.rewards
  for each row execute function private.keep_reward_history();

-- The queue's places. Who gives places (a claim, a renewal, a change of overlap) is alone with the queue; who uses one (a
-- reward, a skip, a flag) only keeps the givers out. Taken before any row of the queue is locked, so that neither waits
-- for the other in a circle. After it, every statement sees all places given and used before.

create function private.lock_places(giving boolean) returns void
language plpgsql volatile set search_path = ''
as $$
begin
  if giving then
    perform pg_advisory_xact_lock(7309453302);
  else
    perform pg_advisory_xact_lock_shared(7309453302);
  end if;
end
$$;

-- The state of a response follows from its reviews by people and the workspace's overlap. A flag outranks both.

create function private.status_of(r public.responses) returns text
language plpgsql stable set search_path = ''
as $$
begin
  return (
    select case when r.flagged then 'flagged' when r.review_count >= s.overlap then 'reviewed' else 'pending' end
    from public.workspace_settings s);
end
$$;

-- A response as it is shown.
create function private.response_document(r public.responses) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return to_jsonb(r) - 'flagged' || jsonb_build_object('status', private.status_of(r));
end
$$;

create function private.count_review() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  row_of public.rewards := case when tg_op = 'DELETE' then old else new end;
  change integer := case when tg_op = 'DELETE' then -1 else 1 end;
begin
  if row_of.source <> 'person'
    -- Deleted with its response: nothing is left to count on, and waiting here would hold up who waits for that row.
    or (tg_op = 'DELETE' and not exists (select from public.responses r where r.id = row_of.response_id)) then
    return null;
  end if;
  perform private.lock_places(giving => false);
  update public.responses r set review_count = greatest(r.review_count + change, 0) where r.id = row_of.response_id;
  if tg_op = 'INSERT' then
    delete from public.review_leases l where l.response_id = row_of.response_id and l.reviewer_id = row_of.reviewer_id;
    delete from public.review_skips s where s.response_id = row_of.response_id and s.reviewer_id = row_of.reviewer_id;
  end if;
  return null;
end
$$;
create trigger count_review after insert or delete on public.rewards
  for each row execute function private.count_review();

create function private.change_overlap_alone() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.lock_places(giving => true);
  return new;
end
$$;
create trigger change_overlap_alone before update of overlap on public.workspace_settings
  for each row when (old.overlap is distinct from new.overlap) execute function private.change_overlap_alone();

create function private.hold_flagged() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.lock_places(giving => false);
  update public.responses set flagged = true where id = new.response_id;
  delete from public.review_leases where response_id = new.response_id;
  return null;
end
$$;
create trigger hold_flagged after insert on public.review_flags
  for each row execute function private.hold_flagged();

create function private.release_unflagged() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Deleted with its response: as in count_review.
  if not exists (select from public.responses r where r.id = old.response_id) then
    return null;
  end if;
  perform private.lock_places(giving => false);
  update public.responses r set flagged = false
    where r.id = old.response_id and r.flagged
      and not exists (select from public.review_flags f where f.response_id = r.id);
  return null;
end
$$;
create trigger release_unflagged after delete on public.review_flags
  for each row execute function private.release_unflagged();

-- Checkpoints: one is active. Setting is_active on a row takes it from the others in the same statement, so that no
-- reader ever sees two or, once one was active, none. The advisory lock puts concurrent activations in one order.

create function private.lock_activation() returns void
language sql volatile set search_path = ''
as $$ select pg_advisory_xact_lock(7309453301) $$;

-- Said before an activation in the same transaction: the reason, which everyone must give; whether guard rails are
-- overridden; and what kind it is, an activation where nothing is said.
create function private.announce_activation(kind text, reason text, override boolean) returns void
language plpgsql volatile set search_path = ''
as $$
begin
  perform set_config('reward_desk.activation_kind', kind, true);
  perform set_config('reward_desk.activation_reason', coalesce(reason, ''), true);
  perform set_config('reward_desk.activation_override', coalesce(override, false)::text, true);
end
$$;

create function private.keep_one_active() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  former public.checkpoints;
  why text := btrim(coalesce(current_setting('reward_desk.activation_reason', true), ''));
  override boolean := current_setting('reward_desk.activation_override', true) = 'true';
  facts jsonb;
begin
  -- An insert that is going to yield to a conflict must not take the place of the active one before it does.
  if tg_op = 'INSERT'
    and exists (select from public.checkpoints c where c.version = new.version or c.id = new.id) then
    return new;
  end if;
  if new.is_active and (tg_op = 'INSERT' or not old.is_active) then
    if why = '' then
      perform private.fail(400, 'reason_required',
        'Say why: activating a checkpoint needs a reason. Nothing was activated.', '{"field":"reason"}');
    end if;
    select * into former from public.checkpoints c where c.is_active and c.id <> new.id;
    facts := private.activation_case(new, former);
    if facts -> 'warnings' <> '[]' and not coalesce(override, false)
      and current_setting('reward_desk.activation_kind', true) is distinct from 'rollback' then
      perform private.fail(409, 'guarded',
        format('Nothing was activated, for the workspace''s guard rails speak against %s: %s', new.version,
          (select string_agg(w ->> 'message', ' ') from jsonb_array_elements(facts -> 'warnings') w)),
        jsonb_build_object('warnings', facts -> 'warnings'));
    end if;
    if former.id is not null then
      update public.checkpoints set is_active = false where id = former.id;
    end if;
    insert into public.checkpoint_activations (checkpoint_id, checkpoint_version, previous_id, previous_version, kind,
      reason, overridden, evidence, actor_id, actor_name)
    values
      (new.id, new.version, former.id, former.version,
       coalesce(nullif(current_setting('reward_desk.activation_kind', true), ''), 'activate'),
       why, facts -> 'warnings' <> '[]', facts, auth.uid(), private.caller_name());
    -- What was announced is said once, even if the transaction goes on.
    perform private.announce_activation('', '', false);
  elsif tg_op = 'UPDATE' and old.is_active and not new.is_active and pg_trigger_depth() = 1 then
    -- Depth 1: somebody's own update, not the hand-over above.
    perform private.fail(409, 'checkpoint_is_active',
      format('Checkpoint %s is the active one and still is. Activate another instead of switching this one off.', old.version));
  end if;
  return new;
end
$$;

-- Before the statement locks any row, so that whoever has the lock never waits for who waits for it.
create function private.activate_in_turn() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.lock_activation();
  return null;
end
$$;
create trigger activate_in_turn before insert or update of is_active on public.checkpoints
  for each statement execute function private.activate_in_turn();
create trigger keep_one_active before insert or update of is_active on public.checkpoints
  for each row execute function private.keep_one_active();

create function private.keep_active_checkpoint() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if old.is_active then
    perform private.fail(409, 'checkpoint_is_active',
      format('Checkpoint %s is the active one and was not deleted. Activate another first.', old.version));
  end if;
  return old;
end
$$;
create trigger keep_active_checkpoint before delete on public.checkpoints
  for each row execute function private.keep_active_checkpoint();

-- What records and tallies speak of by its id keeps it. (Rewards: see keep_reward_history.)

create function private.refuse_other_id() returns trigger
language plpgsql set search_path = ''
as $$
begin
  perform private.fail(400, 'id_is_fixed', 'An id cannot be changed. Nothing was saved.', '{"field":"id"}');
  return null;
end
$$;
create trigger keep_id before update of id on public.checkpoints
  for each row when (old.id is distinct from new.id) execute function private.refuse_other_id();
create trigger keep_id before update of id on public.responses
  for each row when (old.id is distinct from new.id) execute function private.refuse_other_id();

-- Records of what happened are never edited, by whatever role.

create function private.refuse_edit() returns trigger
language plpgsql set search_path = ''
as $$
begin
  perform private.fail(403, 'append_only', format('%s is a record and cannot be changed.', tg_table_name));
  return null;
end
$$;
create trigger append_only before update or delete on public.checkpoint_activations
  for each row execute function private.refuse_edit();
create trigger append_only_whole before truncate on public.checkpoint_activations
  for each statement execute function private.refuse_edit();
create trigger append_only before update or delete on public.reward_history
  for each row execute function private.refuse_edit();
create trigger append_only_whole before truncate on public.reward_history
  for each statement execute function private.refuse_edit();

-- Whoever serves the model hears of it at once.
create function private.tell_activation() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform pg_notify('reward_desk_activation', new.id::text);
  return null;
end
$$;
create trigger tell_activation after insert on public.checkpoint_activations
  for each row execute function private.tell_activation();
