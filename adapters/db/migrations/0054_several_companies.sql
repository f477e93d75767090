-- Lines of several companies of ours count in one agreement, and who settles for others has an account
-- with each of them.
--
-- Older programs do not go on: they would take the first company of a reach for all of them.

ALTER TABLE run_state RENAME COLUMN reach_company TO reach_companies;
ALTER TABLE run_state ALTER COLUMN reach_companies TYPE text[] COLLATE "C"
  USING CASE WHEN reach_companies IS NOT NULL THEN ARRAY[reach_companies] END;

-- With which other company of ours an amount is between us.
ALTER TABLE ledger_transfer
  ADD COLUMN counterparty text COLLATE "C",
  ADD CONSTRAINT ledger_transfer_between_companies CHECK (counterparty <> company);
