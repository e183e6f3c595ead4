-- What a check of the workspace is told. It is answered to everybody with a key of the project, so it says nothing of the
-- data, of people or of logins.

create function desk.read_health(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return private.done(jsonb_build_object(
    'schema_version', private.schema_version(),
    'bucket', coalesce(
      (select case when b.public then 'public' else 'private' end from storage.buckets b where b.id = 'scraped-images'),
      'missing'),
    'time', clock_timestamp()));
end
$$;
