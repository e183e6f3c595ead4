-- Evidence: what people's rewards say about a checkpoint. Computed as the caller, and an annotator sees only own rewards: so
-- every operation here asks for a lead, that nobody takes a part for the whole.

-- The rewards that people gave to what this checkpoint answered: responses that name it, and those that name none but whose
-- model is its version. The category is empty where there is no image.
create function private.rewards_of(checkpoint uuid, version_of_it text)
returns table (response_id uuid, image_id uuid, category text, reviewer_id uuid, score double precision,
  feedback_type text, seconds_spent double precision, created_at timestamptz)
language sql stable set search_path = '' rows 10000
as $$
  select w.response_id, a.image_id, coalesce(i.category, ''), w.reviewer_id, w.score, w.feedback_type, w.seconds_spent, w.created_at
  from (
    select r.id, r.image_id from public.responses r where r.checkpoint_id = checkpoint
    union all
    select r.id, r.image_id from public.responses r where r.checkpoint_id is null and r.model_id = version_of_it
  ) a
  join public.rewards w on w.response_id = a.id and w.source = 'person'
  left join public.images i on i.id = a.image_id
$$;

-- What people's rewards say of a checkpoint. The summary holds the figures that fit on a line; it is kept with an activation.
-- A response scored by several counts once, with its mean: the scores of one response are not independent of each other, and the
-- interval would be too narrow. The distribution is how many scores lie in each of 41 steps of 0.05 around -1.0, -0.95 … 1.0, in
-- that order. Agreement is Krippendorff's alpha for interval data (Krippendorff 2004, ch. 11): 1 where all agree, 0 what chance
-- gives, null where no two people scored the same response or all gave the same; sums over pairs come from sums of squares.
create function private.evidence(checkpoint uuid, version_of_it text) returns jsonb
language sql stable set search_path = ''
as $$
  with w as materialized (select * from private.rewards_of(checkpoint, version_of_it)),
  unit as materialized (
    select category, count(*) as m, avg(score) as mean, sum(score) as total, sum(score ^ 2) as squares
    from w group by response_id, category
  ), pairs as (
    select count(*) as units, sum(m) as n, sum(2 * (m * squares - total ^ 2) / (m - 1)) as inside,
      2 * (sum(m) * sum(squares) - sum(total) ^ 2) as across
    from unit where m > 1
  )
  select jsonb_build_object(
    'summary', (select jsonb_build_object(
        'rewards', count(*),
        'responses', (select count(*) from unit),
        'reviewers', count(distinct reviewer_id),
        'reward', (select private.estimate(count(*), avg(mean), private.spread(stddev_samp(mean))) from unit),
        'positive', count(*) filter (where score > 0),
        'neutral', count(*) filter (where score = 0),
        'negative', count(*) filter (where score < 0),
        'median_seconds', percentile_cont(0.5) within group (order by seconds_spent),
        'first_at', min(created_at), 'last_at', max(created_at)) from w),
    'distribution', (select jsonb_agg(coalesce(b.n, 0) order by step)
      from generate_series(-20, 20) step
      left join (select floor(score * 20 + 0.5) as place, count(*) as n from w group by 1) b on b.place = step),
    -- Below this, sums of squares of scores differ by rounding alone.
    'agreement', (select jsonb_build_object('responses', units,
      'alpha', case when across > 1e-9 then 1 - (inside / n) / (across / (n * (n - 1))) end) from pairs),
    'by_category', (select coalesce(jsonb_agg(jsonb_build_object('category', category, 'rewards', rewards,
        'reward', private.estimate(n, mean, spread)) order by rewards desc, category), '[]')
      from (select category, sum(m)::bigint as rewards, count(*) as n, avg(mean) as mean,
        private.spread(stddev_samp(mean)) as spread from unit group by category) b),
    'by_feedback_type', (select coalesce(jsonb_agg(jsonb_build_object('feedback_type', feedback_type, 'rewards', rewards,
        'mean', mean) order by rewards desc, feedback_type), '[]')
      from (select feedback_type, count(*) as rewards, avg(score) as mean from w group by feedback_type) t),
    'trend', (select coalesce(jsonb_agg(jsonb_build_object('day', day, 'rewards', rewards, 'mean', mean) order by day), '[]')
      from (select (created_at at time zone 'UTC')::date as day, count(*) as rewards, avg(score) as mean
        from w group by 1) d))
