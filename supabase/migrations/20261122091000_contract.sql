-- The door: one function through which both mouths call everything. Routing by name is a closed list; the caller's role
-- and claims are set by the mouth for the transaction.

create function private.dispatch(operation text, query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
begin
  return case operation
    when 'prepare_upload' then desk.prepare_upload(query, body, headers)
    when 'create_image' then desk.create_image(query, body, headers)
    when 'list_images' then desk.list_images(query, body, headers)
    when 'forget_objects' then desk.forget_objects(query, body, headers)
    when 'create_response' then desk.create_response(query, body, headers)
    when 'list_responses' then desk.list_responses(query, body, headers)
    when 'list_waiting' then desk.list_waiting(query, body, headers)
    when 'list_facets' then desk.list_facets(query, body, headers)
    when 'delete_response' then desk.delete_response(query, body, headers)
    when 'unflag_item' then desk.unflag_item(query, body, headers)
    when 'update_response' then desk.update_response(query, body, headers)
    when 'claim_items' then desk.claim_items(query, body, headers)
    when 'renew_items' then desk.renew_items(query, body, headers)
    when 'release_items' then desk.release_items(query, body, headers)
    when 'skip_item' then desk.skip_item(query, body, headers)
    when 'flag_item' then desk.flag_item(query, body, headers)
    when 'review_progress' then desk.review_progress(query, body, headers)
    when 'read_workspace' then desk.read_workspace(query, body, headers)
    when 'update_workspace' then desk.update_workspace(query, body, headers)
    when 'list_members' then desk.list_members(query, body, headers)
    when 'invite_member' then desk.invite_member(query, body, headers)
    when 'update_member' then desk.update_member(query, body, headers)
    when 'create_reward' then desk.create_reward(query, body, headers)
    when 'list_rewards' then desk.list_rewards(query, body, headers)
    when 'update_reward' then desk.update_reward(query, body, headers)
    when 'delete_reward' then desk.delete_reward(query, body, headers)
    when 'reward_history' then desk.reward_history(query, body, headers)
    when 'create_checkpoint' then desk.create_checkpoint(query, body, headers)
    when 'list_checkpoints' then desk.list_checkpoints(query, body, headers)
    when 'update_checkpoint' then desk.update_checkpoint(query, body, headers)
    when 'delete_checkpoint' then desk.delete_checkpoint(query, body, headers)
    when 'list_activations' then desk.list_activations(query, body, headers)
    when 'rollback_checkpoint' then desk.rollback_checkpoint(query, body, headers)
    when 'read_active_checkpoint' then desk.read_active_checkpoint(query, body, headers)
    when 'read_evidence' then desk.read_evidence(query, body, headers)
    when 'read_comparison' then desk.read_comparison(query, body, headers)
    when 'read_activation_case' then desk.read_activation_case(query, body, headers)
    when 'schedule_activation' then desk.schedule_activation(query, body, headers)
    when 'list_schedules' then desk.list_schedules(query, body, headers)
    when 'cancel_schedule' then desk.cancel_schedule(query, body, headers)
    when 'perform_scheduled' then desk.perform_scheduled(query, body, headers)
    when 'read_statistics' then desk.read_statistics(query, body, headers)
    when 'read_health' then desk.read_health(query, body, headers)
  end;
end
$$;

-- Idempotency. The first call with a key leaves its answer with its effects, in one transaction; a call at the same time
-- waits for it on the primary key. Failed calls leave nothing and may be tried again.

create function private.idempotency_actor() returns text
language plpgsql stable set search_path = ''
as $$
begin
  return coalesce(auth.uid()::text, auth.role());
end
$$;

create function private.remember_call(call_key text, hash bytea) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  former private.idempotency_keys;
begin
  -- The oldest is asked for first, and rows are named by their place: either is quick whatever size the table had when this
  -- connection made its plans, while a plan that was made for an empty table reads it whole for ever.
  if (select min(o.created_at) from private.idempotency_keys o) < now() - interval '7 days' then
    delete from private.idempotency_keys k where k.ctid = any (array(
      select o.ctid from private.idempotency_keys o where o.created_at < now() - interval '7 days'
      order by o.created_at limit 100 for update skip locked));
  end if;
  insert into private.idempotency_keys (actor, key, request_hash) values (private.idempotency_actor(), call_key, hash)
    on conflict (actor, key) do nothing;
  if found then
    return null;
  end if;
  select * into former from private.idempotency_keys k
    where k.actor = private.idempotency_actor() and k.key = call_key;
  if former.request_hash <> hash then
    perform private.fail(409, 'idempotency_key_reused',
      'This Idempotency-Key was used before with another request. Nothing was done; use a new key.');
  end if;
  return former.response;
end
$$;

create function private.remember_answer(call_key text, answer jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update private.idempotency_keys k set response = answer
    where k.actor = private.idempotency_actor() and k.key = call_key;
end
$$;

-- What a mouth calls: the operation's name, the query parameters (texts), the body as it came, and the headers that count,
-- by lower-case name: idempotency-key, if-match, base-url (where the mouth itself is reached) and object-path (see uploads). Null: no such operation.
create function desk.call(operation text, query jsonb, body jsonb, headers jsonb) returns jsonb
-- Times are written and read in UTC, wherever the caller's connection is; compiling such small queries never pays.
language plpgsql set search_path = '' set timezone = 'UTC' set jit = off
as $$
declare
  -- A repeated question is answered anew.
  call_key text := case when operation !~ '^(list|read)_|^review_progress$|_history$' then headers ->> 'idempotency-key' end;
  answer jsonb;
begin
  -- On a hosted project the mouth's login is above every policy; a call that has taken on no role is a mistake of ours.
  if current_user not in ('authenticated', 'service_role') then
    raise insufficient_privilege using message = 'A mouth has to take on the caller''s role first.';
  end if;
  -- Before anything is replayed: who was a member when it was asked first need not be one now.
  perform private.require_member();
  if not private.is_tame(body) then
    perform private.fail(400, 'invalid_body',
      'The body is nested more than 100 levels deep, or has a number that does not fit a double.');
  end if;
  if call_key is null then
    return private.dispatch(operation, query, body, headers);
  end if;
  if length(call_key) not between 1 and 255 then
    perform private.bad('idempotency_key', 'must have 1 to 255 characters.');
  end if;
  answer := private.remember_call(call_key, sha256(convert_to(
    jsonb_build_array(operation, query, body, headers -> 'if-match')::text, 'UTF8')));
  if answer is null then
    answer := private.dispatch(operation, query, body, headers);
    perform private.remember_answer(call_key, answer);
  end if;
  return answer;
end
$$;

-- The newest migration that changed anything; every later one replaces this function. Both mouths tell it, whichever tool
-- applied the migrations.
create function private.schema_version() returns text
language sql immutable set search_path = ''
as $$ select '20261122091000' $$;

-- Functions are open to the public unless closed. What takes a reviewer as an argument is for its own callers alone.
revoke execute on all functions in schema private, desk from public, anon;
grant execute on all functions in schema private, desk to authenticated, service_role;
revoke execute on function private.lease_next, private.places_taken, private.finish_schedule, private.perform_one
  from authenticated, service_role;
revoke execute on function private.tally_responses, private.fold_tallies, private.fold_in_turn, private.recount_tallies
  from authenticated, service_role;
revoke execute on function private.perform_scheduled from authenticated;
