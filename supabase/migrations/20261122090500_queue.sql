-- The review queue: who has which response in hand. A reviewer's hand is a set of leases; a lease is a place among the
-- `overlap` reviews of a response, held until it expires. Lock order everywhere: places, response, lease.
-- A connection plans once what it asks at every claim, perhaps while the workspace is empty. A plan for an empty table reads
-- it whole; hence `enable_seqscan = off`.

-- Reviews given and places held by others; `response` must be locked by the caller for the answer to stay true.
create function private.places_taken(response uuid, by_others_than uuid) returns integer
language plpgsql volatile security definer set search_path = ''
as $$
begin
  return (select r.review_count from public.responses r where r.id = response)
    + (select count(*)::integer from public.review_leases l
       where l.response_id = response and l.reviewer_id <> by_others_than and l.expires_at > clock_timestamp());
end
$$;

create function private.reviewer() returns uuid
language plpgsql stable set search_path = ''
as $$
begin
  perform private.require_member();
  if auth.uid() is null then
    perform private.fail(403, 'not_a_person', 'Only a signed-in reviewer has a review queue; a secret key has none.');
  end if;
  return auth.uid();
end
$$;

-- Leases up to `wanted` of the next responses for this reviewer, or of those they skipped, longest ago first, and returns
-- how many it got. The caller has lock_places; what is skipped as locked is being deleted.
create function private.lease_next(reviewer uuid, wanted integer, from_skipped boolean) returns integer
language plpgsql security definer set search_path = '' set enable_seqscan = off set plan_cache_mode = force_custom_plan
as $$
declare
  settings public.workspace_settings;
  moment timestamptz := clock_timestamp();
  next_ones uuid[];
begin
  select * into settings from public.workspace_settings;
  if from_skipped then
    next_ones := array(
      select r.id from public.review_skips k join public.responses r on r.id = k.response_id
      where k.reviewer_id = reviewer and not r.flagged
        and not exists (select from public.rewards w where w.response_id = r.id and w.reviewer_id = reviewer)
        and not exists (select from public.review_leases l where l.response_id = r.id and l.reviewer_id = reviewer)
        and r.review_count + (select count(*) from public.review_leases l
          where l.response_id = r.id and l.expires_at > moment) < settings.overlap
      order by k.created_at, r.id limit wanted for key share of r skip locked);
  else
    next_ones := array(
      -- Those with no review, with one and so on are each in the queue's order; from their firsts come the first of all.
      select c.id from generate_series(0, settings.overlap - 1) given (reviews) cross join lateral (
        select r.id, r.priority, r.created_at from public.responses r
        where not r.flagged and r.review_count = given.reviews
          and not exists (select from public.review_skips k where k.response_id = r.id and k.reviewer_id = reviewer)
          and not exists (select from public.rewards w where w.response_id = r.id and w.reviewer_id = reviewer)
          and not exists (select from public.review_leases l where l.response_id = r.id and l.reviewer_id = reviewer)
          and r.review_count + (select count(*) from public.review_leases l
            where l.response_id = r.id and l.expires_at > moment) < settings.overlap
        order by r.priority desc, r.created_at, r.id limit wanted for key share of r skip locked) c
      order by c.priority desc, c.created_at, c.id limit wanted);
  end if;
  insert into public.review_leases (response_id, reviewer_id, expires_at)
    select id, reviewer, moment + make_interval(secs => settings.lease_seconds) from unnest(next_ones) id;
  return cardinality(next_ones);
end
$$;

-- Makes the reviewer's hand n items: those already held (renewed), then the next ones, then what they skipped; returns
-- the responses in that order. Asking again gives the same hand, so a client that lost the answer, or was restarted, has
-- lost nothing.
create function private.claim(n integer) returns uuid[]
language plpgsql security definer set search_path = '' set enable_seqscan = off
as $$
declare
  reviewer uuid := private.reviewer();
  held integer;
