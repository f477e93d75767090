-- Who did what: written in the transaction of the deed itself.

CREATE TABLE audit (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor text NOT NULL,
  action text COLLATE "C" NOT NULL,
  object text NOT NULL,
  -- The last batch that the deed saw or made; 0 before anything is known.
  batch bigint NOT NULL,
  -- json keeps the bytes as they were written, which a seal over them needs.
  body json NOT NULL,
  CONSTRAINT audit_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT audit_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id)
);

CREATE INDEX audit_by_batch ON audit (tenant_id, batch, recorded_at);

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON audit TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON audit TO openrebate_app;
