-- Reading what callers send. Every reader ends with a 400 that names the field; none lets a bad value reach a cast.

create function private.bad(field text, what text) returns void
language plpgsql volatile set search_path = ''
as $$
begin
  perform private.fail(400, 'invalid_' || field, format('%s %s', field, what), jsonb_build_object('field', field));
end
$$;

-- Whether a document can be handed on to any reader: not deeper than 100 levels, and no number that others cannot hold
-- (a double), which may be short to write and endless to print, as 1e100000 is.
create function private.is_tame(document jsonb) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  return not jsonb_path_exists(document, 'strict $.**{101}')
    and not exists (
      select from jsonb_path_query(document, 'strict $.** ? (@.type() == "number")') n
      where case
        when abs(n::numeric) > 1.7e308 or (abs(n::numeric) < 4e-324 and n::numeric <> 0) then true
        else length(n::text) > 400 end);
end
$$;

-- The body as an object that has no field but the allowed ones.
create function private.only_fields(body jsonb, allowed text[]) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  stranger text;
begin
  if body is null or jsonb_typeof(body) <> 'object' then
    perform private.fail(400, 'invalid_body', 'The body must be a JSON object.');
  end if;
  select k into stranger from jsonb_object_keys(body) k where k <> all (allowed) order by k limit 1;
  if found then
    perform private.fail(400, 'unknown_field',
      format('%s is not a field that can be set here; the fields are %s.',
        left(stranger, 100), array_to_string(allowed, ', ')),
      jsonb_build_object('field', left(stranger, 100)));
  end if;
  return body;
end
$$;

