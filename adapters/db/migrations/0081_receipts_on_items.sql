-- What an entry of a bank was laid against: a document on which a partner owes us, or an event of a claim of ours. What is taken back
-- stands below zero. Persons may propose it, and propose to take it back. Transfers are asked for by their open item.
--
-- Older programs lay money without a row here: they end before this.

CREATE INDEX ledger_transfer_by_item ON ledger_transfer (tenant_id, item);

CREATE TABLE entry_receipt (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  entry_id uuid,
  number integer NOT NULL,
  settlement_id uuid,
  claim_id uuid,
  claim_event integer,
  minor numeric NOT NULL,
  received_on date NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT entry_receipt_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT entry_receipt_number_once UNIQUE (tenant_id, entry_id, number),
  CONSTRAINT entry_receipt_entry FOREIGN KEY (tenant_id, entry_id) REFERENCES bank_entry (tenant_id, id),
  CONSTRAINT entry_receipt_settlement FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement (tenant_id, id),
  CONSTRAINT entry_receipt_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim (tenant_id, id),
  CONSTRAINT entry_receipt_of_one CHECK ((settlement_id IS NULL) <> (claim_id IS NULL) AND (claim_id IS NULL) = (claim_event IS NULL)),
  CONSTRAINT entry_receipt_moves_something CHECK (minor <> 0 AND scale(minor) = 0)
);
CREATE INDEX entry_receipt_by_settlement ON entry_receipt (tenant_id, settlement_id);

-- The owner is bound by the walls as well; it steps out of them for what was received of reclaim notices before.
ALTER TABLE ledger_transfer NO FORCE ROW LEVEL SECURITY;
INSERT INTO entry_receipt (tenant_id, id, number, settlement_id, minor, received_on, at)
SELECT tenant_id, id, 1, origin_id::uuid AS settlement_id, minor, effective_on, booked_at
FROM ledger_transfer WHERE origin_kind = 'receipt' AND debit_role = 'bank';
ALTER TABLE ledger_transfer FORCE ROW LEVEL SECURITY;

ALTER TABLE entry_receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry_receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON entry_receipt TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON entry_receipt TO openrebate_app;

ALTER TABLE bank_entry_deed
  ADD COLUMN claim_id uuid,
  ADD COLUMN settlement_id uuid,
  ADD CONSTRAINT bank_entry_deed_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim (tenant_id, id),
  ADD CONSTRAINT bank_entry_deed_settlement FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement (tenant_id, id),
  DROP CONSTRAINT bank_entry_deed_known,
  ADD CONSTRAINT bank_entry_deed_known
    CHECK (kind IN ('proposed', 'takeBackProposed', 'approved', 'rejected', 'dismissed')),
  DROP CONSTRAINT bank_entry_deed_of_payments,
  ADD CONSTRAINT bank_entry_deed_of_one CHECK (
    (kind = 'proposed')::integer = (cardinality(payments) > 0)::integer + num_nonnulls(claim_id, settlement_id)
  );
CREATE INDEX bank_entry_deed_taking_back ON bank_entry_deed (tenant_id, entry_id) WHERE kind = 'takeBackProposed';
