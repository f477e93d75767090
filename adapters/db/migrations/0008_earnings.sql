-- The last calculated state of each account. Derived: it is deleted and written again by every
-- run, and can be made anew from lines, master data and agreements at any time.

CREATE TABLE earning (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  kind text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  agreement_name jsonb NOT NULL,
  direction text COLLATE "C" NOT NULL,
  earned_minor bigint NOT NULL,
  tier integer NOT NULL,
  run_number integer NOT NULL,
  progress json NOT NULL,
  blocked_lines integer NOT NULL,
  CONSTRAINT earning_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT earning_account_once UNIQUE
    (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency),
  CONSTRAINT earning_run FOREIGN KEY (tenant_id, agreement_id, run_number)
    REFERENCES run (tenant_id, agreement_id, number),
  CONSTRAINT earning_direction_known CHECK (direction IN ('customerRebate', 'supplierRebate')),
  CONSTRAINT earning_counts_not_negative CHECK (tier >= 0 AND blocked_lines >= 0)
);

CREATE INDEX earning_by_amount ON earning (tenant_id, earned_minor DESC);
CREATE INDEX earning_by_partner ON earning (tenant_id, partner_id);

ALTER TABLE earning ENABLE ROW LEVEL SECURITY;
ALTER TABLE earning FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON earning TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY partner_wall ON earning FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
GRANT SELECT, INSERT, DELETE ON earning TO openrebate_app;
GRANT SELECT ON earning TO openrebate_portal;
