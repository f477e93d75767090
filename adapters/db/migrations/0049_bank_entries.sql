-- What banks say of our accounts. A statement that comes twice, and two that overlap, tell of the same entries:
-- `identity` is the same for them, and each counts once. An entry ends matched, or waits with the reason.
--
-- Older programs go on.

CREATE TABLE bank_statement (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  account text COLLATE "C" NOT NULL,
  statement text NOT NULL,
  file_name text NOT NULL,
  file_sha256 text COLLATE "C" NOT NULL,
  opening numeric,
  closing numeric,
  entries integer NOT NULL,
  duplicates integer NOT NULL,
  pending integer NOT NULL,
  actor text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT bank_statement_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT bank_statement_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT bank_statement_sha256_form CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT bank_statement_whole CHECK (scale(opening) = 0 AND scale(closing) = 0)
);

ALTER TABLE bank_statement ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_statement FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON bank_statement TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON bank_statement TO openrebate_app;

CREATE TABLE bank_entry (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  statement_id uuid NOT NULL,
  account text COLLATE "C" NOT NULL,
  identity text COLLATE "C" NOT NULL,
  booked_on date NOT NULL,
  minor numeric NOT NULL,
  currency text COLLATE "C" NOT NULL,
  end_to_end_id text NOT NULL,
  return_reason text NOT NULL,
  remittance text NOT NULL,
  state text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL,
  CONSTRAINT bank_entry_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT bank_entry_once UNIQUE (tenant_id, account, identity),
  CONSTRAINT bank_entry_statement FOREIGN KEY (tenant_id, statement_id) REFERENCES bank_statement (tenant_id, id),
  CONSTRAINT bank_entry_state_known CHECK (state IN ('waits', 'matched')),
  CONSTRAINT bank_entry_waits_with_reason CHECK ((state = 'waits') = (reason <> '')),
  CONSTRAINT bank_entry_whole CHECK (scale(minor) = 0)
);

CREATE INDEX bank_entry_waiting ON bank_entry (tenant_id, id) WHERE state = 'waits';

ALTER TABLE bank_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON bank_entry TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (state, reason) ON bank_entry TO openrebate_app;
