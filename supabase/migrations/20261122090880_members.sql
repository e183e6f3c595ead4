-- Who belongs to the workspace. Whatever role asks, somebody who leads is always left.

create function private.keep_leads_in_turn() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Before the statement locks any row: two leads who remove each other come one after the other.
  perform pg_advisory_xact_lock(7309453302);
  return null;
end
$$;
create trigger keep_leads_in_turn before update or delete on public.members
  for each statement execute function private.keep_leads_in_turn();

create function private.keep_a_lead() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if old.role = 'lead' and old.revoked_at is null
    and (tg_op = 'DELETE' or new.role <> 'lead' or new.revoked_at is not null)
    and not exists (select from public.members m
      where m.user_id <> old.user_id and m.role = 'lead' and m.revoked_at is null) then
    perform private.fail(409, 'last_lead',
      'This is the last lead. Nothing was changed; make somebody else a lead first.');
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger keep_a_lead before update or delete on public.members
  for each row execute function private.keep_a_lead();

-- Of an account, for leads: what the membership table does not have.
create function private.account_facts(person uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('email', coalesce(u.email, ''), 'last_sign_in_at', u.last_sign_in_at)
  from auth.users u where u.id = person and private.caller_is_lead()
$$;

-- Whoever comes by a company's sign-in has an account of its own, even where a mailed invitation has made one of the same
-- address: so the one that is no member yet counts.
-- Nobody has shown that the address is theirs: whoever made this account, with a password of their choice, may be somebody
-- else who waits for it to be invited.
create function private.is_unproven(confirmed_at timestamptz, invited_at timestamptz, signed_in_at timestamptz) returns boolean
language sql immutable set search_path = ''
as $$ select confirmed_at is null and invited_at is null and signed_in_at is null $$;

create function private.unproven_account_of(address text) returns uuid
language sql stable security definer set search_path = ''
as $$
  select u.id from auth.users u
  where u.email = lower(btrim(address)) and private.caller_is_lead()
    and private.is_unproven(u.email_confirmed_at, u.invited_at, u.last_sign_in_at)
    and not exists (select from public.members m where m.user_id = u.id)
$$;

create function private.account_of(address text) returns uuid
language sql stable security definer set search_path = ''
as $$
  select u.id from auth.users u left join public.members m on m.user_id = u.id
  where u.email = lower(btrim(address)) and private.caller_is_lead()
    and (m.user_id is not null or not private.is_unproven(u.email_confirmed_at, u.invited_at, u.last_sign_in_at))
  order by m.user_id is not null, m.revoked_at is not null, u.last_sign_in_at desc nulls last limit 1
$$;

create function private.member_document(m public.members) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('user_id', m.user_id, 'role', m.role, 'display_name', m.display_name,
    'created_at', m.created_at, 'revoked_at', m.revoked_at,
    'rewards', (select count(*) from public.rewards r where r.reviewer_id = m.user_id))
    || coalesce(private.account_facts(m.user_id), '{"email":"","last_sign_in_at":null}')
$$;

create function desk.list_members(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  p private.page := private.page_of(query, 50);
  rows jsonb;
  next_cursor text;
begin
  perform private.require_lead();
  select coalesce(jsonb_agg(private.member_document(g.m) order by g.created_at desc, g.user_id desc), '[]'),
    (array_agg(private.cursor_of(g.created_at, g.user_id) order by g.created_at, g.user_id))[1]
  into rows, next_cursor
  from (select m, m.created_at, m.user_id from public.members m
    where p.before_id is null or (m.created_at, m.user_id) < (p.before_at, p.before_id)
    order by m.created_at desc, m.user_id desc limit p.size offset p.skip) g;
  return private.listed(rows, (select count(*) from public.members m), p.size, next_cursor);
end
$$;

create function private.role_field(body jsonb) returns text
language plpgsql immutable set search_path = ''
as $$
declare
  role text := private.text_field(body, 'role', 20);
begin
  if role not in ('annotator', 'lead') then
    perform private.bad('role', 'must be annotator or lead.');
  end if;
  return role;
end
$$;

-- Makes who has an account a member. Where nobody has this address the answer has no data: the mouth, which alone can make
-- accounts, makes one and asks again, after it has removed the unproven one that the answer may name. The same again adds
-- nothing and says so.
create function desk.invite_member(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.object_body(body);
  address text := lower(btrim(private.text_field(b, 'email', 255, required => true)));
  wanted text := coalesce(private.role_field(b), 'annotator');
  name text := coalesce(private.text_field(b, 'display_name', 200), '');
  person uuid;
  found_row public.members;
  added boolean;
begin
  perform private.require_lead();
  if address !~ '^[^[:space:]@[:cntrl:]]{1,64}@[^[:space:]@[:cntrl:]]{1,190}$' then
    perform private.bad('email', 'must be an email address.');
  end if;
  person := private.account_of(address);
  if person is null then
    return jsonb_build_object('success', true, 'data', null, 'unproven', private.unproven_account_of(address));
  end if;
  insert into public.members (user_id, role, display_name) values (person, wanted, name)
    on conflict (user_id) do nothing;
  added := found;
  select * into found_row from public.members m where m.user_id = person;
  if found_row.revoked_at is not null then
    perform private.fail(409, 'membership_revoked',
      'This person was a member before. Nothing was changed; restore the membership in the list instead.');
  end if;
  if found_row.role <> wanted then
    perform private.fail(409, 'already_a_member',
      format('This person is a member already, as %s. Nothing was changed; change the role in the list instead.',
        found_row.role));
  end if;
  return jsonb_build_object('success', true, 'data', private.member_document(found_row), 'already', not added);
end
$$;

create function desk.update_member(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.only_fields(body, array['role', 'display_name', 'revoked']);
  key uuid := private.uuid_parameter(query, 'id', required => true);
  wanted text := private.role_field(b);
  name text := private.text_field(b, 'display_name', 200);
  revoke boolean := private.boolean_field(b, 'revoked');
  found_row public.members;
begin
  perform private.require_lead();
  update public.members m set
    role = coalesce(wanted, m.role),
    display_name = coalesce(name, m.display_name),
    revoked_at = case revoke when true then coalesce(m.revoked_at, now()) when false then null else m.revoked_at end
  where m.user_id = key returning * into found_row;
  if not found then
    perform private.fail(404, 'member_not_found', 'There is no such member.');
  end if;
  return jsonb_build_object('success', true, 'data', private.member_document(found_row));
end
$$;
