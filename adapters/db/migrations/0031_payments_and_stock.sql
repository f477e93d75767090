-- Facts beside lines: payments by the documents that they go to, and what lay in stock on a day. Each
-- file and each of its rows is kept with what became of it, as for lines; a correction is a new
-- revision. `key` is the identity of a fact as one text.

CREATE TABLE fact_file (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  name text NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  bytes bigint NOT NULL,
  columns json NOT NULL,
  batch bigint NOT NULL,
  CONSTRAINT fact_file_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT fact_file_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT fact_file_kind_known CHECK (kind IN ('payments', 'stock')),
  CONSTRAINT fact_file_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

CREATE INDEX fact_file_by_bytes ON fact_file (tenant_id, kind, sha256, batch);

CREATE TABLE fact_row (
  tenant_id uuid NOT NULL,
  file_id uuid NOT NULL,
  row_number integer NOT NULL,
  texts json NOT NULL,
  disposition text COLLATE "C" NOT NULL,
  refusals jsonb NOT NULL,
  key text COLLATE "C",
  revision integer,
  CONSTRAINT fact_row_pkey PRIMARY KEY (tenant_id, file_id, row_number),
  CONSTRAINT fact_row_file FOREIGN KEY (tenant_id, file_id) REFERENCES fact_file (tenant_id, id),
  CONSTRAINT fact_row_disposition_known
    CHECK (disposition IN ('accepted', 'duplicate', 'superseded', 'quarantined')),
  CONSTRAINT fact_row_quarantined_with_reason
    CHECK ((disposition = 'quarantined') = (jsonb_array_length(refusals) > 0)),
  CONSTRAINT fact_row_names_its_fact CHECK (disposition = 'quarantined' OR (key IS NOT NULL AND revision IS NOT NULL))
);

CREATE TABLE payment (
  tenant_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  batch bigint NOT NULL,
  content text NOT NULL,
  file_id uuid NOT NULL,
  row_number integer NOT NULL,
  source text COLLATE "C" NOT NULL,
  payment text COLLATE "C" NOT NULL,
  paid_on date NOT NULL,
  document_source text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  amount numeric NOT NULL,
  discount numeric,
  document_total numeric,
  currency text COLLATE "C" NOT NULL,
  CONSTRAINT payment_pkey PRIMARY KEY (tenant_id, key, revision),
  CONSTRAINT payment_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT payment_row FOREIGN KEY (tenant_id, file_id, row_number)
    REFERENCES fact_row (tenant_id, file_id, row_number),
  CONSTRAINT payment_revision_positive CHECK (revision > 0)
);

CREATE INDEX payment_by_document ON payment (tenant_id, document_source, document);

-- Without a partner ('') the stock is ours. Stock is internal: partners do not read it here.
CREATE TABLE stock_count (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  batch bigint NOT NULL,
  content text NOT NULL,
  file_id uuid NOT NULL,
  row_number integer NOT NULL,
  source text COLLATE "C" NOT NULL,
  company text COLLATE "C" NOT NULL,
  location text COLLATE "C" NOT NULL,
  product text COLLATE "C" NOT NULL,
  day date NOT NULL,
  quantity numeric NOT NULL,
  unit text COLLATE "C" NOT NULL,
  CONSTRAINT stock_count_pkey PRIMARY KEY (tenant_id, key, revision),
  CONSTRAINT stock_count_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT stock_count_row FOREIGN KEY (tenant_id, file_id, row_number)
    REFERENCES fact_row (tenant_id, file_id, row_number),
  CONSTRAINT stock_count_revision_positive CHECK (revision > 0)
);

CREATE INDEX stock_count_by_place ON stock_count (tenant_id, partner_id, product, day);

ALTER TABLE fact_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE fact_file FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON fact_file TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON fact_file TO openrebate_app;

ALTER TABLE fact_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE fact_row FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON fact_row TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON fact_row TO openrebate_app;

ALTER TABLE payment ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON payment TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON payment TO openrebate_app;

ALTER TABLE stock_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE stock_count FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON stock_count TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON stock_count TO openrebate_app;
