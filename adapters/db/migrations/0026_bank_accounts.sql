-- Where partners are paid: apart from master data, and sealed from the first row on. `sealed` is
-- made by the program (AES-256-GCM, bound to tenant, partner, day and batch) under the key whose
-- fingerprint stands beside it; NULL says that the partner has no account from that day on. When
-- keys are rotated the same text is sealed anew; nothing else of a version ever changes.

CREATE TABLE bank_account (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  batch bigint NOT NULL,
  key text COLLATE "C",
  sealed bytea,
  CONSTRAINT bank_account_pkey PRIMARY KEY (tenant_id, partner_id, valid_from, batch),
  CONSTRAINT bank_account_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT bank_account_key_form CHECK (key ~ '^[0-9a-f]{16}$'),
  CONSTRAINT bank_account_sealed_by_a_key CHECK ((key IS NULL) = (sealed IS NULL))
);

CREATE INDEX bank_account_by_batch ON bank_account (tenant_id, batch);
CREATE INDEX bank_account_by_key ON bank_account (tenant_id, key);

ALTER TABLE bank_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_account FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON bank_account TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- Not for the portal: whom we pay where is changed by persons of ours alone.
GRANT SELECT, INSERT, UPDATE (key, sealed) ON bank_account TO openrebate_app;

-- What a batch made known is a label: each part of the program names its own.
ALTER TABLE batch DROP CONSTRAINT batch_kind_known;
ALTER TABLE batch ADD CONSTRAINT batch_kind_form CHECK (kind ~ '^[a-z][A-Za-z]{1,39}$');
