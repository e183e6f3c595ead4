-- Evidence: what people's rewards say about a checkpoint. Computed as the caller, and an annotator sees only own rewards: so
-- every operation here asks for a lead, that nobody takes a part for the whole.

-- The rewards are those that people gave to what this checkpoint answered: responses that name it, and those that name none but whose
-- model is its version. The category is empty where there is no image. All is read from the tallies.

-- What is known of a mean from the number of values, their sum and that of their squares.
create function private.estimate_of(n bigint, total numeric, squares numeric) returns jsonb
language sql immutable set search_path = ''
as $$
  select private.estimate(n, (total / nullif(n, 0))::double precision, case when n > 1
    then private.spread(sqrt(greatest(0, (squares - total * total / n) / (n - 1)))::double precision) end)
$$;

-- The values at two places, counted from 0 in the order of size: seconds spent on rewards. The right second is found first, then the
-- values within it alone.
create function private.middle_seconds(producers uuid[]) returns double precision
language sql stable set search_path = ''
as $$
  with seconds as materialized (
    select t.place, t.rewards, sum(t.rewards) over (order by t.place) as upto from private.tallied(producers, array['second']) t
  ), middle as (
    select (max(s.upto)::bigint - 1) / 2 as low, max(s.upto)::bigint / 2 as high from seconds s
  ), bounds as (
    select (select s.place from seconds s where s.upto > m.low order by s.place limit 1) as first,
      (select s.place from seconds s where s.upto > m.high order by s.place limit 1) as last from middle m
  ), exact as (
    select t.place, sum(sum(t.rewards)) over (order by t.place)
      + coalesce((select max(s.upto) from seconds s where s.place < b.first), 0) as upto
    from bounds b, lateral (
      select k.place, k.rewards from private.tallies k
        where k.producer = any (producers) and k.facet = 'seconds' and k.place >= b.first and k.place < b.last + 1
      union all
      select a.place, a.rewards from private.tally_changes a
        where a.producer = any (producers) and a.facet = 'seconds' and a.place >= b.first and a.place < b.last + 1) t
    group by t.place, b.first
  )
  select ((select min(e.place) from exact e where e.upto > m.low) + (select min(e.place) from exact e where e.upto > m.high)) / 2
  from middle m
$$;

-- The figures that fit on a line. A response scored by several counts once, with its mean: the scores of one response are not
-- independent of each other, and the interval would be too narrow.
create function private.evidence_summary(c public.checkpoints) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
      'rewards', coalesce(sum(t.rewards) filter (where t.facet = 'category'), 0),
      'responses', coalesce(sum(t.responses) filter (where t.facet = 'category'), 0),
      'reviewers', count(*) filter (where t.facet = 'reviewer'),
      'reward', private.estimate_of(coalesce(sum(t.responses) filter (where t.facet = 'category'), 0)::bigint,
        sum(t.total) filter (where t.facet = 'category'), sum(t.squares) filter (where t.facet = 'category')),
      'positive', coalesce(sum(t.rewards) filter (where t.facet = 'step' and t.name = '1'), 0),
      'neutral', coalesce(sum(t.rewards) filter (where t.facet = 'step' and t.name = '0'), 0),
      'negative', coalesce(sum(t.rewards) filter (where t.facet = 'step' and t.name = '-1'), 0),
      'median_seconds', private.middle_seconds(private.producers_of(c)),
      'first_at', (select min(f.at) from unnest(private.producers_of(c)) p,
        lateral (select min(s.first_at) as at from private.scored_responses s where s.producer = p) f),
      'last_at', (select max(l.at) from unnest(private.producers_of(c)) p,
        lateral (select max(s.last_at) as at from private.scored_responses s where s.producer = p) l))
  from private.tallied(private.producers_of(c), array['category', 'reviewer', 'step']) t
$$;

-- All figures. The distribution is how many scores lie in each of 41 steps of 0.05 around -1.0, -0.95 … 1.0, in that order.
-- Agreement is Krippendorff's alpha for interval data (Krippendorff 2004, ch. 11): 1 where all agree, 0 what chance gives,
-- null where no two people scored the same response or all gave the same; sums over pairs come from sums of squares.
create function private.evidence(c public.checkpoints) returns jsonb
language sql stable set search_path = ''
as $$
  with s as materialized (
    select private.evidence_summary(c) as summary
  ), t as materialized (
    select * from private.tallied(private.producers_of(c), array['category', 'shared', 'type', 'day', 'step'])
  ), pairs as (
    select coalesce(sum(responses), 0) as units, sum(rewards) as n, sum(inside) as inside,
      2 * (sum(rewards) * sum(squares) - sum(total) ^ 2) as across
    from t where facet = 'shared'
  )
  select jsonb_build_object(
    'checkpoint', to_jsonb(c),
    'summary', summary,
    'recorded_difference', (summary -> 'reward' ->> 'mean')::double precision - c.avg_reward,
    'distribution', (select jsonb_agg(coalesce(b.n, 0) order by step)
      from generate_series(-20, 20) step
      left join (select place, sum(rewards) as n from t where facet = 'step' group by 1) b on b.place = step),
    'agreement', (select jsonb_build_object('responses', units,
      'alpha', case when across > 0 then (1 - (inside / n) / (across / (n * (n - 1))))::double precision end) from pairs),
    'by_category', (select coalesce(jsonb_agg(jsonb_build_object('category', name, 'rewards', rewards,
        'reward', private.estimate_of(responses, total, squares)) order by rewards desc, name), '[]')
      from t where facet = 'category'),
    'by_feedback_type', (select coalesce(jsonb_agg(jsonb_build_object('feedback_type', nullif(name, ''), 'rewards', rewards,
        'mean', (total / rewards)::double precision) order by rewards desc, nullif(name, '')), '[]')
      from t where facet = 'type'),
    'trend', (select coalesce(jsonb_agg(jsonb_build_object('day', date '1970-01-01' + place::integer, 'rewards', rewards,
        'mean', (total / rewards)::double precision) order by place), '[]')
      from t where facet = 'day'))
  from s
