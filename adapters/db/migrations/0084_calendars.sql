-- The calendars that a tenant cuts its years by, to be chosen in agreements, which keep their own words: a later version changes none.
-- Companies are added, and called otherwise, by whoever may change them.
--
-- Older programs go on.

CREATE TABLE calendar (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  name_en text NOT NULL,
  name_zh text NOT NULL,
  -- As an agreement says it.
  definition jsonb NOT NULL,
  is_offered boolean NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT calendar_pkey PRIMARY KEY (tenant_id, code, version),
  CONSTRAINT calendar_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT calendar_version_counts CHECK (version > 0)
);

ALTER TABLE calendar ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON calendar TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON calendar TO openrebate_app;

GRANT INSERT, UPDATE (name) ON company TO openrebate_app;
