-- Amounts that are earned beside the terms of an agreement: goodwill, corrections, what was calculated elsewhere,
-- lump sums in phases. One person proposes, another one approves; from the batch of the approval on it is known.
-- Nothing is changed afterwards: what is taken back is a mirrored adjustment that names the first one.
--
-- Older programs do not go on: they would take back what was approved.

CREATE TABLE adjustment (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  -- Ours alone, and what the partner may read.
  reason text NOT NULL,
  wording text,
  document_id uuid NOT NULL,
  expires_on date,
  withdraws uuid,
  author text COLLATE "C" NOT NULL,
  proposed_at timestamptz NOT NULL,
  CONSTRAINT adjustment_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT adjustment_author_once UNIQUE (tenant_id, id, author),
  CONSTRAINT adjustment_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  CONSTRAINT adjustment_document FOREIGN KEY (tenant_id, document_id) REFERENCES agreement_document (tenant_id, id),
  CONSTRAINT adjustment_withdraws FOREIGN KEY (tenant_id, withdraws) REFERENCES adjustment (tenant_id, id),
  CONSTRAINT adjustment_kind_known CHECK (kind IN ('goodwill', 'correction', 'external', 'lumpSum')),
  CONSTRAINT adjustment_reason_given CHECK (btrim(reason) <> '')
);

CREATE INDEX adjustment_by_agreement ON adjustment (tenant_id, agreement_id);

CREATE TABLE adjustment_part (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  adjustment_id uuid NOT NULL,
  position integer NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  counts_from date NOT NULL,
  minor numeric NOT NULL,
  CONSTRAINT adjustment_part_pkey PRIMARY KEY (tenant_id, adjustment_id, position),
  CONSTRAINT adjustment_part_of FOREIGN KEY (tenant_id, adjustment_id) REFERENCES adjustment (tenant_id, id),
  CONSTRAINT adjustment_part_window CHECK (window_from < window_until),
  CONSTRAINT adjustment_part_amount CHECK (minor <> 0 AND scale(minor) = 0),
  CONSTRAINT adjustment_part_position_positive CHECK (position > 0)
);

-- The rule of four eyes stands in the foreign key: a decision names the author, and nobody approves an own proposal.
CREATE TABLE adjustment_decision (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  adjustment_id uuid NOT NULL,
  author text COLLATE "C" NOT NULL,
  decision text COLLATE "C" NOT NULL,
  decided_by text COLLATE "C" NOT NULL,
  decided_at timestamptz NOT NULL,
  reason text NOT NULL,
  batch bigint,
  -- Of an approved adjustment that takes one back: which one. One is taken back once.
  withdrawn uuid,
  CONSTRAINT adjustment_decision_pkey PRIMARY KEY (tenant_id, adjustment_id),
  CONSTRAINT adjustment_decision_of FOREIGN KEY (tenant_id, adjustment_id, author)
    REFERENCES adjustment (tenant_id, id, author),
  CONSTRAINT adjustment_decision_withdrawn FOREIGN KEY (tenant_id, withdrawn) REFERENCES adjustment (tenant_id, id),
  CONSTRAINT adjustment_decision_withdrawn_once UNIQUE (tenant_id, withdrawn),
  CONSTRAINT adjustment_decision_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT adjustment_decision_known CHECK (decision IN ('approved', 'rejected')),
  CONSTRAINT adjustment_decision_four_eyes CHECK (decision = 'rejected' OR decided_by <> author),
  CONSTRAINT adjustment_decision_from CHECK ((batch IS NOT NULL) = (decision = 'approved')),
  CONSTRAINT adjustment_decision_takes_back CHECK (withdrawn IS NULL OR decision = 'approved')
);

ALTER TABLE adjustment ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjustment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON adjustment TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON adjustment TO openrebate_app;

ALTER TABLE adjustment_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjustment_part FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON adjustment_part TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON adjustment_part TO openrebate_app;

ALTER TABLE adjustment_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjustment_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON adjustment_decision TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON adjustment_decision TO openrebate_app;

-- What of an amount was approved beside the terms.
ALTER TABLE earning ADD COLUMN adjusted_minor numeric NOT NULL DEFAULT 0;
ALTER TABLE earning ADD CONSTRAINT earning_adjusted_whole CHECK (scale(adjusted_minor) = 0);
ALTER TABLE settlement_outcome ADD COLUMN adjusted_minor numeric NOT NULL DEFAULT 0;
ALTER TABLE settlement_outcome ADD CONSTRAINT settlement_outcome_adjusted_whole CHECK (scale(adjusted_minor) = 0);

-- What has to be documented by a day, and was not, lapses.
ALTER TABLE settlement_line DROP CONSTRAINT settlement_line_lapse_known;
ALTER TABLE settlement_line ADD CONSTRAINT settlement_line_lapse_known
  CHECK (lapse IN ('lateFacts', 'claimDeadline', 'adjustmentExpired', 'clawBackWaived', 'belowMinimum'));