begin
  perform private.lock_places(giving => true);
  delete from public.review_leases l where l.reviewer_id = reviewer and l.expires_at <= clock_timestamp();
  update public.review_leases l
    set expires_at = clock_timestamp() + make_interval(secs => s.lease_seconds)
    from public.workspace_settings s where l.reviewer_id = reviewer;
  get diagnostics held = row_count;
  if held < n then
    held := held + private.lease_next(reviewer, n - held, from_skipped => false);
  end if;
  if held < n then
    held := held + private.lease_next(reviewer, n - held, from_skipped => true);
  end if;
  return array(select l.response_id from public.review_leases l
    join public.responses r on r.id = l.response_id
    left join public.review_skips s on s.response_id = l.response_id and s.reviewer_id = reviewer
    where l.reviewer_id = reviewer
    order by s.created_at nulls first, r.priority desc, r.created_at, r.id limit n);
end
$$;

-- Takes one response in hand, whatever its turn: a skip is withdrawn, or it was chosen from a list. As in a claim, places held
-- and reviews given by others count.
create function private.claim_one(response uuid) returns uuid[]
language plpgsql security definer set search_path = '' set enable_seqscan = off
as $$
declare
  reviewer uuid := private.reviewer();
  settings public.workspace_settings;
  r public.responses;
begin
  perform private.lock_places(giving => true);
  select * into settings from public.workspace_settings;
  select * into r from public.responses x where x.id = response for key share;
  if not found then
    perform private.fail(404, 'response_not_found', format('There is no response %s.', response));
  elsif exists (select from public.rewards w where w.response_id = r.id and w.reviewer_id = reviewer) then
    perform private.fail(409, 'already_rewarded', 'You have already scored this response. Nothing was saved; change that reward instead.');
  elsif r.flagged then
    perform private.fail(409, 'flagged', 'This response is flagged: a lead has to look at it first. Nothing was changed.');
  elsif r.review_count >= settings.overlap then
    perform private.fail(409, 'already_reviewed', 'This response has all the reviews it needs. Nothing was changed.');
  elsif private.places_taken(r.id, reviewer) >= settings.overlap then
    perform private.fail(409, 'held_by_others', 'Somebody else is reviewing this response now. Nothing was changed; take another one.');
  end if;
  delete from public.review_skips k where k.response_id = r.id and k.reviewer_id = reviewer;
  insert into public.review_leases (response_id, reviewer_id, expires_at)
    values (r.id, reviewer, clock_timestamp() + make_interval(secs => settings.lease_seconds))
    on conflict (response_id, reviewer_id) do update set expires_at = excluded.expires_at;
  return array[r.id];
end
$$;

create function private.renew_leases(tokens uuid[]) returns setof public.review_leases
language plpgsql security definer set search_path = ''
as $$
declare
  reviewer uuid := private.reviewer();
begin
  perform private.lock_places(giving => true);
  return query update public.review_leases l
    set expires_at = clock_timestamp() + make_interval(secs => s.lease_seconds)
    from public.workspace_settings s
    where l.reviewer_id = reviewer and l.token = any (tokens) and l.expires_at > clock_timestamp()
    returning l.*;
end
$$;

create function private.release_leases(tokens uuid[]) returns setof uuid
language sql volatile security definer set search_path = ''
as $$
  delete from public.review_leases l
    where l.reviewer_id = private.reviewer() and l.token = any (tokens) returning l.token
$$;

