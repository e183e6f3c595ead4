-- Estimating a mean from a sample, and comparing two: Student's t. PostgreSQL has neither its distribution nor the functions
-- that it is made of.

-- ln(gamma(x)) for x > 0: Stirling's series (DLMF 5.11.1) from 10 on, reached by the recurrence (DLMF 5.5.1).
create function private.log_gamma(x double precision) returns double precision
language plpgsql immutable strict set search_path = ''
as $$
declare
  z double precision := x;
  shift double precision := 0;
begin
  while z < 10 loop
    shift := shift + ln(z);
    z := z + 1;
  end loop;
  return (z - 0.5) * ln(z) - z + 0.5 * ln(2 * pi())
    + 1 / (12 * z) - 1 / (360 * z ^ 3) + 1 / (1260 * z ^ 5) - 1 / (1680 * z ^ 7) - shift;
end
$$;

-- The regularized incomplete beta function I_x(a, b) for a, b > 0 and x in [0, 1]: its continued fraction (DLMF 8.17.22)
-- by the modified method of Lentz. It takes some sqrt(max(a, b)) steps.
create function private.beta_share(x double precision, a double precision, b double precision) returns double precision
language plpgsql immutable strict set search_path = ''
as $$
declare
  term double precision;
  c double precision := 1;
  d double precision;
  fraction double precision;
  m integer;
  size double precision;
begin
  if x <= 0 or x >= 1 then
    return case when x <= 0 then 0 else 1 end;
  end if;
  -- The fraction converges fast on this side alone; DLMF 8.17.4 leads there.
  if x > (a + 1) / (a + b + 2) then
    return 1 - private.beta_share(1 - x, b, a);
  end if;
  d := 1 / (1 - (a + b) * x / (a + 1));
  fraction := d;
  for n in 2 .. 20000 loop
    m := n / 2;
    term := case when n % 2 = 0
      then m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      else -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)) end;
    d := 1 / (1 + term * d);
    c := 1 + term / c;
    fraction := fraction * c * d;
    exit when abs(c * d - 1) < 1e-15;
  end loop;
  size := private.log_gamma(a + b) - private.log_gamma(a) - private.log_gamma(b) + a * ln(x) + b * ln(1 - x);
  -- PostgreSQL raises an error where a double would become 0.
  return case when size < -700 then 0 else fraction * exp(size) / a end;
end
$$;

-- P(T <= t) of Student's t with `freedom` > 0 degrees (Abramowitz and Stegun 26.7.1). Beyond a million it is the normal
-- distribution to six places, and is taken as if it were a million.
create function private.student_cdf(t double precision, freedom double precision) returns double precision
language sql immutable strict set search_path = ''
as $$
  select case when t >= 0 then 1 - tail else tail end
  from (select least(freedom, 1e6) as v) f,
    lateral (select private.beta_share(f.v / (f.v + t * t), f.v / 2, 0.5) / 2 as tail) b
$$;

-- The t that 97.5 % of Student's t lie below: half the width of a 95 % interval, in standard errors. By Newton's method from
-- the normal distribution's 1.96, from where it only climbs, the distribution being concave there.
create function private.student_bound(freedom double precision) returns double precision
language plpgsql immutable strict set search_path = ''
as $$
declare
  v double precision := least(freedom, 1e6);
  height double precision := exp(private.log_gamma((v + 1) / 2) - private.log_gamma(v / 2)) / sqrt(v * pi());
  t double precision := 1.959963984540054;
  step double precision;
begin
  for i in 1 .. 100 loop
    step := (0.975 - private.student_cdf(t, v)) / (height * (1 + t * t / v) ^ (-(v + 1) / 2));
    t := t + step;
    exit when abs(step) < 1e-9 * t;
  end loop;
  return t;
end
$$;

-- A standard deviation that is rounding alone is none.
create function private.spread(deviation double precision) returns double precision
language sql immutable set search_path = ''
as $$ select case when deviation < 1e-9 then 0 else deviation end $$;

-- What is known of a mean from `n` independent values from -reach to reach: the mean and, where values differ and there are
-- two or more, the 95 % interval of Student's t, cut to where values can be.
create function private.estimate(n bigint, mean double precision, spread double precision, reach integer default 1)
returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object('n', n, 'mean', mean, 'standard_deviation', spread,
    'low', case when spread > 0 then greatest(-reach, mean - half) end,
    'high', case when spread > 0 then least(reach, mean + half) end)
  from (select case when spread > 0 then private.student_bound(n - 1) * spread / sqrt(n) end as half) b
$$;

-- The difference of two means, first minus second (Welch 1947): its 95 % interval, and how likely the first is the better
-- one, which is one minus the one-sided p-value. Null where the values do not differ enough to tell.
create function private.difference(n1 bigint, mean1 double precision, spread1 double precision,
  n2 bigint, mean2 double precision, spread2 double precision) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object('mean', mean1 - mean2,
    'low', case when half is not null then greatest(-2, mean1 - mean2 - half) end,
    'high', case when half is not null then least(2, mean1 - mean2 + half) end,
    'probability_better', private.student_cdf((mean1 - mean2) / error, freedom))
  from (select spread1 ^ 2 / n1 as v1, spread2 ^ 2 / n2 as v2) v,
    lateral (select case when n1 > 1 and n2 > 1 and v1 + v2 > 0 then sqrt(v1 + v2) end as error) e,
    lateral (select case when error > 0
      then (v1 + v2) ^ 2 / (v1 ^ 2 / (n1 - 1) + v2 ^ 2 / (n2 - 1)) end as freedom) f,
    lateral (select private.student_bound(freedom) * error as half) h
$$;

-- The same for two estimates.
create function private.difference_of(first jsonb, second jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  select private.difference(
    (first ->> 'n')::bigint, (first ->> 'mean')::double precision, (first ->> 'standard_deviation')::double precision,
    (second ->> 'n')::bigint, (second ->> 'mean')::double precision, (second ->> 'standard_deviation')::double precision)
$$;
