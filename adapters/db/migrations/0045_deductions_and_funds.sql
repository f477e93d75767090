-- What partners paid less than we billed, and what became of each part; and money for marketing, which is reserved
-- and paid under the lock of its fund, and never more than the budget: the row itself refuses that.
--
-- Older programs go on.

CREATE TABLE deduction (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  reference text COLLATE "C" NOT NULL,
  day date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  minor numeric NOT NULL,
  note text,
  registered_by text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  last_event integer NOT NULL DEFAULT 0,
  CONSTRAINT deduction_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT deduction_reference_once UNIQUE (tenant_id, company, partner_id, reference),
  CONSTRAINT deduction_above_zero CHECK (minor > 0 AND minor = trunc(minor))
);

ALTER TABLE deduction ENABLE ROW LEVEL SECURITY;
ALTER TABLE deduction FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON deduction TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- Not for the portal: what we found of it is ours until it is answered.
GRANT SELECT, INSERT, UPDATE (last_event) ON deduction TO openrebate_app;

CREATE TABLE deduction_event (
  tenant_id uuid NOT NULL,
  deduction_id uuid NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  day date NOT NULL,
  minor numeric NOT NULL,
  claim_id uuid,
  agreement text COLLATE "C",
  term text COLLATE "C",
  participant text COLLATE "C",
  window_from date,
  window_until date,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  note text,
  CONSTRAINT deduction_event_pkey PRIMARY KEY (tenant_id, deduction_id, number),
  CONSTRAINT deduction_event_deduction FOREIGN KEY (tenant_id, deduction_id) REFERENCES deduction (tenant_id, id),
  CONSTRAINT deduction_event_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim (tenant_id, id),
  CONSTRAINT deduction_event_number_positive CHECK (number > 0),
  CONSTRAINT deduction_event_account_whole
    CHECK (num_nonnulls(agreement, term, participant, window_from, window_until) IN (0, 5))
);

ALTER TABLE deduction_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE deduction_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON deduction_event TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON deduction_event TO openrebate_app;

CREATE TABLE fund (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  company text COLLATE "C" NOT NULL,
  partner text COLLATE "C",
  currency text COLLATE "C" NOT NULL,
  budget_minor numeric NOT NULL,
  reserved_minor numeric NOT NULL DEFAULT 0,
  used_minor numeric NOT NULL DEFAULT 0,
  first_day date NOT NULL,
  last_day date NOT NULL,
  claim_days integer NOT NULL,
  percent numeric NOT NULL,
  opened_by text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT fund_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT fund_code_once UNIQUE (tenant_id, code),
  CONSTRAINT fund_never_beyond_its_budget CHECK (
    budget_minor >= reserved_minor + used_minor AND reserved_minor >= 0 AND used_minor >= 0
  ),
  CONSTRAINT fund_days CHECK (first_day <= last_day AND claim_days >= 0),
  CONSTRAINT fund_percent_of_a_cost CHECK (percent > 0 AND percent <= 100)
);

ALTER TABLE fund ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON fund TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (reserved_minor, used_minor) ON fund TO openrebate_app;

CREATE TABLE fund_activity (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  fund_id uuid NOT NULL,
  partner text COLLATE "C" NOT NULL,
  reference text COLLATE "C" NOT NULL,
  title text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  requested_minor numeric NOT NULL,
  requested_by text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT fund_activity_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT fund_activity_reference_once UNIQUE (tenant_id, fund_id, partner, reference),
  CONSTRAINT fund_activity_fund FOREIGN KEY (tenant_id, fund_id) REFERENCES fund (tenant_id, id),
  CONSTRAINT fund_activity_asks_for_something CHECK (requested_minor > 0)
);

ALTER TABLE fund_activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund_activity FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON fund_activity TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON fund_activity TO openrebate_app;

-- A claim of a cost has its proof with it, bytes and all. Two at once: the second one fails on the number.
CREATE TABLE fund_event (
  tenant_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  day date NOT NULL,
  minor numeric NOT NULL,
  cost_minor numeric,
  reference text COLLATE "C",
  note text,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  proof_name text,
  proof_type text COLLATE "C",
  proof bytea,
  CONSTRAINT fund_event_pkey PRIMARY KEY (tenant_id, activity_id, number),
  CONSTRAINT fund_event_activity FOREIGN KEY (tenant_id, activity_id) REFERENCES fund_activity (tenant_id, id),
  CONSTRAINT fund_event_number_positive CHECK (number > 0),
  CONSTRAINT fund_event_claim_with_proof
    CHECK ((kind = 'claimed') = (num_nonnulls(cost_minor, proof_name, proof_type, proof) = 4)),
  CONSTRAINT fund_event_proof_size CHECK (octet_length(proof) BETWEEN 1 AND 10485760)
);

CREATE UNIQUE INDEX fund_event_paid_once ON fund_event (tenant_id, activity_id, reference) WHERE kind = 'settled';
CREATE UNIQUE INDEX fund_event_proof_once ON fund_event (tenant_id, activity_id, reference) WHERE kind = 'claimed';

ALTER TABLE fund_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON fund_event TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON fund_event TO openrebate_app;
