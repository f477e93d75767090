-- What a text that is proposed would change: asked for, worked out by a job, kept to be read by
-- whoever approves. Nothing else reads it, and nothing is booked by it.

CREATE TABLE preview (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  job_id uuid NOT NULL,
  agreement text COLLATE "C" NOT NULL,
  proposal_id uuid,
  -- Canonical JSON, as it was when it was asked.
  text text NOT NULL,
  -- The days that it is seen from; NULL is as the next calculation would see it.
  effective_on date,
  known_on date,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  result json,
  finished_at timestamptz,
  CONSTRAINT preview_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT preview_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT preview_finished CHECK ((result IS NULL) = (finished_at IS NULL))
);

CREATE INDEX preview_newest ON preview (tenant_id, requested_at, id);

ALTER TABLE preview ENABLE ROW LEVEL SECURITY;
ALTER TABLE preview FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON preview TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (result, finished_at) ON preview TO openrebate_app;
