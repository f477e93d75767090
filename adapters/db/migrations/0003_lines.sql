-- Sales and purchase lines: the file they came in, each row as it was received, and the fact.

CREATE TABLE source_document (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  source text COLLATE "C" NOT NULL,
  name text NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  bytes bigint NOT NULL,
  columns json NOT NULL,
  batch bigint NOT NULL,
  CONSTRAINT source_document_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT source_document_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT source_document_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

CREATE INDEX source_document_by_batch ON source_document (tenant_id, batch);

ALTER TABLE source_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE source_document FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON source_document TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON source_document TO openrebate_app;

-- `texts` is json, not jsonb: a damaged row may hold a zero character, which only json can keep.
-- A row that became a line, or that is one known already, names it and its revision.
CREATE TABLE received_row (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  row_number integer NOT NULL,
  texts json NOT NULL,
  disposition text COLLATE "C" NOT NULL,
  refusals jsonb NOT NULL,
  source text COLLATE "C",
  document text COLLATE "C",
  line text COLLATE "C",
  revision integer,
  CONSTRAINT received_row_pkey PRIMARY KEY (tenant_id, document_id, row_number),
  CONSTRAINT received_row_document FOREIGN KEY (tenant_id, document_id)
    REFERENCES source_document (tenant_id, id),
  CONSTRAINT received_row_disposition_known
    CHECK (disposition IN ('accepted', 'duplicate', 'superseded', 'quarantined')),
  CONSTRAINT received_row_quarantined_with_reason
    CHECK ((disposition = 'quarantined') = (jsonb_array_length(refusals) > 0)),
  CONSTRAINT received_row_names_its_line CHECK (disposition = 'quarantined' OR revision IS NOT NULL)
);

ALTER TABLE received_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE received_row FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON received_row TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON received_row TO openrebate_app;

-- A fact. A correction is a new revision; nothing is overwritten. Decimals keep the scale with
-- which they came. `partner_id` is the code that the partner has with the tenant.
CREATE TABLE line (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  line text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  batch bigint NOT NULL,
  side text COLLATE "C" NOT NULL,
  company text COLLATE "C" NOT NULL,
  product text COLLATE "C" NOT NULL,
  order_date date,
  delivery_date date,
  receipt_date date,
  invoice_date date,
  posting_date date,
  invoiced_quantity numeric,
  ordered_quantity numeric,
  received_quantity numeric,
  rejected_quantity numeric,
  stocked_quantity numeric,
  unit text COLLATE "C" NOT NULL,
  unit_price numeric,
  net_value numeric,
  gross_value numeric,
  currency text COLLATE "C" NOT NULL,
  return_document text COLLATE "C",
  return_line text COLLATE "C",
  attributes jsonb NOT NULL,
  -- Of everything above that the sender said: equal content is the same revision.
  content_sha256 bytea NOT NULL,
  document_id uuid NOT NULL,
  row_number integer NOT NULL,
  CONSTRAINT line_pkey PRIMARY KEY (tenant_id, source, document, line, revision),
  CONSTRAINT line_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT line_received_row FOREIGN KEY (tenant_id, document_id, row_number)
    REFERENCES received_row (tenant_id, document_id, row_number),
  CONSTRAINT line_revision_positive CHECK (revision > 0),
  CONSTRAINT line_side_known CHECK (side IN ('sale', 'purchase')),
  CONSTRAINT line_return_whole CHECK ((return_document IS NULL) = (return_line IS NULL))
);

CREATE INDEX line_by_partner ON line (tenant_id, partner_id);
CREATE INDEX line_by_batch ON line (tenant_id, batch);

ALTER TABLE line ENABLE ROW LEVEL SECURITY;
ALTER TABLE line FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON line TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY partner_wall ON line FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
GRANT SELECT, INSERT ON line TO openrebate_app;
-- Free attributes may be internal (cost, margin): partners do not read them.
GRANT SELECT (
  tenant_id, partner_id, source, document, line, revision, batch, side, company, product,
  order_date, delivery_date, receipt_date, invoice_date, posting_date,
  invoiced_quantity, ordered_quantity, received_quantity, rejected_quantity, stocked_quantity,
  unit, unit_price, net_value, gross_value, currency, return_document, return_line
) ON line TO openrebate_portal;