$$;

-- The same with the checkpoint, and how far the measured mean is from what training recorded.
create function private.evidence(c public.checkpoints) returns jsonb
language sql stable set search_path = ''
as $$
  select e || jsonb_build_object('checkpoint', to_jsonb(c),
    'recorded_difference', (e #>> '{summary,reward,mean}')::double precision - c.avg_reward)
  from (select private.evidence(c.id, c.version) as e) o
$$;

-- Images that both answered: the mean of each, and of the answers the one that was scored most often.
create function private.shared_images(first public.checkpoints, second public.checkpoints)
returns table (image_id uuid, first_mean double precision, first_response uuid,
  second_mean double precision, second_response uuid)
language sql stable set search_path = '' rows 1000
as $$
  with side as (
    select u.which, u.image_id, avg(u.mean) as mean,
      (array_agg(u.response_id order by u.n desc, u.response_id))[1] as response
    from (
      select 1 as which, w.image_id, w.response_id, avg(w.score) as mean, count(*) as n
        from private.rewards_of(first.id, first.version) w where w.image_id is not null group by 2, 3
      union all
      select 2, w.image_id, w.response_id, avg(w.score), count(*)
        from private.rewards_of(second.id, second.version) w where w.image_id is not null group by 2, 3) u
    group by u.which, u.image_id
  )
  select a.image_id, a.mean, a.response, b.mean, b.response
  from side a join side b on b.image_id = a.image_id and b.which = 2
  where a.which = 1
$$;

create function private.comparison(first public.checkpoints, second public.checkpoints, images integer) returns jsonb
language sql stable set search_path = ''
as $$
  with shared as materialized (select * from private.shared_images(first, second)),
  sides as materialized (select private.evidence(first) as a, private.evidence(second) as b)
  select jsonb_build_object(
    'first', a, 'second', b,
    'difference', private.difference_of(a #> '{summary,reward}', b #> '{summary,reward}'),
    -- Each image against itself: what differs between images falls out.
    'paired', (select private.estimate(count(*), avg(s.first_mean - s.second_mean),
      private.spread(stddev_samp(s.first_mean - s.second_mean)), 2) from shared s),
    'by_category', (select coalesce(jsonb_agg(jsonb_build_object('category', coalesce(x ->> 'category', y ->> 'category'),
        'first', x -> 'reward', 'second', y -> 'reward',
        'difference', private.difference_of(x -> 'reward', y -> 'reward'))
        order by coalesce(x ->> 'category', y ->> 'category')), '[]')
      from jsonb_array_elements(a -> 'by_category') x
      full join jsonb_array_elements(b -> 'by_category') y on y ->> 'category' = x ->> 'category'),
    'images', (select coalesce(jsonb_agg(jsonb_build_object(
        'image', to_jsonb(i), 'difference', d.first_mean - d.second_mean,
        'first', jsonb_build_object('mean', d.first_mean, 'response', private.response_document(p)),
        'second', jsonb_build_object('mean', d.second_mean, 'response', private.response_document(q)))
        order by abs(d.first_mean - d.second_mean) desc, d.image_id), '[]')
      from (select * from shared s order by abs(s.first_mean - s.second_mean) desc, s.image_id limit images) d
      join public.images i on i.id = d.image_id
      join public.responses p on p.id = d.first_response
      join public.responses q on q.id = d.second_response))
  from sides
$$;

create function private.warning(code text, message text) returns jsonb
language sql immutable set search_path = ''
as $$ select jsonb_build_object('code', code, 'message', message) $$;

-- Guard rails: what speaks against making a checkpoint the active one, by the workspace's settings. Empty: nothing does.
create function private.activation_warnings(evidence jsonb, difference jsonb, against text) returns jsonb
language sql stable set search_path = ''
as $$
  select to_jsonb(array_remove(array[
    case when (evidence ->> 'rewards')::bigint < s.guard_rewards then private.warning('few_rewards',
      format('It has %s rewards; %s are asked for.', evidence ->> 'rewards', s.guard_rewards)) end,
    case when (evidence ->> 'reviewers')::bigint < s.guard_reviewers then private.warning('few_reviewers',
      format('%s people scored it; %s are asked for.', evidence ->> 'reviewers', s.guard_reviewers)) end,
    case when s.guard_lower_bound is not null and against is not null
        and coalesce((difference ->> 'low')::double precision < s.guard_lower_bound, true) then private.warning('maybe_worse',
      case when difference ->> 'low' is null then format('Its rewards do not suffice to compare it with %s.', against)
      else format('Its mean reward minus that of %s is at least %s (95 %% interval); at least %s is asked for.', against,
        round((difference ->> 'low')::numeric, 3), round(s.guard_lower_bound::numeric, 3)) end) end,
    case when s.guard_days is not null
        and coalesce((evidence ->> 'last_at')::timestamptz < now() - make_interval(days => s.guard_days), true)
      then private.warning('old_evidence', case when evidence ->> 'last_at' is null then 'Nobody has scored it.'
        else format('Its newest reward is from %s; one of the last %s days is asked for.',
          to_char((evidence ->> 'last_at')::timestamptz at time zone 'UTC', 'YYYY-MM-DD'), s.guard_days) end) end], null))
  from public.workspace_settings s
$$;

-- What activating a checkpoint means now: from which, to which, on what evidence, and what speaks against it. Kept with the
-- record of the activation.
create function private.activation_case(checkpoint uuid, version_of_it text, former public.checkpoints) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('checkpoint', a, 'previous', b, 'difference', difference,
    'warnings', private.activation_warnings(a, difference, former.version))
  from (select private.evidence(checkpoint, version_of_it) -> 'summary' as a,
      case when former.id is not null then private.evidence(former.id, former.version) -> 'summary' end as b) e,
    lateral (select private.difference_of(a -> 'reward', b -> 'reward') as difference) d
$$;

create function private.checkpoint(key uuid) returns public.checkpoints
language plpgsql stable set search_path = ''
as $$
declare
  found_row public.checkpoints;
begin
  select * into found_row from public.checkpoints c where c.id = key;
  if not found then
    perform private.fail(404, 'checkpoint_not_found', format('There is no checkpoint %s.', key));
  end if;
  return found_row;
end
$$;

create function desk.read_evidence(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  perform private.require_lead();
  return private.done(private.evidence(private.checkpoint(private.uuid_parameter(query, 'id', required => true))));
end
$$;

-- Without `with`, compares to the active one.
create function desk.read_comparison(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  second uuid := private.uuid_parameter(query, 'with');
begin
  perform private.require_lead();
  if second is null then
    select c.id into second from public.checkpoints c where c.is_active;
    if second is null then
      perform private.fail(404, 'none_active', 'No checkpoint is active yet: say with which one to compare.');
    end if;
  end if;
  return private.done(private.comparison(
    private.checkpoint(private.uuid_parameter(query, 'id', required => true)), private.checkpoint(second),
    private.whole_parameter(query, 'limit', 20, 0, 100)));
end
$$;

create function desk.read_activation_case(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  target public.checkpoints;
  former public.checkpoints;
begin
  perform private.require_lead();
  target := private.checkpoint(private.uuid_parameter(query, 'id', required => true));
  select * into former from public.checkpoints c where c.is_active and c.id <> target.id;
  return private.done(private.activation_case(target.id, target.version, former)
    || jsonb_build_object('to', to_jsonb(target), 'from', case when former.id is not null then to_jsonb(former) end));
end
$$;
