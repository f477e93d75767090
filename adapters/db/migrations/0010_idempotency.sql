-- The answer to a request under the key that its sender gave it: asked again, answered alike.

CREATE TABLE idempotency_key (
  tenant_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  request_hash text COLLATE "C" NOT NULL,
  taken_at timestamptz NOT NULL,
  -- json keeps the order of the members: the second answer has the bytes of the first.
  answer json,
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (tenant_id, key),
  CONSTRAINT idempotency_key_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id)
);

ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON idempotency_key TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (answer) ON idempotency_key TO openrebate_app;
