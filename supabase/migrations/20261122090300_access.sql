-- Who may do what, row by row. Explicit grants (new tables get none on Supabase), then policies.
-- Roles: anon nothing; authenticated what the membership table says; service_role everything but the records.

grant usage on schema public to authenticated, service_role;
grant usage on schema private, desk to authenticated, service_role;

do $$
declare
  name text;
begin
  foreach name in array array['members', 'workspace_settings', 'images', 'responses', 'rewards', 'reward_history',
    'review_leases', 'review_skips', 'review_flags', 'checkpoints', 'checkpoint_activations', 'checkpoint_schedules'] loop
    execute format('alter table public.%I enable row level security', name);
    execute format('revoke all on public.%I from public, anon, authenticated, service_role', name);
    execute format('grant select on public.%I to authenticated, service_role', name);
  end loop;
end
$$;
-- Projects made before October 2026 give away what is new; identity columns need no privilege.
revoke all on all sequences in schema public from public, anon, authenticated, service_role;
alter table private.idempotency_keys enable row level security;
alter table private.objects_under_way enable row level security;
grant select, delete on private.objects_under_way to service_role;
create policy nobody on private.idempotency_keys using (false);
create policy nobody on private.objects_under_way using (false);

grant insert, update, delete on public.members, public.images, public.responses, public.rewards, public.checkpoints,
  public.review_leases, public.review_skips, public.review_flags to service_role;
grant update on public.workspace_settings to service_role;

-- People write what is theirs to say, by column: when a row was made, its revision and its review count are not.
grant delete on public.members, public.images, public.responses, public.rewards, public.checkpoints to authenticated;
grant insert (user_id, role, display_name), update (role, display_name, revoked_at) on public.members to authenticated;
grant update (name, overlap, lease_seconds, ready_responses, ready_rewards, partial_responses, guidelines,
    guard_rewards, guard_reviewers, guard_lower_bound, guard_days)
  on public.workspace_settings to authenticated;
grant insert (id, user_id, file_name, storage_path, sha256, content_type, size_bytes, width, height, category, session_id,
    source_url, page_url, page_title, alt_text, quality_score, metadata),
  update (user_id, file_name, category, session_id, source_url, page_url, page_title, alt_text, quality_score, metadata)
  on public.images to authenticated;
grant insert (id, image_id, user_id, prompt, response_text, model_id, checkpoint_id, session_id, priority, metadata),
  update (image_id, user_id, prompt, response_text, model_id, checkpoint_id, session_id, priority, metadata)
  on public.responses to authenticated;
grant insert (id, response_id, reviewer_id, source, agent_name, agent_version, score, feedback_type, quality, comment, tags, seconds_spent, detail),
  update (score, feedback_type, quality, comment, tags, seconds_spent, detail)
  on public.rewards to authenticated;
grant insert (id, version, storage_key, url, epoch, avg_reward, is_active, metadata),
  update (version, storage_key, url, epoch, avg_reward, is_active, metadata)
  on public.checkpoints to authenticated;

create policy members_read on public.members for select to authenticated
  using (user_id = (select auth.uid()) or (select private.caller_is_lead()));
create policy members_add on public.members for insert to authenticated with check ((select private.caller_is_lead()));
create policy members_change on public.members for update to authenticated
  using ((select private.caller_is_lead())) with check ((select private.caller_is_lead()));
create policy members_remove on public.members for delete to authenticated using ((select private.caller_is_lead()));

create policy settings_read on public.workspace_settings for select to authenticated
  using ((select private.caller_is_member()));
create policy settings_change on public.workspace_settings for update to authenticated
  using ((select private.caller_is_lead())) with check ((select private.caller_is_lead()));

create policy images_read on public.images for select to authenticated using ((select private.caller_is_member()));
create policy images_add on public.images for insert to authenticated with check ((select private.caller_is_lead()));
create policy images_change on public.images for update to authenticated
  using ((select private.caller_is_lead())) with check ((select private.caller_is_lead()));
create policy images_remove on public.images for delete to authenticated using ((select private.caller_is_lead()));

create policy responses_read on public.responses for select to authenticated using ((select private.caller_is_member()));
create policy responses_add on public.responses for insert to authenticated with check ((select private.caller_is_lead()));
create policy responses_change on public.responses for update to authenticated
  using ((select private.caller_is_lead())) with check ((select private.caller_is_lead()));
create policy responses_remove on public.responses for delete to authenticated using ((select private.caller_is_lead()));

-- A member reads and changes what is theirs; a lead sees all. Nobody scores in another's name. A lead's assistant scores in its own.
create policy rewards_read on public.rewards for select to authenticated
  using ((select private.caller_is_lead()) or (reviewer_id = (select auth.uid()) and (select private.caller_is_member())));
create policy rewards_add on public.rewards for insert to authenticated
  with check (reviewer_id = (select auth.uid()) and source = 'person' and (select private.caller_is_member())
    or source = 'agent' and (select private.caller_is_lead()));
create policy rewards_change on public.rewards for update to authenticated
  using ((select private.caller_is_lead()) or (reviewer_id = (select auth.uid()) and (select private.caller_is_member())))
  with check ((select private.caller_is_lead()) or (reviewer_id = (select auth.uid()) and source = 'person'));
create policy rewards_remove on public.rewards for delete to authenticated using ((select private.caller_is_lead()));

create policy reward_history_read on public.reward_history for select to authenticated
  using ((select private.caller_is_lead()) or (reviewer_id = (select auth.uid()) and (select private.caller_is_member())));

-- Leases, skips and flags are written by the queue's own functions, which check the rules between rows.
create policy leases_read on public.review_leases for select to authenticated
  using ((select private.caller_is_lead()) or (reviewer_id = (select auth.uid()) and (select private.caller_is_member())));
create policy skips_read on public.review_skips for select to authenticated
  using ((select private.caller_is_lead()) or (reviewer_id = (select auth.uid()) and (select private.caller_is_member())));
create policy flags_read on public.review_flags for select to authenticated
  using ((select private.caller_is_lead()) or (reviewer_id = (select auth.uid()) and (select private.caller_is_member())));

create policy checkpoints_read on public.checkpoints for select to authenticated
  using ((select private.caller_is_member()));
create policy checkpoints_add on public.checkpoints for insert to authenticated
  with check ((select private.caller_is_lead()));
create policy checkpoints_change on public.checkpoints for update to authenticated
  using ((select private.caller_is_lead())) with check ((select private.caller_is_lead()));
create policy checkpoints_remove on public.checkpoints for delete to authenticated
  using ((select private.caller_is_lead()));

-- Schedules are written by their own functions, which know who set them.
create policy schedules_read on public.checkpoint_schedules for select to authenticated
  using ((select private.caller_is_member()));

create policy activations_read on public.checkpoint_activations for select to authenticated
  using ((select private.caller_is_member()));

-- The private bucket for images, and who may touch its objects: members read, and nobody but the service writes, so that no
-- object is there without its row. Creates a row and a policy only, nothing else in storage; a bucket that was made by hand
-- is made private and held to the same limits.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('scraped-images', 'scraped-images', false, 10485760,
  array['image/jpeg', 'image/png', 'image/webp', 'image/gif'])
on conflict (id) do update set public = excluded.public, file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

drop policy if exists scraped_images_read on storage.objects;
create policy scraped_images_read on storage.objects for select to authenticated
  using (bucket_id = 'scraped-images' and (select private.caller_is_member()));
