-- Who gave which level of approval stands in the settlement itself: each person once, never its author, and as many as it needs
-- levels before it is approved or issued, whatever a program does.
--
-- Older programs write none of it: stop them first.

ALTER TABLE settlement ADD COLUMN approvers jsonb NOT NULL DEFAULT '{}';

-- The owner is bound by the walls as well; it steps out of them for what stands already.
ALTER TABLE settlement NO FORCE ROW LEVEL SECURITY;
ALTER TABLE settlement_part NO FORCE ROW LEVEL SECURITY;
UPDATE settlement s SET approvers = given.by FROM (
  SELECT p.tenant_id, p.settlement_id, jsonb_object_agg(p.person, p.level) AS by
  FROM settlement_part p WHERE p.level IS NOT NULL GROUP BY p.tenant_id, p.settlement_id
) given WHERE given.tenant_id = s.tenant_id AND given.settlement_id = s.id;
ALTER TABLE settlement FORCE ROW LEVEL SECURITY;
ALTER TABLE settlement_part FORCE ROW LEVEL SECURITY;

ALTER TABLE settlement ADD CONSTRAINT settlement_approved_by_others CHECK (NOT approvers ? author_id);
ALTER TABLE settlement ADD CONSTRAINT settlement_every_level CHECK (
  state NOT IN ('approved', 'awaitingNumber', 'issued')
  OR jsonb_array_length(jsonb_path_query_array(approvers, '$.keyvalue()')) >= json_array_length(levels)
);
GRANT UPDATE (approvers) ON settlement TO openrebate_app;