-- For reviews: nobody else reviews this response until the transaction ends.
create function private.lock_response(response uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_member();
  perform private.lock_places(giving => false);
  perform from public.responses r where r.id = response for no key update;
  if not found then
    perform private.fail(404, 'response_not_found', format('There is no response %s.', response));
  end if;
end
$$;

-- Ends with 409 unless this reviewer may still score the response with that token. A lease that expired still counts
-- while its place is free: work done is not thrown away for being slow.
create function private.check_lease(response uuid, token uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  reviewer uuid := private.reviewer();
  lease public.review_leases;
begin
  select * into lease from public.review_leases l where l.response_id = response and l.reviewer_id = reviewer;
  if lease.token is distinct from token and lease.token is not null and lease.expires_at > clock_timestamp() then
    perform private.fail(409, 'lease_lost', 'This item was claimed again since with another lease. Nothing was saved.');
  end if;
  if (lease.token is null or lease.expires_at <= clock_timestamp())
    and private.places_taken(response, reviewer) >= (select s.overlap from public.workspace_settings s) then
    perform private.fail(409, 'lease_lost',
      'The time for this item ran out and a colleague has taken it. Nothing was saved.');
  end if;
end
$$;

create function private.skip_response(response uuid, token uuid, why text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  reviewer uuid := private.reviewer();
begin
  perform private.lock_response(response);
  if token is not null then
    perform private.check_lease(response, token);
  end if;
  delete from public.review_leases l where l.response_id = response and l.reviewer_id = reviewer;
  insert into public.review_skips (response_id, reviewer_id, reason) values (response, reviewer, why)
    on conflict (response_id, reviewer_id) do update set reason = excluded.reason, created_at = clock_timestamp();
end
$$;

-- A flag under an id that this reviewer has used for this response is the same one, told again.
create function private.flag_response(response uuid, token uuid, why text, note text, key uuid) returns public.review_flags
language plpgsql security definer set search_path = ''
as $$
declare
  reviewer uuid := private.reviewer();
  flag public.review_flags;
begin
  perform private.lock_response(response);
  select * into flag from public.review_flags f where f.id = key;
  if found and flag.response_id = response and flag.reviewer_id = reviewer then
    return flag;
  elsif found then
    perform private.fail(409, 'id_taken', format('There is already a flag %s. Nothing was saved.', key));
  end if;
  if token is not null then
    perform private.check_lease(response, token);
  end if;
  insert into public.review_flags (id, response_id, reviewer_id, reason, comment)
    values (coalesce(key, gen_random_uuid()), response, reviewer, why, note) returning * into flag;
  return flag;
end
$$;

-- A lead takes all flags of a response away, others their own; what becomes of the response is the flags' trigger's to say.
create function private.unflag_response(response uuid) returns text
language plpgsql security definer set search_path = ''
as $$
declare
  state text;
begin
  perform private.lock_response(response);
  delete from public.review_flags f
    where f.response_id = response and (private.caller_is_lead() or f.reviewer_id = auth.uid());
  if not found then
    perform private.fail(404, 'flag_not_found', 'There is no flag on this response that you may take away. Nothing was changed.');
  end if;
  select private.status_of(r) into state from public.responses r where r.id = response;
  return state;
end
$$;

-- How far this reviewer is: own rewards in all and today (UTC), and what is left that they could take.
create function private.review_progress() returns jsonb
language plpgsql stable security definer set search_path = '' set enable_seqscan = off
as $$
declare
  reviewer uuid := private.reviewer();
begin
  return (select jsonb_build_object(
    'done', (select count(*) from public.rewards w where w.reviewer_id = reviewer),
    'done_today', (select count(*) from public.rewards w where w.reviewer_id = reviewer
      and w.created_at >= date_trunc('day', now(), 'UTC')),
    'left', (select count(*) from public.responses r where not r.flagged and r.review_count < s.overlap
      and not exists (select from public.rewards w where w.response_id = r.id and w.reviewer_id = reviewer)),
    'skipped', (select count(*) from public.review_skips k join public.responses r on r.id = k.response_id
      where k.reviewer_id = reviewer and not r.flagged and r.review_count < s.overlap
      and not exists (select from public.rewards w where w.response_id = r.id and w.reviewer_id = reviewer)))
    from public.workspace_settings s);
end
$$;
