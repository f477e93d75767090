-- A part of a deduction may be matched to a document of ours: that much of the document is paid without money. Where the
-- document is taken back, a part below zero opens the deduction again.
--
-- Older programs go on; they know no such part, and would pay its document: stop them first.

ALTER TABLE deduction_event ADD COLUMN settlement_id uuid;
ALTER TABLE deduction_event ADD CONSTRAINT deduction_event_settlement
  FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement (tenant_id, id);
ALTER TABLE deduction_event ADD CONSTRAINT deduction_event_matched_to_one
  CHECK (num_nonnulls(claim_id, settlement_id, agreement) <= 1 AND (settlement_id IS NULL OR kind = 'matched'));
CREATE INDEX deduction_event_by_settlement ON deduction_event (tenant_id, settlement_id) WHERE settlement_id IS NOT NULL;
