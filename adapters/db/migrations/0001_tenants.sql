-- Who works here: tenants, and the companies of ours that buy and sell inside a tenant.
--
-- Three roles, made before the first migration (provision.ts, docs/reference/database.md):
-- openrebate_owner owns the tables and migrates, openrebate_app serves people, openrebate_portal
-- serves partners. Rights are given table by table; nobody gets one by being there.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO openrebate_app, openrebate_portal;
GRANT SELECT ON schema_migration TO openrebate_app;

-- The directory of tenants leads from a code to an id. It shows the tenant that is set, and the
-- one whose code is named; nobody can list the others.
CREATE TABLE tenant (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  CONSTRAINT tenant_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT tenant_code_once UNIQUE (code),
  CONSTRAINT tenant_code_form CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,62}$')
);

ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON tenant TO openrebate_owner, openrebate_app
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    OR code = nullif(current_setting('app.tenant_code', true), '')
  )
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON tenant TO openrebate_app;

CREATE TABLE company (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  time_zone text NOT NULL,
  -- A sandbox stands on this day; NULL is the real one.
  business_day date,
  CONSTRAINT company_pkey PRIMARY KEY (tenant_id, code),
  CONSTRAINT company_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id)
);

ALTER TABLE company ENABLE ROW LEVEL SECURITY;
ALTER TABLE company FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON company TO openrebate_owner, openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, UPDATE (business_day) ON company TO openrebate_app;
