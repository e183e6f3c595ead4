-- The vocabulary: what is stored. Rules that need more than one row are in the migrations that follow.
-- `public` holds the data (read by the API and by people's own SQL), `desk` the operations of the wire contract
-- (called by the mouths, never exposed as REST), `private` what neither may touch directly.

do $$
begin
  if not exists (select from pg_catalog.pg_extension where extname = 'pg_trgm') then
    create extension pg_trgm with schema extensions;
  end if;
end
$$;

create schema if not exists private;
create schema if not exists desk;

create table public.members (
  user_id uuid primary key references auth.users (id) on delete cascade,
  role text not null check (role in ('annotator', 'lead')),
  display_name text not null default '' check (length(display_name) <= 200),
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
comment on column public.members.revoked_at is 'Since when this person may do nothing here any more; null while they may.';
comment on table public.members is
  'Who may do what in this workspace. Read by every policy, so that revoking works at once and not at the next token.';

create table public.workspace_settings (
  singleton boolean primary key default true check (singleton),
  name text not null default 'Reward Desk' check (length(name) between 1 and 200),
  overlap integer not null default 1 check (overlap between 1 and 100),
  lease_seconds integer not null default 600 check (lease_seconds between 10 and 86400),
  ready_responses integer not null default 100 check (ready_responses >= 0),
  ready_rewards integer not null default 50 check (ready_rewards >= 0),
  partial_responses integer not null default 50 check (partial_responses >= 0),
  guidelines text not null default '' check (length(guidelines) <= 100000),
  guard_rewards integer not null default 0 check (guard_rewards >= 0),
  guard_reviewers integer not null default 0 check (guard_reviewers >= 0),
  guard_lower_bound double precision check (guard_lower_bound between -2 and 2),
  guard_days integer check (guard_days between 1 and 36500),
  revision integer not null default 1,
  updated_at timestamptz not null default now()
);
comment on column public.workspace_settings.overlap is 'How many different reviewers each response is to be scored by.';
comment on column public.workspace_settings.ready_responses is
  'Training readiness: more responses than this, and more rewards than ready_rewards, is "ready".';
comment on column public.workspace_settings.guard_lower_bound is
  'Activating warns unless the interval of (mean reward - that of the active one) begins at or above this; null: never.';
comment on column public.workspace_settings.guard_days is
  'Activating warns when the newest reward is older than so many days; null: never.';
insert into public.workspace_settings default values;

create table public.images (
  id uuid primary key default gen_random_uuid(),
  user_id text not null default 'anonymous' check (length(user_id) between 1 and 200),
  file_name text not null check (length(file_name) between 1 and 255),
  storage_path text not null unique,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/webp', 'image/gif')),
  size_bytes bigint not null check (size_bytes between 1 and 10485760),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  category text not null default 'general' check (length(category) between 1 and 100),
  session_id text check (length(session_id) <= 200),
  source_url text check (length(source_url) <= 4000),
  page_url text check (length(page_url) <= 4000),
  page_title text check (length(page_title) <= 2000),
  alt_text text check (length(alt_text) <= 10000),
  quality_score double precision check (quality_score between 0 and 1),
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null default clock_timestamp()
    check (created_at between '0001-01-02 UTC' and '9999-12-30 UTC')
);
create index images_newest on public.images (created_at desc, id desc);
create index images_by_category on public.images (category, created_at desc, id desc);
create index images_by_session on public.images (session_id, created_at desc, id desc) where session_id is not null;

create table public.responses (
  id uuid primary key default gen_random_uuid(),
  image_id uuid references public.images (id) on delete cascade,
  user_id text not null check (length(user_id) between 1 and 200),
  prompt text not null check (length(prompt) between 1 and 100000),
  response_text text not null check (length(response_text) between 1 and 1000000),
  model_id text not null default 'default' check (length(model_id) between 1 and 200),
  checkpoint_id uuid,
  session_id text check (length(session_id) <= 200),
  category text,
  flagged boolean not null default false,
  review_count integer not null default 0 check (review_count >= 0),
  priority integer not null default 0,
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null default clock_timestamp()
    check (created_at between '0001-01-02 UTC' and '9999-12-30 UTC'),
  updated_at timestamptz not null default clock_timestamp()
);
comment on column public.responses.user_id is 'A free label of the producer, not an account.';
comment on column public.responses.category is 'That of its image, for lists in the order of time; kept by triggers.';
comment on column public.responses.flagged is 'A reviewer''s flag is on it; kept by triggers on review_flags.';
comment on column public.responses.review_count is 'Rewards by people; kept by a trigger on rewards.';
create index responses_newest on public.responses (created_at desc, id desc);
create index responses_by_model on public.responses (model_id, created_at desc, id desc);
create index responses_by_user on public.responses (user_id, created_at desc, id desc);
create index responses_by_image on public.responses (image_id, created_at desc, id desc);
create index responses_by_session on public.responses (session_id, created_at desc, id desc) where session_id is not null;
create index responses_by_category on public.responses (category, created_at desc, id desc) where category is not null;
create index responses_flagged on public.responses (created_at desc, id desc) where flagged;
-- For words anywhere in either; one index is kept faster than two.
create index responses_words on public.responses
  using gin (prompt extensions.gin_trgm_ops, response_text extensions.gin_trgm_ops);
-- Whether it waits for reviews follows from how many it has and the workspace's overlap, so that a change of that writes no row.
create index responses_queue on public.responses (review_count, priority desc, created_at, id) where not flagged;

create table public.rewards (
  id uuid primary key default gen_random_uuid(),
  response_id uuid not null references public.responses (id) on delete cascade,
  reviewer_id uuid references auth.users (id) on delete set null,
  source text not null default 'person' check (source in ('person', 'pipeline', 'agent')),
  agent_name text check (length(agent_name) between 1 and 200 and agent_name !~ '[[:cntrl:]]'),
  agent_version text check (length(agent_version) <= 100 and agent_version !~ '[[:cntrl:]]'),
  score double precision not null check (score between -1 and 1),
  feedback_type text check (feedback_type in ('like', 'neutral', 'dislike')),
  quality integer check (quality between 1 and 5),
  comment text check (length(comment) <= 10000),
  tags text[] not null default '{}' check (cardinality(tags) <= 50),
  seconds_spent double precision check (seconds_spent between 0 and 86400),
  detail text check (length(detail) <= 100000),
  revision integer not null default 1,
  created_at timestamptz not null default clock_timestamp()
    check (created_at between '0001-01-02 UTC' and '9999-12-30 UTC'),
  updated_at timestamptz not null default clock_timestamp(),
  unique (response_id, reviewer_id),
  constraint rewards_program_is_nobody check (source = 'person' or reviewer_id is null),
  constraint rewards_agent_is_named check (num_nonnulls(agent_name, agent_version) = case source when 'agent' then 2 else 0 end)
);
comment on column public.rewards.reviewer_id is
  'The person who scored; null for a pipeline or an agent, and when the account was deleted. A person scores a response once.';
comment on column public.rewards.agent_name is
  'What an agent calls itself; nobody vouches for it. What agents think is kept apart from what people do: no count, mean or evidence has it.';
create unique index rewards_of_agent on public.rewards (response_id, agent_name, agent_version) where source = 'agent';
create index rewards_by_agent on public.rewards (agent_name, agent_version, score) where source = 'agent';
create index rewards_newest on public.rewards (created_at desc, id desc);
create index rewards_by_response on public.rewards (response_id, created_at desc, id desc);
create index rewards_by_reviewer on public.rewards (reviewer_id, created_at desc, id desc);
create index rewards_by_score on public.rewards (score);
create index rewards_words on public.rewards using gin (comment extensions.gin_trgm_ops) where comment is not null;

create table public.reward_history (
  id bigint generated always as identity primary key,
  reward_id uuid not null,
  response_id uuid not null,
  reviewer_id uuid,
  operation text not null check (operation in ('update', 'delete')),
  revision integer not null,
  former jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null default clock_timestamp()
);
comment on table public.reward_history is 'The former value of every reward that was changed or deleted. Written by a trigger alone.';
create index reward_history_by_reward on public.reward_history (reward_id, id desc);
create index reward_history_by_reviewer on public.reward_history (reviewer_id, id desc);

create table public.review_leases (
  response_id uuid not null references public.responses (id) on delete cascade,
  reviewer_id uuid not null references auth.users (id) on delete cascade,
  token uuid not null default gen_random_uuid() unique,
  claimed_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  primary key (response_id, reviewer_id)
);
comment on column public.review_leases.token is 'Fencing token: whoever submits with it must still be the holder.';
create index review_leases_by_reviewer on public.review_leases (reviewer_id, claimed_at, response_id);

create table public.review_skips (
  response_id uuid not null references public.responses (id) on delete cascade,
  reviewer_id uuid not null references auth.users (id) on delete cascade,
  reason text not null default '' check (length(reason) <= 2000),
  created_at timestamptz not null default clock_timestamp(),
  primary key (response_id, reviewer_id)
);
create index review_skips_by_reviewer on public.review_skips (reviewer_id, created_at, response_id);

create table public.review_flags (
  id uuid primary key default gen_random_uuid(),
  response_id uuid not null references public.responses (id) on delete cascade,
  reviewer_id uuid references auth.users (id) on delete set null,
  reason text not null check (reason in ('broken_image', 'duplicate', 'not_safe', 'not_sensible', 'other')),
  comment text not null default '' check (length(comment) <= 2000),
  created_at timestamptz not null default clock_timestamp()
);
create index review_flags_by_response on public.review_flags (response_id);
create index review_flags_by_reviewer on public.review_flags (reviewer_id);
create index review_flags_newest on public.review_flags (created_at desc, id desc);

create table public.checkpoints (
  id uuid primary key default gen_random_uuid(),
  version text not null unique check (length(version) between 1 and 200),
  storage_key text not null check (length(storage_key) between 1 and 1000),
  url text check (length(url) <= 4000),
  epoch integer not null default 0 check (epoch >= 0),
  avg_reward double precision not null default 0 check (avg_reward between -1e9 and 1e9),
  is_active boolean not null default false,
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null default clock_timestamp()
    check (created_at between '0001-01-02 UTC' and '9999-12-30 UTC'),
  updated_at timestamptz not null default clock_timestamp()
);
comment on column public.checkpoints.avg_reward is
  'What training recorded, on whatever scale it used; the measured mean comes from rewards.';
create index checkpoints_newest on public.checkpoints (created_at desc, id desc);
-- Not deferrable, so that no transaction, however it is written, can commit two.
create unique index checkpoints_one_active on public.checkpoints ((true)) where is_active;

alter table public.responses add constraint responses_checkpoint
  foreign key (checkpoint_id) references public.checkpoints (id) on delete set null;
create index responses_by_checkpoint on public.responses (checkpoint_id);
comment on column public.responses.checkpoint_id is
  'The checkpoint that answered; null where nobody said, and then the one whose version is the model_id.';

create table public.checkpoint_activations (
  id bigint generated always as identity primary key,
  checkpoint_id uuid not null,
  checkpoint_version text not null,
  previous_id uuid,
  previous_version text,
  kind text not null check (kind in ('activate', 'rollback', 'scheduled')),
  reason text not null,
  overridden boolean not null default false,
  evidence jsonb not null default '{}',
  actor_id uuid,
  actor_name text not null,
  activated_at timestamptz not null default clock_timestamp()
);
comment on table public.checkpoint_activations is
  'Who activated what, when, from which, why. Append-only; it names checkpoints without a foreign key, so that it outlives them.';
comment on column public.checkpoint_activations.overridden is 'Guard rails spoke against it and were overridden.';
create index checkpoint_activations_by_checkpoint on public.checkpoint_activations (checkpoint_id, id desc);

create table public.checkpoint_schedules (
  id uuid primary key default gen_random_uuid(),
  checkpoint_id uuid references public.checkpoints (id) on delete set null,
  checkpoint_version text not null,
  due_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 2000),
  override boolean not null default false,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'cancelled', 'failed')),
  outcome text not null default '',
  actor_id uuid,
  actor_name text not null,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz
);
comment on table public.checkpoint_schedules is 'Activations at a set time, done by private.perform_scheduled.';
create index checkpoint_schedules_due on public.checkpoint_schedules (due_at, id) where state = 'waiting';
create index checkpoint_schedules_newest on public.checkpoint_schedules (created_at desc, id desc);
create index checkpoint_schedules_by_checkpoint on public.checkpoint_schedules (checkpoint_id);

create table private.idempotency_keys (
  actor text not null,
  key text not null,
  request_hash bytea not null,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
create index idempotency_keys_by_age on private.idempotency_keys (created_at);

-- Objects that were announced to a storage apart from the database and have no row yet.
create table private.objects_under_way (
  path text primary key,
  created_at timestamptz not null default clock_timestamp()
);
create index objects_under_way_by_age on private.objects_under_way (created_at);
