-- What is given up of a claim or deduction needs the levels of approval that the rules say: who asked, which levels, and who gave
-- which stand in the event that does it, each person once and never who asked, whatever a program does.
--
-- Older programs write none of it: stop them first.

ALTER TABLE claim_event ADD COLUMN approval jsonb;
ALTER TABLE deduction_event ADD COLUMN approval jsonb;

-- The owner is bound by the walls as well; it steps out of them for what stands already: one other person was enough.
ALTER TABLE claim_event NO FORCE ROW LEVEL SECURITY;
UPDATE claim_event e SET approval = jsonb_build_object(
  'askedBy', coalesce((
    SELECT a.actor FROM claim_event a
    WHERE a.tenant_id = e.tenant_id AND a.claim_id = e.claim_id AND a.kind = 'writeOffAsked' AND a.number <= e.number
    ORDER BY a.number DESC LIMIT 1
  ), ''),
  'levels', '[{"id": "secondPerson", "approvers": "anyone"}]'::jsonb,
  'approvers', CASE e.kind WHEN 'writtenOff' THEN jsonb_build_object(e.actor, 'secondPerson') ELSE '{}'::jsonb END
) WHERE e.kind IN ('writeOffAsked', 'writtenOff');
ALTER TABLE claim_event FORCE ROW LEVEL SECURITY;
ALTER TABLE deduction_event NO FORCE ROW LEVEL SECURITY;
UPDATE deduction_event e SET approval = jsonb_build_object(
  'askedBy', coalesce((
    SELECT a.actor FROM deduction_event a
    WHERE a.tenant_id = e.tenant_id AND a.deduction_id = e.deduction_id AND a.kind = 'writeOffAsked' AND a.number <= e.number
    ORDER BY a.number DESC LIMIT 1
  ), ''),
  'levels', '[{"id": "secondPerson", "approvers": "anyone"}]'::jsonb,
  'approvers', CASE e.kind WHEN 'writtenOff' THEN jsonb_build_object(e.actor, 'secondPerson') ELSE '{}'::jsonb END
) WHERE e.kind IN ('writeOffAsked', 'writtenOff');
ALTER TABLE deduction_event FORCE ROW LEVEL SECURITY;

ALTER TABLE claim_event ADD CONSTRAINT claim_event_given_up_by_others CHECK (
  kind <> 'writtenOff' OR coalesce(
    approval->'approvers' ? actor AND NOT approval->'approvers' ? (approval->>'askedBy'), false
  )
);
ALTER TABLE claim_event ADD CONSTRAINT claim_event_every_level CHECK (
  kind <> 'writtenOff' OR coalesce(
    jsonb_array_length(jsonb_path_query_array(approval->'approvers', '$.keyvalue()'))
      >= jsonb_array_length(approval->'levels'), false
  )
);
ALTER TABLE deduction_event ADD CONSTRAINT deduction_event_given_up_by_others CHECK (
  kind <> 'writtenOff' OR coalesce(
    approval->'approvers' ? actor AND NOT approval->'approvers' ? (approval->>'askedBy'), false
  )
);
ALTER TABLE deduction_event ADD CONSTRAINT deduction_event_every_level CHECK (
  kind <> 'writtenOff' OR coalesce(
    jsonb_array_length(jsonb_path_query_array(approval->'approvers', '$.keyvalue()'))
      >= jsonb_array_length(approval->'levels'), false
  )
);
