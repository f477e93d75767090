-- The known axis: what became known together is a batch, and batches are counted per tenant.

-- A counter row stays locked from the moment it is raised until commit, so that the order of
-- the numbers is the order of the commits. A sequence cannot promise that.
CREATE TABLE counter (
  tenant_id uuid NOT NULL,
  series text COLLATE "C" NOT NULL,
  last_number bigint NOT NULL DEFAULT 0,
  CONSTRAINT counter_pkey PRIMARY KEY (tenant_id, series),
  CONSTRAINT counter_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT counter_not_negative CHECK (last_number >= 0)
);

ALTER TABLE counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE counter FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON counter TO openrebate_owner, openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, UPDATE (last_number) ON counter TO openrebate_app;

-- The day and the instant are labels: order, watermarks and "as known at" go by the number.
CREATE TABLE batch (
  tenant_id uuid NOT NULL,
  number bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  known_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT batch_pkey PRIMARY KEY (tenant_id, number),
  CONSTRAINT batch_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT batch_number_positive CHECK (number > 0),
  CONSTRAINT batch_kind_known CHECK (kind IN ('lines', 'master', 'agreement'))
);

CREATE INDEX batch_known_on ON batch (tenant_id, known_on, number);

ALTER TABLE batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE batch FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON batch TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON batch TO openrebate_app;
