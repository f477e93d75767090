-- Agreements made or renewed together from one spreadsheet: which proposals belong to it. They are
-- handed in together and approved together; each keeps a life and a history of its own.
--
-- Older programs go on.

CREATE TABLE agreement_bulk (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  row_count integer NOT NULL,
  submitted_by text NOT NULL,
  submitted_at timestamptz NOT NULL,
  CONSTRAINT agreement_bulk_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT agreement_bulk_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT agreement_bulk_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

ALTER TABLE agreement_bulk ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_bulk FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON agreement_bulk TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- FOR UPDATE needs a right to update: the row is the lock of its approval and never changes.
GRANT SELECT, INSERT, UPDATE (submitted_at) ON agreement_bulk TO openrebate_app;

CREATE TABLE agreement_bulk_row (
  tenant_id uuid NOT NULL,
  bulk_id uuid NOT NULL,
  row_number integer NOT NULL,
  proposal_id uuid NOT NULL,
  CONSTRAINT agreement_bulk_row_pkey PRIMARY KEY (tenant_id, bulk_id, row_number),
  CONSTRAINT agreement_bulk_row_of FOREIGN KEY (tenant_id, bulk_id) REFERENCES agreement_bulk (tenant_id, id),
  CONSTRAINT agreement_bulk_row_proposal FOREIGN KEY (tenant_id, proposal_id)
    REFERENCES proposal (tenant_id, id)
);

ALTER TABLE agreement_bulk_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_bulk_row FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON agreement_bulk_row TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON agreement_bulk_row TO openrebate_app;
