-- What persons decide of entries of banks that wait: to which payments one belongs, proposed by one and approved by
-- another; or that it is none of ours. And the name of the file that a bank has booked as one amount.
--
-- Older programs do not know of entries that were dismissed: they end before this.

ALTER TABLE bank_entry
  ADD COLUMN batch_id text NOT NULL DEFAULT '',
  DROP CONSTRAINT bank_entry_state_known,
  ADD CONSTRAINT bank_entry_state_known CHECK (state IN ('waits', 'matched', 'dismissed'));

CREATE TABLE bank_entry_deed (
  tenant_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  payments uuid[] NOT NULL,
  reason text NOT NULL,
  actor text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT bank_entry_deed_pkey PRIMARY KEY (tenant_id, entry_id, number),
  CONSTRAINT bank_entry_deed_of FOREIGN KEY (tenant_id, entry_id) REFERENCES bank_entry (tenant_id, id),
  CONSTRAINT bank_entry_deed_known CHECK (kind IN ('proposed', 'approved', 'rejected', 'dismissed')),
  CONSTRAINT bank_entry_deed_of_payments CHECK ((kind = 'proposed') = (cardinality(payments) > 0))
);

ALTER TABLE bank_entry_deed ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_entry_deed FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON bank_entry_deed TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON bank_entry_deed TO openrebate_app;
