-- What a hosted Supabase project has and plain PostgreSQL lacks, as far as the migrations and the local backend need it.
-- Run once by the superuser, before the migrations. Passwords are set by the backend, never written here.

do $$
begin
  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
    create role authenticated nologin noinherit;
    create role service_role nologin noinherit bypassrls;
    -- The backend's own login: no privilege of its own, so that a forgotten role switch fails closed.
    create role authenticator login noinherit;
    grant anon, authenticated, service_role to authenticator;
    create role supabase_auth_admin login noinherit;
    create role supabase_storage_admin nologin noinherit;
    -- Owns the workspace's database, as `postgres` does on a hosted project: no superuser, but above RLS.
    create role reward_desk_owner login bypassrls createrole;
    grant anon, authenticated, service_role, supabase_storage_admin to reward_desk_owner;
  end if;
end
$$;

create schema auth authorization supabase_auth_admin;
create schema storage authorization supabase_storage_admin;
create schema extensions;
create extension pgcrypto with schema extensions;
create extension "uuid-ossp" with schema extensions;
create extension pg_trgm with schema extensions;
revoke create on schema public from public;
grant usage on schema auth, storage, extensions to anon, authenticated, service_role, reward_desk_owner;
grant all on schema public to reward_desk_owner;

do $$
begin
  execute format('alter database %I owner to reward_desk_owner', current_database());
  execute format('alter database %I set search_path = "$user", public, extensions', current_database());
  execute format('revoke connect, temporary on database %I from public', current_database());
  execute format('grant connect on database %I to authenticator, supabase_auth_admin', current_database());
end
$$;
alter role authenticator set statement_timeout = '30s';
alter role authenticator set idle_in_transaction_session_timeout = '60s';

set role supabase_auth_admin;

create function auth.jwt() returns jsonb
language sql stable
as $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;
create function auth.uid() returns uuid
language sql stable
as $$ select nullif(auth.jwt() ->> 'sub', '')::uuid $$;
create function auth.role() returns text
language sql stable
as $$ select auth.jwt() ->> 'role' $$;
create function auth.email() returns text
language sql stable
as $$ select auth.jwt() ->> 'email' $$;

create table auth.users (
  id uuid primary key default gen_random_uuid(),
  aud text not null default 'authenticated',
  role text not null default 'authenticated',
  email text unique,
  encrypted_password text,
  email_confirmed_at timestamptz,
  invited_at timestamptz,
  last_sign_in_at timestamptz,
  raw_app_meta_data jsonb not null default '{"provider": "email", "providers": ["email"]}',
  raw_user_meta_data jsonb not null default '{}',
  phone text,
  is_anonymous boolean not null default false,
  banned_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth.sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  refreshed_at timestamptz not null default now(),
  user_agent text
);
create index sessions_by_user on auth.sessions (user_id);

-- Tokens are kept as SHA-256, so that a copy of the database signs nobody in.
create table auth.refresh_tokens (
  id bigint generated always as identity primary key,
  session_id uuid not null references auth.sessions (id) on delete cascade,
  token_hash bytea not null unique,
  parent_id bigint references auth.refresh_tokens (id) on delete cascade,
  revoked boolean not null default false,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index refresh_tokens_by_session on auth.refresh_tokens (session_id, id desc);
create index refresh_tokens_by_parent on auth.refresh_tokens (parent_id);

alter table auth.users enable row level security;
alter table auth.sessions enable row level security;
alter table auth.refresh_tokens enable row level security;
grant references, select, trigger on auth.users to reward_desk_owner;

reset role;
set role supabase_storage_admin;

create table storage.buckets (
  id text primary key,
  name text not null unique,
  owner_id text,
  public boolean not null default false,
  file_size_limit bigint,
  allowed_mime_types text[],
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table storage.objects (
  id uuid primary key default gen_random_uuid(),
  bucket_id text not null references storage.buckets (id),
  name text not null,
  owner_id text,
  metadata jsonb,
  user_metadata jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_accessed_at timestamptz not null default now(),
  unique (bucket_id, name)
);
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
grant select on storage.buckets to authenticated, service_role;
grant select, insert, update, delete on storage.objects to authenticated, service_role;
grant all on storage.buckets, storage.objects to reward_desk_owner;

create function storage.foldername(name text) returns text[]
language sql immutable
as $$ select (string_to_array(name, '/'))[1:cardinality(string_to_array(name, '/')) - 1] $$;
create function storage.filename(name text) returns text
language sql immutable
as $$ select (string_to_array(name, '/'))[cardinality(string_to_array(name, '/'))] $$;
create function storage.extension(name text) returns text
language sql immutable
as $$ select substring(storage.filename(name) from '\.([^.]*)$') $$;

reset role;
