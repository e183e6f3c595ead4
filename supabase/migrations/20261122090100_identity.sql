-- Who is calling. Everything that decides on a role asks these functions, and they ask the membership table.

-- 'service' for the secret key, 'lead' or 'annotator' for a member, null for anybody else.
-- Security definer: policies on members itself ask it, which would recurse otherwise.
create function private.caller_role() returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
  return case
    when auth.role() = 'service_role' then 'service'
    else (select m.role from public.members m where m.user_id = auth.uid() and m.revoked_at is null)
  end;
end
$$;

create function private.caller_is_member() returns boolean
language plpgsql stable security invoker set search_path = ''
as $$
begin
  return private.caller_role() is not null;
end
$$;

create function private.caller_is_lead() returns boolean
language plpgsql stable security invoker set search_path = ''
as $$
begin
  return coalesce(private.caller_role() in ('lead', 'service'), false);
end
$$;

-- A person's name, for leads and for the person; null for others.
create function private.name_of(person uuid) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
  return case when person = auth.uid() or private.caller_is_lead() then coalesce(
    (select nullif(m.display_name, '') from public.members m where m.user_id = person),
    (select u.email from auth.users u where u.id = person)) end;
end
$$;

create function private.caller_name() returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
  return case when auth.role() = 'service_role' then 'service' else coalesce(private.name_of(auth.uid()), 'unknown') end;
end
$$;

-- Ends the call with an HTTP status, a stable code and a sentence for people. SQLSTATE 'PT' + status is PostgREST's own
-- convention; the mouths read it as such. `more` is merged into the failure document.
create function private.fail(status integer, code text, message text, more jsonb default '{}') returns void
language plpgsql volatile set search_path = ''
as $$
begin
  raise exception using
    errcode = 'PT' || status, message = message, detail = (more || jsonb_build_object('code', code))::text;
end
$$;

create function private.require_member() returns void
language plpgsql volatile set search_path = ''
as $$
begin
  if not private.caller_is_member() then
    if exists (select from public.members m where m.user_id = auth.uid() and m.revoked_at is not null) then
      perform private.fail(403, 'membership_revoked',
        'A lead has revoked your membership of this workspace. What you did here is kept. Ask a lead to restore it.');
    end if;
    perform private.fail(403, 'not_a_member', 'You are not a member of this workspace. Ask a lead to add you.');
  end if;
end
$$;

create function private.require_lead() returns void
language plpgsql volatile set search_path = ''
as $$
begin
  perform private.require_member();
  if not private.caller_is_lead() then
    perform private.fail(403, 'not_a_lead', 'Only a lead or a pipeline with the secret key may do this.');
  end if;
end
$$;