$$;

-- The mean of each of these images that was answered; of every image where none are named.
create function private.image_means(producers uuid[], images uuid[]) returns table (image_id uuid, mean double precision)
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan
as $$
begin
  return query
    select t.image, sum(t.total) / sum(t.responses) * 1e-12
    from (
      select k.image_id, k.responses::double precision, k.total::double precision
        from private.image_tallies k where k.producer = any (producers) and (images is null or k.image_id = any (images))
      union all
      select a.name::uuid, a.responses, a.total * 1e12
        from private.tally_changes a where a.producer = any (producers) and a.facet = 'image'
          and (images is null or a.name::uuid = any (images))
    ) t (image, responses, total)
    group by 1 having sum(t.responses) > 0;
end
$$;

-- The one of these with images, null where there are several.
create function private.only_one_with_images(producers uuid[]) returns uuid
language sql stable set search_path = ''
as $$
  select case when count(*) <= 1 then coalesce((array_agg(p))[1], producers[1]) end from unnest(producers) p
  where exists (select from private.image_tallies k where k.producer = p)
$$;

create type private.image_pair as (image_id uuid, first_mean double precision, second_mean double precision);

-- Images that both answered, and what each had of them: how many, the mean and spread of the differences, and those where they
-- differ most. Where each is one producer, which is nearly always, two indexes in the same order are read side by side; hashing
-- a hundred thousand images takes three times as long. Images with something still to be folded are looked at apart.
create function private.paired(first uuid[], second uuid[], most integer, out n bigint, out mean double precision,
  out spread double precision, out images private.image_pair[])
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan set work_mem = '32MB' set enable_hashjoin = off
  set enable_seqscan = off
as $$
declare
  one uuid := private.only_one_with_images(first);
  other uuid := private.only_one_with_images(second);
  apart uuid[] := case when one is not null and other is not null then array(
    select distinct a.name::uuid from private.tally_changes a where a.producer = any (first || second) and a.facet = 'image') end;
begin
  -- In 10^-12, as it is kept.
  with shared as materialized (
    select a.image_id, a.total::double precision / a.responses as x, b.total::double precision / b.responses as y
    from private.image_tallies a join private.image_tallies b on b.image_id = a.image_id
    where apart is not null and a.producer = one and b.producer = other and a.responses > 0 and b.responses > 0
      and a.image_id <> all (apart)
    union all
    select a.image_id, a.mean * 1e12, b.mean * 1e12
    from private.image_means(first, apart) a join private.image_means(second, apart) b on b.image_id = a.image_id
    where apart is null or cardinality(apart) > 0
  )
  select count(*), avg(s.x - s.y) * 1e-12, private.spread(stddev_samp(s.x - s.y) * 1e-12),
    array(select (d.image_id, d.x * 1e-12, d.y * 1e-12)::private.image_pair
      from (select * from shared t order by abs(t.x - t.y) desc, t.image_id limit most) d)
  into n, mean, spread, images from shared s;
end
$$;

-- Of the answers to each of these images the one that was scored most often. All at once: who is asking is looked up once.
create function private.answers_to(images uuid[], producers uuid[]) returns table (image_id uuid, response jsonb)
language sql stable set search_path = ''
as $$
  with best as materialized (
    select i.image_id, (
      select s.response_id from private.scored_responses s
      where s.producer = any (producers) and s.image_id = i.image_id and s.rewards > 0
      order by s.rewards desc, s.response_id limit 1) as response_id
    from unnest(images) i (image_id)
  )
  select b.image_id, private.response_document(r) from best b join public.responses r on r.id = b.response_id
$$;

