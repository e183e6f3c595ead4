-- Changing the workspace's settings with a check: If-Match takes the updated_at that the caller has seen, so that two leads do
-- not undo each other unseen.

create or replace function desk.update_workspace(query jsonb, body jsonb, headers jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  b jsonb := private.only_fields(body, array['name', 'overlap', 'lease_seconds', 'ready_responses', 'ready_rewards',
    'partial_responses', 'guidelines']);
  seen timestamptz := private.time_parameter(
    jsonb_build_object('if_match', btrim(headers ->> 'if-match', ' "')), 'if_match');
  current_row public.workspace_settings;
begin
  perform private.require_lead();
  select * into current_row from public.workspace_settings s for update;
  if seen <> current_row.updated_at then
    perform private.fail(409, 'workspace_changed',
      'Somebody else has changed the settings since you loaded them. Nothing was changed. Load them again.');
  end if;
  update public.workspace_settings s set
    name = case when b ? 'name' then private.text_field(b, 'name', 200, required => true) else s.name end,
    overlap = coalesce(private.integer_field(b, 'overlap', 1, 100), s.overlap),
    lease_seconds = coalesce(private.integer_field(b, 'lease_seconds', 10, 86400), s.lease_seconds),
    ready_responses = coalesce(private.integer_field(b, 'ready_responses', 0, 1000000000), s.ready_responses),
    ready_rewards = coalesce(private.integer_field(b, 'ready_rewards', 0, 1000000000), s.ready_rewards),
    partial_responses = coalesce(private.integer_field(b, 'partial_responses', 0, 1000000000), s.partial_responses),
    guidelines = coalesce(private.text_field(b, 'guidelines', 100000), s.guidelines)
  where s.singleton;
  return desk.read_workspace(query, body, headers);
end
$$;
