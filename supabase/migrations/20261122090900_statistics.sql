-- Statistics, over all rows, from the tallies. The views are for people's SQL and for training; the document is what the API gives.

-- Responses made after a moment: whole hours as they were counted, and the rest of its own hour row by row.
create function private.responses_since(moment timestamptz) returns bigint
language sql stable set search_path = ''
as $$
  select (select coalesce(sum(t.responses), 0)::bigint from (
        select k.responses from private.tallies k
          where k.producer = private.whole_workspace() and k.facet = 'hour' and k.place > h.own
        union all
        select a.responses from private.tally_changes a
          where a.producer = private.whole_workspace() and a.facet = 'hour' and a.place > h.own) t)
    + (select count(*) from public.responses r where r.created_at > moment and r.created_at < to_timestamp((h.own + 1) * 3600))
  from (select floor(extract(epoch from moment) / 3600) as own) h
$$;

-- What people and pipelines think, for training.
create view public.training_data_view with (security_invoker = true) as
  select w.id as reward_id, w.response_id, r.image_id, i.storage_path, i.category, r.session_id, r.user_id, r.model_id,
    r.prompt, r.response_text, w.score, w.feedback_type, w.quality, w.comment, w.tags, w.reviewer_id, w.source,
    w.seconds_spent, r.created_at as responded_at, w.created_at as rewarded_at
  from public.rewards w
  join public.responses r on r.id = w.response_id
  left join public.images i on i.id = r.image_id
  where w.source <> 'agent';

-- What agents think, for who asks for it.
create view public.agent_data_view with (security_invoker = true) as
  select w.id as reward_id, w.response_id, r.image_id, i.storage_path, i.category, r.session_id, r.user_id, r.model_id,
    r.prompt, r.response_text, w.score, w.feedback_type, w.quality, w.comment, w.tags, w.agent_name, w.agent_version,
    r.created_at as responded_at, w.created_at as rewarded_at
  from public.rewards w
  join public.responses r on r.id = w.response_id
  left join public.images i on i.id = r.image_id
  where w.source = 'agent';

create view public.rft_statistics_view with (security_invoker = true) as
  select
    (select count(*) from public.images) as total_images,
    (select coalesce(sum(t.responses), 0)::bigint from private.tallied(array[private.whole_workspace()], array['model']) t)
      as total_responses,
    private.responses_since(now() - interval '24 hours') as recent_responses_24h,
    w.total_rewards, w.avg_score, w.positive_rewards, w.negative_rewards, w.neutral_rewards,
    c.total_checkpoints, c.active_version, c.best_avg_reward
  from
    (select coalesce(sum(t.rewards), 0)::bigint as total_rewards, (sum(t.total) / sum(t.rewards))::double precision as avg_score,
      coalesce(sum(t.rewards) filter (where t.place > 0), 0)::bigint as positive_rewards,
      coalesce(sum(t.rewards) filter (where t.place < 0), 0)::bigint as negative_rewards,
      coalesce(sum(t.rewards) filter (where t.place = 0), 0)::bigint as neutral_rewards
      from private.tallied(array[private.whole_workspace()], array['giver']) t) w,
    (select count(*) as total_checkpoints, max(version) filter (where is_active) as active_version,
      max(avg_reward) as best_avg_reward from public.checkpoints) c;

revoke all on public.training_data_view, public.agent_data_view, public.rft_statistics_view from public, anon, authenticated, service_role;
grant select on public.training_data_view, public.agent_data_view, public.rft_statistics_view to authenticated, service_role;

-- All rewards, whoever asks: readiness is the workspace's, not the reader's.
create function private.rewards_in_all() returns bigint
language sql stable security definer set search_path = ''
as $$
  select coalesce(sum(t.rewards), 0)::bigint from private.tallied(array[private.whole_workspace()], array['giver']) t
  where private.caller_is_member()
$$;

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

-- What agents gave, each version of each for itself, as far as the caller may see it. Read row by row: few are asked for, and seldom.
create function private.agents_in_numbers() returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('name', a.agent_name, 'version', a.agent_version, 'total', a.total,
    'avg_score', a.avg_score, 'distribution', jsonb_build_object('positive', a.positive, 'negative', a.negative,
      'neutral', a.total - a.positive - a.negative)) order by a.total desc, a.agent_name, a.agent_version), '[]')
  from (select w.agent_name, w.agent_version, count(*) as total, avg(w.score::numeric)::double precision as avg_score,
      count(*) filter (where w.score > 0) as positive, count(*) filter (where w.score < 0) as negative
    from public.rewards w where w.source = 'agent' group by 1, 2 order by 3 desc, 1, 2 limit 200) a
$$;

create function desk.read_statistics(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v public.rft_statistics_view;
begin
  perform private.require_member();
  select * into v from public.rft_statistics_view;
  return private.done(case when private.wants(query, 'agents') then jsonb_build_object('agents', private.agents_in_numbers())
    else '{}' end || jsonb_build_object(
    'responses', jsonb_build_object('total', v.total_responses, 'recent_24h', v.recent_responses_24h,
      'by_model', (select coalesce(jsonb_object_agg(t.name, t.responses), '{}')
        from private.tallied(array[private.whole_workspace()], array['model']) t)),
    'rewards', jsonb_build_object('total', v.total_rewards, 'avg_score', coalesce(v.avg_score, 0),
      'distribution', jsonb_build_object('positive', v.positive_rewards, 'negative', v.negative_rewards,
        'neutral', v.neutral_rewards)),
    'checkpoints', jsonb_build_object('total', v.total_checkpoints, 'active', v.active_version,
      'best_performance', coalesce(v.best_avg_reward, 0)),
    'training_readiness', private.training_readiness(v.total_responses, private.rewards_in_all(), v.total_checkpoints)));
end
$$;
