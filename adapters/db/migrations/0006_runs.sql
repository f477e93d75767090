-- Calculations of an agreement: each finished one stays, and one row per agreement says where
-- it stands. Workers share the work by locking that row.

CREATE TABLE run (
  tenant_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  number integer NOT NULL,
  batch bigint NOT NULL,
  effective_on date NOT NULL,
  calculation text COLLATE "C" NOT NULL,
  finished_at timestamptz NOT NULL,
  CONSTRAINT run_pkey PRIMARY KEY (tenant_id, agreement_id, number),
  CONSTRAINT run_of_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  CONSTRAINT run_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT run_number_positive CHECK (number > 0)
);

ALTER TABLE run ENABLE ROW LEVEL SECURITY;
ALTER TABLE run FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON run TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON run TO openrebate_app;

-- `batch`, `effective_on` and `calculation` repeat the last run; 0 and NULL before the first.
CREATE TABLE run_state (
  tenant_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  last_number integer NOT NULL DEFAULT 0,
  batch bigint NOT NULL DEFAULT 0,
  effective_on date,
  calculation text COLLATE "C",
  CONSTRAINT run_state_pkey PRIMARY KEY (tenant_id, agreement_id),
  CONSTRAINT run_state_of_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  CONSTRAINT run_state_whole CHECK ((last_number = 0) = (effective_on IS NULL))
);

ALTER TABLE run_state ENABLE ROW LEVEL SECURITY;
ALTER TABLE run_state FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON run_state TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (last_number, batch, effective_on, calculation) ON run_state TO openrebate_app;
