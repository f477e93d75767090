-- Settlements: what an agreement gives becomes money on documents. A run looks at every account that it
-- is asked for and keeps what became of each; what it puts on documents is proposed, approved by other
-- persons, and issued with a number. Documents and their lines are only added to: what is wrong is
-- cancelled by a mirrored document. Amounts are in minor units and positive in the direction of the
-- agreement: a document that takes something back has amounts below zero.

-- How documents of a company are numbered, by kind: here, without a gap, or by another system.
CREATE TABLE document_series (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  numbered_by text COLLATE "C" NOT NULL,
  CONSTRAINT document_series_pkey PRIMARY KEY (tenant_id, company, kind),
  CONSTRAINT document_series_company FOREIGN KEY (tenant_id, company) REFERENCES company (tenant_id, code),
  CONSTRAINT document_series_numbered_by_known CHECK (numbered_by IN ('here', 'elsewhere')),
  CONSTRAINT document_series_form CHECK (series ~ '^[A-Z0-9][A-Z0-9-]{0,19}$')
);

-- The last number of each series and year. The row is locked until the document that takes the next
-- number is committed: a number is never lost.
CREATE TABLE document_number (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  last_number bigint NOT NULL DEFAULT 0,
  CONSTRAINT document_number_pkey PRIMARY KEY (tenant_id, company, series, year),
  CONSTRAINT document_number_company FOREIGN KEY (tenant_id, company) REFERENCES company (tenant_id, code),
  CONSTRAINT document_number_not_negative CHECK (last_number >= 0)
);

-- Our company as it stands on documents: name, address, numbers of the tax office. The last word counts;
-- a document keeps what it was issued with.
CREATE TABLE company_party (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  party json NOT NULL,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT company_party_pkey PRIMARY KEY (tenant_id, company, version),
  CONSTRAINT company_party_company FOREIGN KEY (tenant_id, company) REFERENCES company (tenant_id, code),
  CONSTRAINT company_party_version_positive CHECK (version > 0)
);

-- One look at what can be settled: on which day, as known at which batch, and who has waived what.
CREATE TABLE settlement_run (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  settled_on date NOT NULL,
  batch bigint NOT NULL,
  waivers json NOT NULL,
  actor_kind text COLLATE "C" NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  proposed_at timestamptz NOT NULL,
  CONSTRAINT settlement_run_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT settlement_run_company FOREIGN KEY (tenant_id, company) REFERENCES company (tenant_id, code),
  CONSTRAINT settlement_run_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT settlement_run_actor_known CHECK (actor_kind IN ('person', 'service', 'system'))
);

-- What became of an account in a run. `partner_id` is who gets the money, `participant` whose lines it is.
CREATE TABLE settlement_outcome (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  run_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  participant text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  as_of date NOT NULL,
  stage text COLLATE "C" NOT NULL,
  earned_minor numeric NOT NULL,
  documented_minor numeric NOT NULL,
  lapsed_minor numeric NOT NULL,
  parts json NOT NULL,
  CONSTRAINT settlement_outcome_pkey
    PRIMARY KEY (tenant_id, run_id, agreement_id, term, participant, window_from, currency),
  CONSTRAINT settlement_outcome_run FOREIGN KEY (tenant_id, run_id) REFERENCES settlement_run (tenant_id, id),
  CONSTRAINT settlement_outcome_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  CONSTRAINT settlement_outcome_stage_known CHECK (stage IN ('interim', 'final', 'reopened')),
  CONSTRAINT settlement_outcome_whole
    CHECK (scale(earned_minor) = 0 AND scale(documented_minor) = 0 AND scale(lapsed_minor) = 0)
);

CREATE INDEX settlement_outcome_by_account
  ON settlement_outcome (tenant_id, agreement_id, term, participant, window_from);

