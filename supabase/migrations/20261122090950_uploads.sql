-- Uploads: what an image's row says, and how its row and its object come to be there both or neither.

-- The URL is made of the base URL that the mouth is reached at and never stored: a local workspace moves from port to port.
create function private.upload_answer(i public.images, duplicate boolean, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return jsonb_build_object('success', true,
    'url', coalesce(headers ->> 'base-url', '') || '/storage/v1/object/authenticated/scraped-images/' || i.storage_path,
    'path', i.storage_path, 'imageId', i.id, 'dbStatus', 'success', 'size', i.size_bytes, 'contentType', i.content_type,
    'duplicate', duplicate);
end
$$;

-- A name that is one step of a path and nothing else.
create function private.is_plain_name(value text) returns boolean
language plpgsql immutable set search_path = ''
as $$
begin
  return value !~ '[/\\[:cntrl:]]' and value not like '%..%' and value <> '.';
end
$$;

-- The known keys of an image's metadata, where their values fit their columns. What does not fit is no error: it stays in
-- the metadata as what it is.
create function private.lifted_metadata(meta jsonb) returns jsonb
language plpgsql immutable set search_path = ''
as $$
begin
  return jsonb_strip_nulls(jsonb_build_object(
    'category', case when private.is_plain_name(meta ->> 'category') then private.text_if_fit(meta, 'category', 100) end,
    'session_id', private.text_if_fit(meta, 'session_id', 200),
    'source_url', private.text_if_fit(meta, 'source_url', 4000),
    'page_url', private.text_if_fit(meta, 'page_url', 4000),
    'page_title', private.text_if_fit(meta, 'page_title', 2000),
    'alt_text', private.text_if_fit(meta, 'alt_text', 10000),
    'quality_score', case
      when jsonb_typeof(meta -> 'quality_score') = 'number' and (meta ->> 'quality_score')::numeric between 0 and 1
      then meta -> 'quality_score' end));
end
$$;

-- The image that an upload tells of: `file` holds what the mouth measured of the bytes, `fields` what the caller wrote.
create function private.told_image(body jsonb) returns public.images
language plpgsql stable set search_path = ''
as $$
declare
  file jsonb := body -> 'file';
  fields jsonb := coalesce(body -> 'fields', '{}');
  meta jsonb := '{}';
  lifted jsonb;
  told public.images;
begin
  told.user_id := coalesce(nullif(private.text_field(fields, 'user_id', 200), ''), 'anonymous');
  -- A form sends an empty text for a field that was left empty.
  if nullif(btrim(fields ->> 'metadata', E' \t\r\n'), '') is not null then
    meta := private.json_object_in(fields ->> 'metadata');
    if meta is null then
      perform private.bad('metadata', 'must be a JSON object as text.');
    end if;
  end if;
  told.file_name :=
    coalesce(nullif(private.text_field(fields, 'fileName', 255), ''), private.text_field(file, 'name', 255), 'image');
  if not private.is_plain_name(told.file_name) then
    perform private.bad('fileName', 'must be a plain file name, without "..", "/", "\" or control characters.');
  end if;
  lifted := private.lifted_metadata(meta);
  told.category := nullif(private.text_field(fields, 'category', 100), '');
  if not private.is_plain_name(told.category) then
    perform private.bad('category', 'must be a plain word, without "..", "/", "\" or control characters.');
  end if;
  if told.category is null then
    told.category := coalesce(lifted ->> 'category', 'general');
  else
    lifted := lifted - 'category';
  end if;
  told.sha256 := file ->> 'sha256';
  told.content_type := file ->> 'content_type';
  told.size_bytes := (file ->> 'size')::bigint;
  told.width := (file ->> 'width')::integer;
  told.height := (file ->> 'height')::integer;
  told.session_id := lifted ->> 'session_id';
  told.source_url := lifted ->> 'source_url';
  told.page_url := lifted ->> 'page_url';
  told.page_title := lifted ->> 'page_title';
  told.alt_text := lifted ->> 'alt_text';
  told.quality_score := (lifted ->> 'quality_score')::double precision;
  told.metadata := meta - array(select jsonb_object_keys(lifted));
  return told;
end
$$;

-- Where the object is kept. Storage keys are ASCII and short enough for any file system; the name as given is kept in file_name.
create function private.object_path(told public.images, nth integer) returns text
language plpgsql volatile set search_path = ''
as $$
begin
  return format('%s/%s-%s', regexp_replace(told.category, '[^A-Za-z0-9._-]', '_', 'g'),
    (extract(epoch from clock_timestamp()) * 1000)::bigint + nth,
    right(regexp_replace(told.file_name, '[^A-Za-z0-9._-]', '_', 'g'), 150));
end
$$;

-- A storage apart from the database cannot be part of its transaction. So the path of an object is written down here
-- before the object is stored, and struck out with the row that names it; what stays has no row and is to be removed.
-- Whoever stores has five minutes for it, and what is ten minutes old is nobody's any more.

create function private.begin_object(told public.images) returns text
language plpgsql security definer set search_path = ''
as $$
declare
  path text;
begin
  perform private.require_lead();
  for nth in 0 .. 100 loop
    path := private.object_path(told, nth);
    continue when exists (select from public.images i where i.storage_path = path);
    insert into private.objects_under_way (path) values (path) on conflict do nothing;
    exit when found;
  end loop;
  return path;
end
$$;

create function private.objects_left_behind() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(o.path), '[]') from (select o.path from private.objects_under_way o
    where private.caller_is_lead() and o.created_at < now() - interval '10 minutes'
      and not exists (select from public.images i where i.storage_path = o.path)
    order by o.created_at limit 100) o
