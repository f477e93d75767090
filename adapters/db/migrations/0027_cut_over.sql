-- The cut-over: what a company takes over that does not begin on 1 January with all of its history.
-- A load replaces the one before it of its kind, by a higher revision; nothing is overwritten.
--
-- Older programs do not go on: they would book what is computed beside another system.

CREATE TABLE cut_over (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  company text COLLATE "C" NOT NULL,
  -- The last day of the time before.
  last_day date NOT NULL,
  batch bigint NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  CONSTRAINT cut_over_pkey PRIMARY KEY (tenant_id, code),
  CONSTRAINT cut_over_company FOREIGN KEY (tenant_id, company) REFERENCES company (tenant_id, code),
  CONSTRAINT cut_over_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number)
);

ALTER TABLE cut_over ENABLE ROW LEVEL SECURITY;
ALTER TABLE cut_over FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON cut_over TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- FOR UPDATE needs a right to update: the row is the lock of its cut-over and never changes.
GRANT SELECT, INSERT, UPDATE (opened_at) ON cut_over TO openrebate_app;

-- An agreement is taken over once.
CREATE TABLE cut_over_agreement (
  tenant_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  cut_over text COLLATE "C" NOT NULL,
  CONSTRAINT cut_over_agreement_once PRIMARY KEY (tenant_id, agreement_id),
  CONSTRAINT cut_over_agreement_of FOREIGN KEY (tenant_id, cut_over) REFERENCES cut_over (tenant_id, code),
  CONSTRAINT cut_over_agreement_known FOREIGN KEY (tenant_id, agreement_id)
    REFERENCES agreement (tenant_id, id)
);

ALTER TABLE cut_over_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE cut_over_agreement FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON cut_over_agreement TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON cut_over_agreement TO openrebate_app;

CREATE TABLE cut_over_load (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  cut_over text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  batch bigint NOT NULL,
  name text NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  row_count integer NOT NULL,
  loaded_by text NOT NULL,
  loaded_at timestamptz NOT NULL,
  CONSTRAINT cut_over_load_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT cut_over_load_revision_once UNIQUE (tenant_id, cut_over, kind, revision),
  CONSTRAINT cut_over_load_of FOREIGN KEY (tenant_id, cut_over) REFERENCES cut_over (tenant_id, code),
  CONSTRAINT cut_over_load_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT cut_over_load_kind_known CHECK (kind IN ('openings', 'history', 'figures')),
  CONSTRAINT cut_over_load_revision_positive CHECK (revision > 0),
  CONSTRAINT cut_over_load_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

ALTER TABLE cut_over_load ENABLE ROW LEVEL SECURITY;
ALTER TABLE cut_over_load FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON cut_over_load TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON cut_over_load TO openrebate_app;

-- The balances of an account in minor units: earned is where the account of bookings begins, the
-- others are where recognition, settlement and payment will begin.
CREATE TABLE opening_balance (
  tenant_id uuid NOT NULL,
  load_id uuid NOT NULL,
  row_number integer NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  partner text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  earned numeric NOT NULL,
  recognised numeric NOT NULL,
  settled numeric NOT NULL,
  paid numeric NOT NULL,
  open_claims numeric NOT NULL,
  CONSTRAINT opening_balance_pkey PRIMARY KEY (tenant_id, load_id, row_number),
  CONSTRAINT opening_balance_once
    UNIQUE (tenant_id, load_id, agreement_id, term, partner, window_from, window_until, currency),
  CONSTRAINT opening_balance_load FOREIGN KEY (tenant_id, load_id) REFERENCES cut_over_load (tenant_id, id),
  CONSTRAINT opening_balance_agreement FOREIGN KEY (tenant_id, agreement_id)
    REFERENCES agreement (tenant_id, id),
  CONSTRAINT opening_balance_window CHECK (window_from < window_until),
  CONSTRAINT opening_balance_whole CHECK (
    scale(earned) = 0 AND scale(recognised) = 0 AND scale(settled) = 0 AND scale(paid) = 0
    AND scale(open_claims) = 0
  )
);

ALTER TABLE opening_balance ENABLE ROW LEVEL SECURITY;
ALTER TABLE opening_balance FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON opening_balance TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON opening_balance TO openrebate_app;

-- Volume of the time before as totals, in the fields of a line file as they were loaded.
CREATE TABLE historic_total (
  tenant_id uuid NOT NULL,
  load_id uuid NOT NULL,
  row_number integer NOT NULL,
  side text COLLATE "C" NOT NULL,
  partner text COLLATE "C" NOT NULL,
  fields jsonb NOT NULL,
  CONSTRAINT historic_total_pkey PRIMARY KEY (tenant_id, load_id, row_number),
  CONSTRAINT historic_total_load FOREIGN KEY (tenant_id, load_id) REFERENCES cut_over_load (tenant_id, id)
);

CREATE INDEX historic_total_by_partner ON historic_total (tenant_id, partner, side);

ALTER TABLE historic_total ENABLE ROW LEVEL SECURITY;
ALTER TABLE historic_total FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON historic_total TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON historic_total TO openrebate_app;

-- What the old system came to, to compare with. Never part of an amount.
CREATE TABLE old_figure (
  tenant_id uuid NOT NULL,
  load_id uuid NOT NULL,
  row_number integer NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  partner text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  amount numeric NOT NULL,
  volume numeric,
  rate numeric,
  lines numeric,
  CONSTRAINT old_figure_pkey PRIMARY KEY (tenant_id, load_id, row_number),
  CONSTRAINT old_figure_load FOREIGN KEY (tenant_id, load_id) REFERENCES cut_over_load (tenant_id, id),
  CONSTRAINT old_figure_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  CONSTRAINT old_figure_window CHECK (window_from < window_until),
  CONSTRAINT old_figure_whole CHECK (scale(amount) = 0)
);

ALTER TABLE old_figure ENABLE ROW LEVEL SECURITY;
ALTER TABLE old_figure FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON old_figure TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON old_figure TO openrebate_app;

-- Signed once, by a person who has loaded nothing of it; from its batch on the agreements book.
CREATE TABLE cut_over_signature (
  tenant_id uuid NOT NULL,
  cut_over text COLLATE "C" NOT NULL,
  batch bigint NOT NULL,
  signed_by text NOT NULL,
  signed_at timestamptz NOT NULL,
  note text NOT NULL,
  -- The comparison that was signed, as it was shown.
  comparison json NOT NULL,
  CONSTRAINT cut_over_signature_once PRIMARY KEY (tenant_id, cut_over),
  CONSTRAINT cut_over_signature_of FOREIGN KEY (tenant_id, cut_over) REFERENCES cut_over (tenant_id, code),
  CONSTRAINT cut_over_signature_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT cut_over_signature_by_person CHECK (signed_by LIKE 'person:%')
);

ALTER TABLE cut_over_signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE cut_over_signature FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON cut_over_signature TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON cut_over_signature TO openrebate_app;
