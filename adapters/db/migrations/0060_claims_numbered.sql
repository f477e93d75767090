-- The number of a claim among those of its claimant on its agreement. It is found by the same look at the claims
-- before by which the amounts were found: of two who looked at the same, one gets through, lock or no lock.
--
-- Older programs do not number claims: they end before this.

ALTER TABLE claim ADD COLUMN number integer;

-- The walls hold for whoever owns the table, too; they stand again before this ends.
ALTER TABLE claim NO FORCE ROW LEVEL SECURITY;
UPDATE claim c SET number = n.number FROM (
  SELECT tenant_id, id,
    row_number() OVER (PARTITION BY tenant_id, agreement_id, claimant ORDER BY recorded_at, id) AS number
  FROM claim
) n WHERE n.tenant_id = c.tenant_id AND n.id = c.id;
ALTER TABLE claim FORCE ROW LEVEL SECURITY;

ALTER TABLE claim
  ALTER COLUMN number SET NOT NULL,
  ADD CONSTRAINT claim_number_positive CHECK (number > 0),
  ADD CONSTRAINT claim_number_once UNIQUE (tenant_id, agreement_id, claimant, number);
