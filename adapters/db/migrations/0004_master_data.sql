-- Partners and products: what is known of them from a day on, and when we came to know it.

CREATE TABLE master_version (
  tenant_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  -- '-infinity' is "since ever".
  valid_from date NOT NULL,
  batch bigint NOT NULL,
  name text NOT NULL,
  attributes jsonb NOT NULL,
  CONSTRAINT master_version_pkey PRIMARY KEY (tenant_id, kind, code, valid_from, batch),
  CONSTRAINT master_version_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT master_version_kind_known CHECK (kind IN ('partner', 'product'))
);

CREATE INDEX master_version_by_batch ON master_version (tenant_id, batch);

ALTER TABLE master_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE master_version FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON master_version TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON master_version TO openrebate_app;