$$;

create function private.settle_object(object_path text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_lead();
  delete from private.objects_under_way o
    where o.path = object_path and o.created_at > clock_timestamp() - interval '5 minutes';
  if not found then
    perform private.fail(409, 'upload_too_slow', 'The upload took too long. Nothing was kept; try again.');
  end if;
end
$$;

-- Says where to store the bytes that a mouth has judged, unless an image has the same already, and what to remove of
-- former uploads that came to nothing.
create function desk.prepare_upload(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  told public.images;
begin
  perform private.require_lead();
  told := private.told_image(body);
  if exists (select from public.images i where i.sha256 = told.sha256) then
    return jsonb_build_object('success', true, 'duplicate', true);
  end if;
  return jsonb_build_object('success', true, 'duplicate', false, 'left_behind', private.objects_left_behind(),
    'path', private.begin_object(told));
end
$$;

-- Records an upload. A mouth that stores the bytes within this same transaction does so under the path given back; another
-- one has stored them before, where prepare_upload said, and names that path in the header object-path.
create function desk.create_image(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  stored_at text := headers ->> 'object-path';
  told public.images;
  made public.images;
begin
  perform private.require_lead();
  told := private.told_image(body);
  for nth in 0 .. 100 loop
    select * into made from public.images i where i.sha256 = told.sha256;
    if found then
      return private.upload_answer(made, true, headers);
    end if;
    insert into public.images (user_id, file_name, storage_path, sha256, content_type, size_bytes, width, height,
      category, session_id, source_url, page_url, page_title, alt_text, quality_score, metadata)
    values (told.user_id, told.file_name, coalesce(stored_at, private.object_path(told, nth)), told.sha256,
      told.content_type, told.size_bytes, told.width, told.height, told.category, told.session_id, told.source_url,
      told.page_url, told.page_title, told.alt_text, told.quality_score, told.metadata)
    on conflict do nothing
    returning * into made;
    if found then
      if stored_at is not null then
        perform private.settle_object(stored_at);
      end if;
      return private.upload_answer(made, false, headers);
    end if;
    -- Either a colleague stored the same bytes just now, or the same name in the same millisecond.
  end loop;
  perform private.fail(409, 'concurrent_change', 'Others upload files of this name just now. Nothing was kept; try again.');
end
$$;

-- Strikes out objects that a mouth has removed from the storage.
create function desk.forget_objects(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
begin
  if auth.role() is distinct from 'service_role' then
    perform private.fail(403, 'not_a_service', 'Only the backend itself or a pipeline with the secret key may do this.');
  end if;
  delete from private.objects_under_way o where o.path in (select jsonb_array_elements_text(body -> 'paths'));
  return private.done(null);
end
$$;
