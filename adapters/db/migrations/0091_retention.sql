-- How long what may go is kept, by kind: a tenant says it, the last word counts, and what it does not say is kept as long as the program
-- says. Books, facts, agreements, documents and the audit trail are no such kinds: nothing here lets them go.
--
-- Sessions that have ended go after thirty days, also of whom never signs in again.
--
-- Older programs go on: sessions that have ended stay thirty days also for them.

CREATE TABLE retention (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  -- By kind, in days.
  days jsonb NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT retention_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT retention_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT retention_version_counts CHECK (version > 0)
);

ALTER TABLE retention ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON retention TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON retention TO openrebate_app;

CREATE INDEX notice_by_age ON notice (tenant_id, told_at);
CREATE INDEX notice_mail_by_age ON notice_mail (tenant_id, sent_at);
CREATE INDEX notice_link_by_age ON notice_link (tenant_id, made_at);

CREATE OR REPLACE FUNCTION sweep_accounts(now timestamptz, tries_before timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    DELETE FROM public.account_tries WHERE since < tries_before;
    DELETE FROM public.account_ticket WHERE expires_at <= now;
    DELETE FROM public.account_flow WHERE expires_at <= now;
    DELETE FROM public.account_session WHERE coalesce(ended_at, expires_at) < now - interval '30 days';
  $$;
