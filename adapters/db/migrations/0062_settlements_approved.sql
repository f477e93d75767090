-- Who gave a settlement its last approval stands beside it, and is another person than who proposed it: without one it is
-- neither approved nor issued, whatever a program does.
--
-- Older programs write no approver: stop them first.

ALTER TABLE settlement ADD COLUMN approver text COLLATE "C";

-- The owner is bound by the walls as well; it steps out of them for what stands already.
ALTER TABLE settlement NO FORCE ROW LEVEL SECURITY;
ALTER TABLE settlement_part NO FORCE ROW LEVEL SECURITY;
UPDATE settlement s SET approver = (
  SELECT p.person FROM settlement_part p
  WHERE p.tenant_id = s.tenant_id AND p.settlement_id = s.id AND p.level IS NOT NULL
  ORDER BY p.taken_at DESC, p.person LIMIT 1
);
ALTER TABLE settlement FORCE ROW LEVEL SECURITY;
ALTER TABLE settlement_part FORCE ROW LEVEL SECURITY;

ALTER TABLE settlement ADD CONSTRAINT settlement_approved_by_another CHECK (approver <> author_id);
ALTER TABLE settlement ADD CONSTRAINT settlement_approved_first
  CHECK (approver IS NOT NULL OR state NOT IN ('approved', 'awaitingNumber', 'issued'));
GRANT UPDATE (approver) ON settlement TO openrebate_app;
