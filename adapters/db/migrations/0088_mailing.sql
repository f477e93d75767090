-- Whether what goes out by mail by itself goes out: notices and the reports of subscriptions. A database that was restored from a backup
-- has it paused, as it has its webhooks, and a tenant pauses it and lets it go on. The last word counts; without one they go out.
--
-- Older programs go on.

CREATE TABLE mailing (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  is_paused boolean NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT mailing_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT mailing_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT mailing_version_counts CHECK (version > 0)
);

ALTER TABLE mailing ENABLE ROW LEVEL SECURITY;
ALTER TABLE mailing FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON mailing TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON mailing TO openrebate_app;