-- A document, or what lapses for good together. `side` says whose the amounts are: owed by us or to us.
CREATE TABLE settlement (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  side text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL,
  method text COLLATE "C" NOT NULL,
  treatment text COLLATE "C" NOT NULL,
  amounts_stated text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  net_minor numeric NOT NULL,
  tax_minor numeric NOT NULL,
  gross_minor numeric NOT NULL,
  withheld_minor numeric NOT NULL,
  payment_days integer NOT NULL,
  -- Of a cancellation: the settlement that it takes back, and why.
  cancels uuid,
  cancel_reason text,
  -- The approvals that it needs, in order, as the rules were when it was proposed.
  levels json NOT NULL,
  author_kind text COLLATE "C" NOT NULL,
  author_id text COLLATE "C" NOT NULL,
  proposed_at timestamptz NOT NULL,
  state text COLLATE "C" NOT NULL,
  series text COLLATE "C",
  year integer,
  legal_number text COLLATE "C",
  issued_on date,
  due_on date,
  issued_at timestamptz,
  issued_batch bigint,
  document json,
  CONSTRAINT settlement_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT settlement_run_of FOREIGN KEY (tenant_id, run_id) REFERENCES settlement_run (tenant_id, id),
  CONSTRAINT settlement_cancels FOREIGN KEY (tenant_id, cancels) REFERENCES settlement (tenant_id, id),
  CONSTRAINT settlement_issued_batch FOREIGN KEY (tenant_id, issued_batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT settlement_number_once UNIQUE (tenant_id, company, legal_number),
  CONSTRAINT settlement_side_known CHECK (side IN ('payable', 'receivable')),
  CONSTRAINT settlement_kind_known CHECK (
    kind IN ('creditNote', 'debitNote', 'selfBilledInvoice', 'selfBilledCreditNote', 'paymentNotice', 'reclaimNotice', 'lapse')
  ),
  CONSTRAINT settlement_reason_known CHECK (reason IN ('settlement', 'clawBack', 'lapse', 'cancellation')),
  CONSTRAINT settlement_state_known
    CHECK (state IN ('proposed', 'approved', 'awaitingNumber', 'issued', 'cancelled', 'rejected')),
  CONSTRAINT settlement_adds_up CHECK (net_minor + tax_minor = gross_minor),
  CONSTRAINT settlement_whole CHECK (
    scale(net_minor) = 0 AND scale(tax_minor) = 0 AND scale(gross_minor) = 0 AND scale(withheld_minor) = 0
  ),
  -- What is settled goes the way of the agreement, what is taken back the other way.
  CONSTRAINT settlement_never_turned CHECK (
    (reason <> 'settlement' OR gross_minor > 0) AND (reason <> 'clawBack' OR gross_minor < 0)
  ),
  CONSTRAINT settlement_cancellation_whole
    CHECK ((reason = 'cancellation') = (cancels IS NOT NULL) AND (cancels IS NULL) = (cancel_reason IS NULL)),
  CONSTRAINT settlement_issued_whole CHECK (
    (state IN ('issued', 'cancelled'))
      = (issued_on IS NOT NULL AND issued_at IS NOT NULL AND issued_batch IS NOT NULL)
  ),
  CONSTRAINT settlement_numbered
    CHECK (state NOT IN ('issued', 'cancelled') OR (kind = 'lapse') = (legal_number IS NULL)),
  CONSTRAINT settlement_documented CHECK ((document IS NULL) = (legal_number IS NULL)),
  CONSTRAINT settlement_author_known CHECK (author_kind IN ('person', 'service', 'system'))
);

CREATE UNIQUE INDEX settlement_cancelled_once ON settlement (tenant_id, cancels) WHERE state <> 'rejected';
CREATE INDEX settlement_newest ON settlement (tenant_id, proposed_at, id);
CREATE INDEX settlement_by_partner ON settlement (tenant_id, company, partner_id);

-- What a settlement has of an account at a rate of tax, or of what lapses. `number` counts the
-- settlements of the account: two of them can never take the same place.
CREATE TABLE settlement_line (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  settlement_id uuid NOT NULL,
  position integer NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  participant text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  -- "none" where nothing is taxed, or the percent; empty for what lapses.
  rate text COLLATE "C" NOT NULL,
  lapse text COLLATE "C",
  stage text COLLATE "C" NOT NULL,
  -- As the agreement states its amounts, and without tax.
  stated_minor numeric NOT NULL,
  net_minor numeric NOT NULL,
  CONSTRAINT settlement_line_pkey PRIMARY KEY (tenant_id, settlement_id, position),
  CONSTRAINT settlement_line_of FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement (tenant_id, id),
  CONSTRAINT settlement_line_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  CONSTRAINT settlement_line_once
    UNIQUE (tenant_id, agreement_id, term, participant, window_from, window_until, currency, number, rate),
  CONSTRAINT settlement_line_lapse_known
    CHECK (lapse IN ('lateFacts', 'claimDeadline', 'clawBackWaived', 'belowMinimum')),
  CONSTRAINT settlement_line_lapse_untaxed CHECK ((lapse IS NULL) = (rate <> '')),
  CONSTRAINT settlement_line_stage_known CHECK (stage IN ('interim', 'final', 'reopened')),
  CONSTRAINT settlement_line_whole CHECK (scale(stated_minor) = 0 AND scale(net_minor) = 0),
  CONSTRAINT settlement_line_counts CHECK (position > 0 AND number > 0 AND window_from < window_until)
);

CREATE TABLE settlement_tax (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  settlement_id uuid NOT NULL,
  rate text COLLATE "C" NOT NULL,
  net_minor numeric NOT NULL,
  tax_minor numeric NOT NULL,
  CONSTRAINT settlement_tax_pkey PRIMARY KEY (tenant_id, settlement_id, rate),
  CONSTRAINT settlement_tax_of FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement (tenant_id, id),
  CONSTRAINT settlement_tax_whole CHECK (scale(net_minor) = 0 AND scale(tax_minor) = 0)
);

-- Who has approved. The primary key is the rule of four eyes: a person has one part in a settlement,
-- author (level NULL) or approver of one level.
CREATE TABLE settlement_part (
  tenant_id uuid NOT NULL,
  settlement_id uuid NOT NULL,
  person text COLLATE "C" NOT NULL,
  level text COLLATE "C",
  taken_at timestamptz NOT NULL,
  CONSTRAINT settlement_part_pkey PRIMARY KEY (tenant_id, settlement_id, person),
  CONSTRAINT settlement_part_level_once UNIQUE (tenant_id, settlement_id, level),
  CONSTRAINT settlement_part_of FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement (tenant_id, id)
);

-- Settlements name partners, amounts and approvers: they are ours until a document of them is sent.

ALTER TABLE document_series ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_series FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON document_series TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (series, numbered_by) ON document_series TO openrebate_app;

ALTER TABLE document_number ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_number FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON document_number TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (last_number) ON document_number TO openrebate_app;

ALTER TABLE company_party ENABLE ROW LEVEL SECURITY;
ALTER TABLE company_party FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON company_party TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON company_party TO openrebate_app;

ALTER TABLE settlement_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement_run FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON settlement_run TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON settlement_run TO openrebate_app;

ALTER TABLE settlement_outcome ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement_outcome FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON settlement_outcome TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON settlement_outcome TO openrebate_app;

ALTER TABLE settlement ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON settlement TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (state, series, year, legal_number, issued_on, due_on, issued_at, issued_batch, document) ON settlement TO openrebate_app;

ALTER TABLE settlement_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement_line FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON settlement_line TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON settlement_line TO openrebate_app;

ALTER TABLE settlement_tax ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement_tax FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON settlement_tax TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON settlement_tax TO openrebate_app;

ALTER TABLE settlement_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement_part FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON settlement_part TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON settlement_part TO openrebate_app;
