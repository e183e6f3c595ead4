-- Statistics, over all rows. The views are for people's SQL and for training; the document is what the API gives.

create view public.training_data_view with (security_invoker = true) as
  select w.id as reward_id, w.response_id, r.image_id, i.storage_path, i.category, r.session_id, r.user_id, r.model_id,
    r.prompt, r.response_text, w.score, w.feedback_type, w.quality, w.comment, w.tags, w.reviewer_id, w.source,
    w.seconds_spent, r.created_at as responded_at, w.created_at as rewarded_at
  from public.rewards w
  join public.responses r on r.id = w.response_id
  left join public.images i on i.id = r.image_id;

create view public.rft_statistics_view with (security_invoker = true) as
  select
    (select count(*) from public.images) as total_images,
    (select count(*) from public.responses) as total_responses,
    (select count(*) from public.responses where created_at > now() - interval '24 hours') as recent_responses_24h,
    w.total_rewards, w.avg_score, w.positive_rewards, w.negative_rewards, w.neutral_rewards,
    c.total_checkpoints, c.active_version, c.best_avg_reward
  from
    (select count(*) as total_rewards, avg(score) as avg_score,
      count(*) filter (where score > 0) as positive_rewards,
      count(*) filter (where score < 0) as negative_rewards,
      count(*) filter (where score = 0) as neutral_rewards from public.rewards) w,
    (select count(*) as total_checkpoints, max(version) filter (where is_active) as active_version,
      max(avg_reward) as best_avg_reward from public.checkpoints) c;

revoke all on public.training_data_view, public.rft_statistics_view from public, anon, authenticated, service_role;
grant select on public.training_data_view, public.rft_statistics_view to authenticated, service_role;

-- All rewards, whoever asks: readiness is the workspace's, not the reader's.
create function private.rewards_in_all() returns bigint
language sql stable security definer set search_path = ''
as $$ select count(*) from public.rewards where private.caller_is_member() $$;

-- Whether there is enough to train on, and what is missing. The thresholds are the workspace's.
create function private.training_readiness(responses bigint, rewards bigint, checkpoints bigint) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'status', case
      when responses > s.ready_responses and rewards > s.ready_rewards then 'ready'
      when responses > s.partial_responses then 'partial'
      else 'insufficient_data' end,
    'recommendations', to_jsonb(array_remove(array[
      case when responses <= s.ready_responses
        then format('Collect %s more responses (%s of more than %s).',
          s.ready_responses + 1 - responses, responses, s.ready_responses) end,
      case when rewards <= s.ready_rewards
        then format('Give %s more rewards (%s of more than %s).', s.ready_rewards + 1 - rewards, rewards, s.ready_rewards) end,
      case when checkpoints = 0 then 'Record a checkpoint, so that rewards can be told apart by model.' end], null)))
  from public.workspace_settings s
$$;

create function desk.read_statistics(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v public.rft_statistics_view;
begin
  perform private.require_member();
  select * into v from public.rft_statistics_view;
  return private.done(jsonb_build_object(
    'responses', jsonb_build_object('total', v.total_responses, 'recent_24h', v.recent_responses_24h,
      'by_model', (select coalesce(jsonb_object_agg(m.model_id, m.n), '{}')
        from (select r.model_id, count(*) as n from public.responses r group by r.model_id) m)),
    'rewards', jsonb_build_object('total', v.total_rewards, 'avg_score', coalesce(v.avg_score, 0),
      'distribution', jsonb_build_object('positive', v.positive_rewards, 'negative', v.negative_rewards,
        'neutral', v.neutral_rewards)),
    'checkpoints', jsonb_build_object('total', v.total_checkpoints, 'active', v.active_version,
      'best_performance', coalesce(v.best_avg_reward, 0)),
    'training_readiness', private.training_readiness(v.total_responses, private.rewards_in_all(), v.total_checkpoints)));
end
$$;