create function private.object_body(body jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  if body is null or jsonb_typeof(body) <> 'object' then
    perform private.fail(400, 'invalid_body', 'The body must be a JSON object.');
  end if;
  return body;
end
$$;

-- A JSON null counts as absent.
create function private.has(body jsonb, field text) returns boolean
language plpgsql immutable set search_path = ''
as $$
begin
  return coalesce(jsonb_typeof(body -> field), 'null') <> 'null';
end
$$;

create function private.text_field(body jsonb, field text, longest integer, required boolean default false) returns text
language plpgsql stable set search_path = ''
as $$
declare
  value text;
begin
  if not private.has(body, field) then
    if required then
      perform private.bad(field, 'is required.');
    end if;
    return null;
  end if;
  if jsonb_typeof(body -> field) <> 'string' then
    perform private.bad(field, 'must be text.');
  end if;
  value := body ->> field;
  if required and btrim(value, E' \t\r\n') = '' then
    perform private.bad(field, 'must not be empty.');
  end if;
  if length(value) > longest then
    perform private.bad(field, format('must have at most %s characters, not %s.', longest, length(value)));
  end if;
  return value;
end
$$;

-- The field's value; null where it is absent.
create function private.typed_field(body jsonb, field text, type text, must text) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  if not private.has(body, field) then
    return null;
  end if;
  if jsonb_typeof(body -> field) <> type then
    perform private.bad(field, must);
  end if;
  return body -> field;
end
$$;

-- A number of the right type that is too small or too large has a code of its own.
create function private.number_within(body jsonb, field text, lowest numeric, highest numeric, must text) returns numeric
language plpgsql stable set search_path = ''
as $$
declare
  value numeric := private.typed_field(body, field, 'number', must)::numeric;
begin
  if value < lowest or value > highest then
    perform private.fail(400, field || '_out_of_range', format('%s %s', field, must), jsonb_build_object('field', field));
  end if;
  return value;
end
$$;

create function private.number_field(body jsonb, field text, lowest numeric, highest numeric) returns double precision
language plpgsql stable set search_path = ''
as $$
declare
  value numeric := private.number_within(body, field, lowest, highest,
    format('must be a number from %s to %s.', lowest, highest));
begin
  -- Too near to zero for a double is zero.
  return case when abs(value) < 1e-300 then 0 else value::double precision end;
end
$$;

create function private.integer_field(body jsonb, field text, lowest integer, highest integer) returns integer
language plpgsql stable set search_path = ''
as $$
declare
  must text := format('must be a whole number from %s to %s.', lowest, highest);
  value numeric := private.number_within(body, field, lowest, highest, must);
begin
  if value <> trunc(value) then
    perform private.bad(field, must);
  end if;
  return value::integer;
end
$$;

create function private.boolean_field(body jsonb, field text) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  return private.typed_field(body, field, 'boolean', 'must be true or false.')::boolean;
end
$$;

create function private.object_field(body jsonb, field text) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  value jsonb := private.typed_field(body, field, 'object', 'must be a JSON object.');
begin
  if length(value::text) > 1000000 then
    perform private.bad(field, 'must have at most 1000000 characters.');
  end if;
  return value;
end
$$;

create function private.is_uuid(value text) returns boolean
language plpgsql immutable set search_path = ''
as $$
begin
  return value ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
end
$$;

create function private.uuid_field(body jsonb, field text, required boolean default false) returns uuid
language plpgsql stable set search_path = ''
as $$
declare
  value text := private.text_field(body, field, 100, required);
begin
  if value is not null and not private.is_uuid(value) then
    perform private.bad(field, 'must be a UUID.');
  end if;
  return value::uuid;
end
$$;

create function private.uuids_field(body jsonb, field text, most integer) returns uuid[]
language plpgsql stable set search_path = ''
as $$
begin
  if jsonb_typeof(body -> field) is distinct from 'array' then
    perform private.bad(field, 'must be a list of UUIDs.');
  end if;
  if jsonb_array_length(body -> field) > most then
    perform private.bad(field, format('must have at most %s entries.', most));
  end if;
  if exists (select from jsonb_array_elements(body -> field) e
             where jsonb_typeof(e) <> 'string' or not private.is_uuid(e #>> '{}')) then
    perform private.bad(field, 'must be a list of UUIDs.');
  end if;
  return array(select e::uuid from jsonb_array_elements_text(body -> field) e);
end
$$;

create function private.tags_field(body jsonb, field text) returns text[]
language plpgsql stable set search_path = ''
as $$
begin
  if not private.has(body, field) then
    return null;
  end if;
  if jsonb_typeof(body -> field) <> 'array' or exists (
    select from jsonb_array_elements(body -> field) e
    where jsonb_typeof(e) <> 'string' or length(e #>> '{}') not between 1 and 100) then
    perform private.bad(field, 'must be a list of texts of 1 to 100 characters.');
  end if;
  if jsonb_array_length(body -> field) > 50 then
    perform private.bad(field, 'must have at most 50 entries.');
  end if;
  return array(select jsonb_array_elements_text(body -> field));
end
$$;

-- Query parameters are texts.

create function private.whole_parameter(query jsonb, name text, default_value integer, lowest integer, highest integer)
  returns integer
language plpgsql stable set search_path = ''
as $$
declare
  value text := query ->> name;
begin
  if value is null then
    return default_value;
  end if;
  if value !~ '^[0-9]{1,100}$' or value::numeric < lowest then
    perform private.bad(name, format('must be a whole number of at least %s.', lowest));
  end if;
  return least(value::numeric, highest);
end
$$;

-- The revision that the caller says it has seen, from If-Match; null where it says nothing.
create function private.revision_seen(headers jsonb) returns integer
language plpgsql stable set search_path = ''
as $$
declare
  seen text := btrim(headers ->> 'if-match', ' "');
begin
  if seen !~ '^[0-9]{1,9}$' then
    perform private.bad('if_match', 'must be a revision number.');
  end if;
  return seen::integer;
end
$$;

create function private.number_parameter(query jsonb, name text) returns double precision
language plpgsql stable set search_path = ''
as $$
declare
  value text := query ->> name;
begin
  if value is null then
    return null;
  end if;
  if value !~ '^[+-]?([0-9]{1,9}(\.[0-9]{0,17})?|\.[0-9]{1,17})([eE][+-]?[0-9]{1,2})?$' then
    perform private.bad(name, 'must be a number.');
  end if;
  return value::double precision;
end
$$;

create function private.uuid_parameter(query jsonb, name text, required boolean default false) returns uuid
language plpgsql stable set search_path = ''
as $$
declare
  value text := query ->> name;
begin
  if value is null then
    if required then
      perform private.bad(name, 'is required as a query parameter.');
    end if;
    return null;
  end if;
  if not private.is_uuid(value) then
    perform private.bad(name, 'must be a UUID.');
  end if;
  return value::uuid;
end
$$;

-- A time without a zone is UTC, as desk.call sets it.
create function private.time_of(value text, name text) returns timestamptz
language plpgsql stable strict set search_path = ''
as $$
begin
  if value !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?$' then
    perform private.bad(name, 'must be a time such as 2026-11-22T09:00:00Z.');
  end if;
  begin
    return value::timestamptz;
  exception when data_exception then
    perform private.bad(name, 'is no time that exists.');
  end;
  return null;
end
$$;

create function private.time_parameter(query jsonb, name text) returns timestamptz
language sql stable set search_path = ''
as $$ select private.time_of(query ->> name, name) $$;

create function private.time_field(body jsonb, field text, required boolean default false) returns timestamptz
language sql stable set search_path = ''
as $$ select private.time_of(private.text_field(body, field, 40, required), field) $$;

-- Where a page starts and ends: limit and offset, or the place (time and id) of the last row seen.
create type private.page as (size integer, skip integer, before_at timestamptz, before_id uuid);

create function private.page_of(query jsonb, default_size integer) returns private.page
language plpgsql stable set search_path = ''
as $$
declare
  p private.page;
  parts text[];
begin
  p.size := private.whole_parameter(query, 'limit', default_size, 0, 1000);
  p.skip := private.whole_parameter(query, 'offset', 0, 0, 999999999);
  if query ->> 'cursor' is not null then
    parts := regexp_match(query ->> 'cursor', '^(-?[0-9]{1,17})_([0-9a-f-]{36})$');
    if parts is null or not private.is_uuid(parts[2]) then
      perform private.bad('cursor', 'must be a next_cursor that a list has given.');
    end if;
    p.before_at := 'epoch'::timestamptz + (parts[1]::bigint / 1000000) * interval '1 second'
      + (parts[1]::bigint % 1000000) * interval '1 microsecond';
    p.before_id := parts[2]::uuid;
  end if;
  return p;
end
$$;

-- The same for records, which are numbered: their cursor is the number of the last row seen.
create type private.record_page as (size integer, skip integer, before_id bigint);

create function private.record_page_of(query jsonb) returns private.record_page
language plpgsql stable set search_path = ''
as $$
begin
  if query ->> 'cursor' !~ '^[0-9]{1,18}$' then
    perform private.bad('cursor', 'must be a next_cursor that a list has given.');
  end if;
  return (private.whole_parameter(query, 'limit', 50, 0, 1000), private.whole_parameter(query, 'offset', 0, 0, 999999999),
    (query ->> 'cursor')::bigint);
end
$$;

create function private.cursor_of(at timestamptz, id uuid) returns text
language plpgsql stable set search_path = ''
as $$
begin
  return (extract(epoch from at) * 1000000)::bigint || '_' || id;
end
$$;

-- A substring search in which % and _ mean themselves.
create function private.like_pattern(words text) returns text
language sql immutable set search_path = ''
as $$ select '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;

-- Trigrams find words with three letters or digits of ASCII in a row: on a database with the locale C no others have any.
create function private.has_trigram(words text) returns boolean
language sql immutable set search_path = ''
as $$ select words ~ '[A-Za-z0-9]{3}' $$;

-- Every letter of a text, and every two that follow each other, as numbers: what is found by an index where trigrams find
-- nothing, as in words of one or two letters and in Japanese. Its cost makes the planner prefer that index to looking at each row.
create function private.letters_in(words text) returns bigint[]
language plpgsql immutable parallel safe cost 10000 set search_path = ''
as $$
declare
  letters text[] := string_to_array(lower(words), null);
begin
  return array(select ascii(l.one)::bigint from unnest(letters) l (one)
    union select ascii(p.one)::bigint << 21 | ascii(p.next) from unnest(letters, letters[2:]) p (one, next)
      where p.next is not null);
end
$$;

create index responses_letters on public.responses using gin (private.letters_in(prompt || E'\n' || response_text));
create index rewards_letters on public.rewards using gin (private.letters_in(comment)) where comment is not null;

-- What of these a text must have that has the words: the pairs, which are rarer than the letters.
create function private.letters_sought(words text) returns bigint[]
language sql immutable set search_path = ''
as $$
  select array_agg(k) from unnest(private.letters_in(words)) k where k >= 1 << 21 or length(lower(words)) = 1
$$;

-- The percentage of a table's pages on which there are some two thousand rows.
create function private.sample_of(named regclass) returns real
language sql stable set search_path = ''
as $$
  select least(100, 200000 / greatest(c.reltuples, 1))::real from pg_catalog.pg_class c where c.oid = named
$$;

-- The text of a field where it is one that fits, for data that is a courtesy and never an error.
create function private.text_if_fit(document jsonb, field text, longest integer) returns text
language plpgsql immutable set search_path = ''
as $$
begin
  return case when jsonb_typeof(document -> field) = 'string' and length(document ->> field) between 1 and longest
    then document ->> field end;
end
$$;