create function private.comparison(first public.checkpoints, second public.checkpoints, images integer) returns jsonb
language sql stable set search_path = ''
as $$
  with sides as materialized (
    select private.evidence(first) as a, private.evidence(second) as b, private.producers_of(first) as ours, private.producers_of(second) as theirs
  ), paired as materialized (
    select p.* from sides s, private.paired(s.ours, s.theirs, images) p
  ), differing as materialized (
    select d.*, x.response as first_response, y.response as second_response
    from sides s, paired p, lateral (select array(select i.image_id from unnest(p.images) i) as ids) i,
      unnest(p.images) d, private.answers_to(i.ids, s.ours) x, private.answers_to(i.ids, s.theirs) y
    where x.image_id = d.image_id and y.image_id = d.image_id
  )
  select jsonb_build_object(
    'first', a, 'second', b,
    'difference', private.difference_of(a #> '{summary,reward}', b #> '{summary,reward}'),
    -- Each image against itself: what differs between images falls out.
    'paired', (select private.estimate(p.n, p.mean, p.spread, 2) from paired p),
    'by_category', (select coalesce(jsonb_agg(jsonb_build_object('category', coalesce(x ->> 'category', y ->> 'category'),
        'first', x -> 'reward', 'second', y -> 'reward',
        'difference', private.difference_of(x -> 'reward', y -> 'reward'))
        order by coalesce(x ->> 'category', y ->> 'category')), '[]')
      from jsonb_array_elements(a -> 'by_category') x
      full join jsonb_array_elements(b -> 'by_category') y on y ->> 'category' = x ->> 'category'),
    'images', (select coalesce(jsonb_agg(jsonb_build_object(
        'image', to_jsonb(i), 'difference', d.first_mean - d.second_mean,
        'first', jsonb_build_object('mean', d.first_mean, 'response', first_response),
        'second', jsonb_build_object('mean', d.second_mean, 'response', second_response))
        order by abs(d.first_mean - d.second_mean) desc, d.image_id), '[]')
      from differing d join public.images i on i.id = d.image_id))
  from sides
$$;

create function private.counted(n bigint, one text, several text) returns text
language sql immutable set search_path = ''
as $$ select format('%s %s', n, case when n = 1 then one else several end) $$;

-- With a minus sign and not a hyphen, for people.
create function private.figure(value double precision) returns text
language sql immutable set search_path = ''
as $$ select translate(round(value::numeric, 3)::text, '-', '−') $$;

create function private.warning(code text, message text) returns jsonb
language sql immutable set search_path = ''
as $$ select jsonb_build_object('code', code, 'message', message) $$;

-- Guard rails: what speaks against making a checkpoint the active one, by the workspace's settings. Empty: nothing does.
create function private.activation_warnings(evidence jsonb, difference jsonb, against text) returns jsonb
language sql stable set search_path = ''
as $$
  select to_jsonb(array_remove(array[
    case when (evidence ->> 'rewards')::bigint < s.guard_rewards then private.warning('few_rewards',
      format('It has %s; at least %s asked for.',
        private.counted((evidence ->> 'rewards')::bigint, 'reward', 'rewards'),
        private.counted(s.guard_rewards, 'is', 'are'))) end,
    case when (evidence ->> 'reviewers')::bigint < s.guard_reviewers then private.warning('few_reviewers',
      format('%s scored it; at least %s asked for.',
        private.counted((evidence ->> 'reviewers')::bigint, 'person', 'people'),
        private.counted(s.guard_reviewers, 'is', 'are'))) end,
    case when s.guard_lower_bound is not null and against is not null
        and coalesce((difference ->> 'low')::double precision < s.guard_lower_bound, true) then private.warning('maybe_worse',
      case when difference ->> 'low' is null then format('Its rewards do not suffice to compare it with %s.', against)
      else format('Its mean reward minus that of %s is at least %s (95 %% interval); at least %s is asked for.', against,
        private.figure((difference ->> 'low')::double precision), private.figure(s.guard_lower_bound)) end) end,
    case when s.guard_days is not null
        and coalesce((evidence ->> 'last_at')::timestamptz < now() - make_interval(days => s.guard_days), true)
      then private.warning('old_evidence', case when evidence ->> 'last_at' is null then 'Nobody has scored it.'
        else format('Its newest reward is from %s; one from at most %s ago is asked for.',
          to_char((evidence ->> 'last_at')::timestamptz at time zone 'UTC', 'YYYY-MM-DD'),
          private.counted(s.guard_days, 'day', 'days')) end) end], null))
  from public.workspace_settings s
$$;

-- What activating a checkpoint means now: from which, to which, on what evidence, and what speaks against it. Kept with the
-- record of the activation.
create function private.activation_case(target public.checkpoints, former public.checkpoints) returns jsonb
language sql stable set search_path = ''
as $$
  with e as materialized (
    select private.evidence_summary(target) as a, case when former.id is not null then private.evidence_summary(former) end as b
  ), d as materialized (
    select private.difference_of(a -> 'reward', b -> 'reward') as difference from e
  )
  select jsonb_build_object('checkpoint', a, 'previous', b, 'difference', difference,
    'warnings', private.activation_warnings(a, difference, former.version))
  from e, d
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
  return private.done(private.activation_case(target, former)
    || jsonb_build_object('to', to_jsonb(target), 'from', case when former.id is not null then to_jsonb(former) end));
end
$$;
