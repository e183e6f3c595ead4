-- Lists say of an image what the queue says of it: whether it is not for everybody's eyes.

create function private.listed_image(image uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select to_jsonb(i) || jsonb_build_object('sensitive', private.is_sensitive(i)) from public.images i where i.id = image
$$;
revoke execute on function private.listed_image from public, anon;
grant execute on function private.listed_image to authenticated, service_role;

create or replace function private.response_details(response uuid, image uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'image', private.listed_image(image),
    'reward_count', count(w.id),
    'mean_score', avg(w.score),
    'own_reward', (select to_jsonb(o) from public.rewards o where o.response_id = response and o.reviewer_id = auth.uid()),
    'flags', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'reason', f.reason, 'comment', f.comment,
        'created_at', f.created_at, 'reviewer_id', f.reviewer_id, 'reviewer_name', private.name_of(f.reviewer_id))
        order by f.created_at), '[]')
      from public.review_flags f where f.response_id = response))
  from public.rewards w where w.response_id = response
$$;

create or replace function private.detailed_reward(w public.rewards) returns jsonb
language sql stable set search_path = ''
as $$
  select private.reward_document(w) || jsonb_build_object(
    'reviewer_name', private.name_of(w.reviewer_id),
    'image', (select private.listed_image(r.image_id) from public.responses r where r.id = w.response_id))
$$;
