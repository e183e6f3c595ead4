-- Which images are not for everybody's eyes: whoever brought the image in said so in its metadata, or a reviewer flagged a
-- response about it as not safe. Above RLS, for an annotator does not see the flags of others; a stranger
-- learns nothing.
create function private.is_sensitive(image public.images) returns boolean
language sql stable security definer set search_path = ''
as $$
  select private.caller_is_member() and (
    coalesce(image.metadata -> 'sensitive' = 'true'::jsonb, false)
    or coalesce(image.metadata -> 'nsfw' = 'true'::jsonb, false)
    or exists (select from public.responses r join public.review_flags f on f.response_id = r.id
      where r.image_id = image.id and f.reason = 'not_safe'))
$$;
revoke execute on function private.is_sensitive from public, anon;
grant execute on function private.is_sensitive to authenticated, service_role;

create or replace function private.review_item(lease public.review_leases) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'response', to_jsonb(r),
    'image', (select to_jsonb(i) || jsonb_build_object('sensitive', private.is_sensitive(i))
      from public.images i where i.id = r.image_id),
    'lease', jsonb_build_object('token', lease.token, 'expires_at', lease.expires_at),
    'skipped', exists (select from public.review_skips s
      where s.response_id = lease.response_id and s.reviewer_id = lease.reviewer_id))
  from public.responses r where r.id = lease.response_id
$$;
