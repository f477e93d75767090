-- Double entry: a row is a transfer from one account to another, so that no journal can be out of
-- balance. Only added to; what is wrong is reversed by a mirrored row that names it.

-- The head of a company's books. Its row is locked while transfers are written and while a month is
-- closed, so that numbers have no gap and nothing is posted into a month that is closed meanwhile.
-- An agreement may name a company before that is set up: its books begin all the same.
CREATE TABLE ledger_head (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  last_number bigint NOT NULL DEFAULT 0,
  -- The first day that is open; NULL: nothing was ever closed.
  open_from date,
  CONSTRAINT ledger_head_pkey PRIMARY KEY (tenant_id, company),
  CONSTRAINT ledger_head_opens_with_a_month CHECK (extract(day FROM open_from) = 1)
);

ALTER TABLE ledger_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_head FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON ledger_head TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (last_number, open_from) ON ledger_head TO openrebate_app;

-- `id` is made of the deed that it comes from: a deed that is done again makes the same row, which
-- is refused. `debit_role` and `credit_role` say what the amount is; the accounts are those of the
-- general ledger that the rules of the day gave for them.
CREATE TABLE ledger_transfer (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C",
  company text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  id uuid NOT NULL,
  event text COLLATE "C" NOT NULL,
  debit_role text COLLATE "C" NOT NULL,
  credit_role text COLLATE "C" NOT NULL,
  debit_account text COLLATE "C" NOT NULL,
  credit_account text COLLATE "C" NOT NULL,
  minor numeric NOT NULL,
  currency text COLLATE "C" NOT NULL,
  -- The day that it is about, and the day that it stands on in the books.
  effective_on date NOT NULL,
  booked_on date NOT NULL,
  booked_at timestamptz NOT NULL,
  batch bigint NOT NULL,
  agreement_id uuid,
  term text COLLATE "C",
  window_from date,
  window_until date,
  cause text COLLATE "C",
  origin_kind text COLLATE "C" NOT NULL,
  origin_id text COLLATE "C" NOT NULL,
  reverses uuid,
  CONSTRAINT ledger_transfer_number_once PRIMARY KEY (tenant_id, company, number),
  CONSTRAINT ledger_transfer_id_once UNIQUE (tenant_id, id),
  CONSTRAINT ledger_transfer_reversed_once UNIQUE (tenant_id, reverses),
  CONSTRAINT ledger_transfer_head FOREIGN KEY (tenant_id, company) REFERENCES ledger_head (tenant_id, company),
  CONSTRAINT ledger_transfer_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  CONSTRAINT ledger_transfer_reverses FOREIGN KEY (tenant_id, reverses) REFERENCES ledger_transfer (tenant_id, id),
  CONSTRAINT ledger_transfer_moves_something CHECK (minor > 0 AND scale(minor) = 0),
  CONSTRAINT ledger_transfer_between_two CHECK (debit_role <> credit_role),
  CONSTRAINT ledger_transfer_number_positive CHECK (number > 0),
  CONSTRAINT ledger_transfer_event_form CHECK (event ~ '^[a-z][A-Za-z]{1,39}$'),
  CONSTRAINT ledger_transfer_origin_form CHECK (origin_kind ~ '^[a-z][A-Za-z]{1,39}$'),
  CONSTRAINT ledger_transfer_window_whole CHECK (
    (window_from IS NULL) = (window_until IS NULL) AND (window_from IS NULL OR window_from < window_until)
  ),
  CONSTRAINT ledger_transfer_account_whole CHECK (
    (agreement_id IS NULL) = (term IS NULL) AND (agreement_id IS NULL) = (window_from IS NULL)
    AND (agreement_id IS NULL OR partner_id IS NOT NULL)
  )
);

CREATE INDEX ledger_transfer_by_day ON ledger_transfer (tenant_id, company, booked_on);
CREATE INDEX ledger_transfer_by_account ON ledger_transfer (tenant_id, agreement_id, partner_id);
CREATE INDEX ledger_transfer_by_origin ON ledger_transfer (tenant_id, origin_kind, origin_id);

ALTER TABLE ledger_transfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_transfer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON ledger_transfer TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON ledger_transfer TO openrebate_app;

-- Which account of the general ledger an amount stands on. The last rules known are the rules;
-- what was posted keeps the accounts that it was posted to.
CREATE TABLE account_rules (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  rules json NOT NULL,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT account_rules_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT account_rules_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT account_rules_version_positive CHECK (version > 0)
);

ALTER TABLE account_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON account_rules TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON account_rules TO openrebate_app;

-- What was done to a month: closed with the hash of what it held, and reopened by two persons, of whom
-- one proposes and another one approves. The last word of a month counts.
CREATE TABLE ledger_period (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  month date NOT NULL,
  number integer NOT NULL,
  deed text COLLATE "C" NOT NULL,
  -- Of a close: SHA-256 over the canonical text of what the month opened with, moved and closed with.
  hash text COLLATE "C",
  checklist json,
  reason text NOT NULL,
  actor text COLLATE "C" NOT NULL,
  -- Of what is reopened: who has proposed it.
  proposed_by text COLLATE "C",
  done_at timestamptz NOT NULL,
  CONSTRAINT ledger_period_pkey PRIMARY KEY (tenant_id, company, month, number),
  CONSTRAINT ledger_period_head FOREIGN KEY (tenant_id, company) REFERENCES ledger_head (tenant_id, company),
  CONSTRAINT ledger_period_is_a_month CHECK (extract(day FROM month) = 1),
  CONSTRAINT ledger_period_deed_known CHECK (deed IN ('closed', 'reopenProposed', 'reopened')),
  CONSTRAINT ledger_period_closed_with_hash CHECK ((deed = 'closed') = (hash IS NOT NULL AND checklist IS NOT NULL)),
  CONSTRAINT ledger_period_hash_form CHECK (hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT ledger_period_reopened_by_two CHECK (
    (deed = 'reopened') = (proposed_by IS NOT NULL) AND (proposed_by IS NULL OR proposed_by <> actor)
  ),
  CONSTRAINT ledger_period_reopened_by_persons CHECK (deed = 'closed' OR actor LIKE 'person:%')
);

ALTER TABLE ledger_period ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_period FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON ledger_period TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON ledger_period TO openrebate_app;
