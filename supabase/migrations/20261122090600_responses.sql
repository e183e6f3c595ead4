-- Operations on images, responses and their review queue. Every operation takes the query, the body and the headers and
-- returns the success document; it runs as the caller, under the policies.

-- A page of rows as the contract writes it: count is this page, total every row that matches.
create function private.listed(rows jsonb, total bigint, size integer, next_cursor text) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('success', true, 'data', rows, 'count', jsonb_array_length(rows), 'total', total,
    'next_cursor', case when size > 0 and jsonb_array_length(rows) = size then next_cursor end)
$$;

create function private.done(data jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return jsonb_build_object('success', true, 'data', data);
end
$$;

create function desk.create_response(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.object_body(body);
  key uuid := private.uuid_field(b, 'id');
  meta jsonb;
  image uuid;
  checkpoint uuid := private.uuid_field(b, 'checkpoint_id');
  made public.responses;
begin
  perform private.require_lead();
  if checkpoint is not null then
    checkpoint := (private.checkpoint(checkpoint)).id;
  end if;
  meta := coalesce(private.object_field(b, 'metadata'), '{}');
  image := private.uuid_field(b, 'image_id');
  if image is not null and not exists (select from public.images i where i.id = image) then
    perform private.fail(404, 'image_not_found', format('There is no image %s. Nothing was saved.', image));
  end if;
  -- In metadata the link is a courtesy: it counts when it names an image, and is plain data otherwise.
  if image is null and jsonb_typeof(meta -> 'image_id') = 'string' and private.is_uuid(meta ->> 'image_id') then
    select i.id into image from public.images i where i.id = (meta ->> 'image_id')::uuid;
  end if;
  insert into public.responses (id, user_id, prompt, response_text, model_id, image_id, checkpoint_id, session_id, metadata)
  values (
    coalesce(key, gen_random_uuid()),
    private.text_field(b, 'user_id', 200, required => true),
    private.text_field(b, 'prompt', 100000, required => true),
    private.text_field(b, 'response_text', 1000000, required => true),
    coalesce(nullif(private.text_field(b, 'model_id', 200), ''), 'default'),
    image,
    checkpoint,
    coalesce(
      private.text_if_fit(meta, 'session_id', 200),
      (select i.session_id from public.images i where i.id = image)),
    meta)
  on conflict (id) do nothing
  returning * into made;
  if not found then
    perform private.fail(409, 'id_taken', format('There is already a response %s. Nothing was saved.', key));
  end if;
  return private.done(private.response_document(made));
end
$$;

create function desk.update_response(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  key uuid := private.uuid_parameter(query, 'id', required => true);
  b jsonb := private.only_fields(body, array['prompt', 'response_text', 'model_id', 'metadata']);
  made public.responses;
begin
  perform private.require_lead();
  update public.responses r set
    prompt = case when b ? 'prompt' then private.text_field(b, 'prompt', 100000, required => true) else r.prompt end,
    response_text = case when b ? 'response_text'
      then private.text_field(b, 'response_text', 1000000, required => true) else r.response_text end,
    model_id = case when b ? 'model_id' then private.text_field(b, 'model_id', 200, required => true) else r.model_id end,
    metadata = case when b ? 'metadata' then coalesce(private.object_field(b, 'metadata'), '{}') else r.metadata end
  where r.id = key returning * into made;
  if not found then
    perform private.fail(404, 'response_not_found', format('There is no response %s. Nothing was changed.', key));
  end if;
  return private.done(private.response_document(made));
end
$$;

-- Which images are not for everybody's eyes: whoever brought the image in said so in its metadata, or a reviewer flagged a
-- response about it as not safe. Above RLS, for an annotator does not see the flags of others; a stranger
-- learns nothing.
create function private.is_sensitive(image public.images) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return private.caller_is_member() and (
    coalesce(image.metadata -> 'sensitive' = 'true'::jsonb, false)
    or coalesce(image.metadata -> 'nsfw' = 'true'::jsonb, false)
    or exists (select from public.responses r join public.review_flags f on f.response_id = r.id
      where r.image_id = image.id and f.reason = 'not_safe'));
end
$$;

-- An image as lists and the queue show it.
create function private.listed_image(image uuid) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return (
    select to_jsonb(i) || jsonb_build_object('sensitive', private.is_sensitive(i)) from public.images i where i.id = image);
end
$$;

-- An item of the queue: what the reviewer sees, and the lease that holds it. The mouth adds image.signed_url.
create function private.review_item(lease public.review_leases) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'response', private.response_document(r),
      'image', private.listed_image(r.image_id),
      'lease', jsonb_build_object('token', lease.token, 'expires_at', lease.expires_at),
      'skipped', exists (select from public.review_skips s
        where s.response_id = lease.response_id and s.reviewer_id = lease.reviewer_id))
    from public.responses r where r.id = lease.response_id);
end
$$;

create function desk.claim_items(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.only_fields(body, array['n', 'response_id']);
  wanted uuid := private.uuid_field(b, 'response_id');
  -- Before the claim: it counts much, and nobody should wait for that.
  stats jsonb := private.review_progress();
  hand uuid[];
  items jsonb;
begin
  if wanted is not null and private.has(b, 'n') then
    perform private.bad('n', 'and response_id exclude each other.');
  end if;
  hand := case when wanted is null then private.claim(coalesce(private.integer_field(b, 'n', 1, 50), 1))
    else private.claim_one(wanted) end;
  select coalesce(jsonb_agg(private.review_item(l) order by array_position(hand, l.response_id)), '[]') into items
    from public.review_leases l where l.reviewer_id = auth.uid() and l.response_id = any (hand);
  return jsonb_build_object('success', true, 'data', items, 'count', jsonb_array_length(items), 'stats', stats);
end
$$;

create function desk.renew_items(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  tokens uuid[] := private.uuids_field(private.only_fields(body, array['tokens']), 'tokens', 1000);
  kept jsonb;
begin
  perform private.reviewer();
  select coalesce(jsonb_agg(jsonb_build_object('response_id', l.response_id, 'token', l.token, 'expires_at', l.expires_at)),
    '[]') into kept from private.renew_leases(tokens) l;
  return jsonb_build_object('success', true, 'data', kept, 'count', jsonb_array_length(kept),
    'lost', (select coalesce(jsonb_agg(t), '[]') from unnest(tokens) t
      where not exists (select from jsonb_array_elements(kept) k where (k ->> 'token')::uuid = t)));
end
$$;

create function desk.release_items(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  tokens uuid[] := private.uuids_field(private.only_fields(body, array['tokens']), 'tokens', 1000);
  released jsonb;
begin
  perform private.reviewer();
  select coalesce(jsonb_agg(t), '[]') into released from private.release_leases(tokens) t;
  return jsonb_build_object('success', true, 'data', released, 'count', jsonb_array_length(released));
end
$$;

create function desk.skip_item(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.only_fields(body, array['response_id', 'lease_token', 'reason']);
  key uuid := private.uuid_field(b, 'response_id', required => true);
begin
  perform private.skip_response(key, private.uuid_field(b, 'lease_token'),
    coalesce(private.text_field(b, 'reason', 2000), ''));
  return private.done(jsonb_build_object('response_id', key));
end
$$;

create function desk.flag_item(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.only_fields(body, array['id', 'response_id', 'lease_token', 'reason', 'comment']);
  why text := private.text_field(b, 'reason', 100, required => true);
begin
  if why not in ('broken_image', 'duplicate', 'not_safe', 'not_sensible', 'other') then
    perform private.bad('reason', 'must be broken_image, duplicate, not_safe, not_sensible or other.');
  end if;
  return private.done(to_jsonb(private.flag_response(
    private.uuid_field(b, 'response_id', required => true), private.uuid_field(b, 'lease_token'), why,
    coalesce(private.text_field(b, 'comment', 2000), ''), private.uuid_field(b, 'id'))));
end
$$;

create function desk.unflag_item(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  key uuid := private.uuid_parameter(query, 'response_id', required => true);
begin
  return private.done(jsonb_build_object('response_id', key, 'status', private.unflag_response(key)));
end
$$;

create function desk.delete_response(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  key uuid := private.uuid_parameter(query, 'id', required => true);
  gone public.responses;
begin
  perform private.require_lead();
  delete from public.responses r where r.id = key returning * into gone;
  if not found then
    perform private.fail(404, 'response_not_found', format('There is no response %s. Nothing was changed.', key));
  end if;
  return private.done(private.response_document(gone));
end
$$;

create function desk.review_progress(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
begin
  perform private.reviewer();
  return private.done(private.review_progress());
end
$$;

-- The workspace as the caller sees it: its settings and who the caller is in it.
create function desk.read_workspace(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
begin
  perform private.require_member();
  return private.done((select to_jsonb(s) - 'singleton' from public.workspace_settings s) || jsonb_build_object(
    'me', jsonb_build_object('user_id', auth.uid(), 'role', private.caller_role(), 'display_name', private.caller_name())));
end
$$;

-- If-Match takes the revision that the caller has seen, so that two leads do not undo each other unseen.
create function desk.update_workspace(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.only_fields(body, array['name', 'overlap', 'lease_seconds', 'ready_responses', 'ready_rewards',
    'partial_responses', 'guidelines', 'guard_rewards', 'guard_reviewers', 'guard_lower_bound', 'guard_days']);
  seen integer := private.revision_seen(headers);
  current_row public.workspace_settings;
begin
  perform private.require_lead();
  select * into current_row from public.workspace_settings s for update;
  if seen <> current_row.revision then
    perform private.fail(409, 'workspace_changed',
      'Somebody else has changed the settings since you loaded them. Nothing of yours was changed. Load them again.',
      jsonb_build_object('revision', current_row.revision));
  end if;
  update public.workspace_settings s set
    name = case when b ? 'name' then private.text_field(b, 'name', 200, required => true) else s.name end,
    overlap = coalesce(private.integer_field(b, 'overlap', 1, 100), s.overlap),
    lease_seconds = coalesce(private.integer_field(b, 'lease_seconds', 10, 86400), s.lease_seconds),
    ready_responses = coalesce(private.integer_field(b, 'ready_responses', 0, 1000000000), s.ready_responses),
    ready_rewards = coalesce(private.integer_field(b, 'ready_rewards', 0, 1000000000), s.ready_rewards),
    partial_responses = coalesce(private.integer_field(b, 'partial_responses', 0, 1000000000), s.partial_responses),
    guidelines = coalesce(private.text_field(b, 'guidelines', 100000), s.guidelines),
    guard_rewards = coalesce(private.integer_field(b, 'guard_rewards', 0, 1000000000), s.guard_rewards),
    guard_reviewers = coalesce(private.integer_field(b, 'guard_reviewers', 0, 1000000), s.guard_reviewers),
    guard_lower_bound = case when b ? 'guard_lower_bound' then private.number_field(b, 'guard_lower_bound', -2, 2)
      else s.guard_lower_bound end,
    guard_days = case when b ? 'guard_days' then private.integer_field(b, 'guard_days', 1, 36500) else s.guard_days end
  where s.singleton;
  return desk.read_workspace(query, body, headers);
end
$$;
