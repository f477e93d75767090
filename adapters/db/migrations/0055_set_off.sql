-- What a partner owes us by a document, or was paid ahead, is set off against what we owe: that much of both is
-- paid without money. Nothing is changed or taken away; what takes a set-off back is a row below zero.

-- Paid ahead of what is earned: it is on a document and does not count as settled. So is what takes it back.
ALTER TABLE settlement ADD COLUMN is_advance boolean NOT NULL DEFAULT false;
ALTER TABLE settlement DROP CONSTRAINT settlement_reason_known;
ALTER TABLE settlement ADD CONSTRAINT settlement_reason_known
  CHECK (reason IN ('settlement', 'clawBack', 'lapse', 'cancellation', 'advance'));
ALTER TABLE settlement ADD CONSTRAINT settlement_advance_whole
  CHECK (reason <> 'advance' OR (is_advance AND side = 'payable' AND gross_minor > 0));

-- `settlement_id` is what we owe, `against_id` the document or the advance that it is set off against.
CREATE TABLE settlement_offset (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  settlement_id uuid NOT NULL,
  against_id uuid NOT NULL,
  minor numeric NOT NULL,
  set_off_on date NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT settlement_offset_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT settlement_offset_settlement FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement (tenant_id, id),
  CONSTRAINT settlement_offset_against FOREIGN KEY (tenant_id, against_id) REFERENCES settlement (tenant_id, id),
  CONSTRAINT settlement_offset_moves_something CHECK (minor <> 0 AND scale(minor) = 0),
  CONSTRAINT settlement_offset_of_two CHECK (settlement_id <> against_id)
);

CREATE INDEX settlement_offset_by_settlement ON settlement_offset (tenant_id, settlement_id);
CREATE INDEX settlement_offset_by_against ON settlement_offset (tenant_id, against_id);

ALTER TABLE settlement_offset ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement_offset FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON settlement_offset TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON settlement_offset TO openrebate_app;
