-- Claims: what one side asks of the other, as it was sent, and what became of each line. The amounts of a
-- line are never stored: they are what was claimed less what moved away from it, and each move is a row.
-- Partners read their claims, lines and moves; what we wrote beside them (events) is ours.
--
-- Older programs go on.

-- `run_number`: the calculation that a claim of ours was made from, to be computed again with what the other
-- side objects. `last_event` is the head that whoever adds to a claim locks; nothing else of it ever changes.
CREATE TABLE claim (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  reference text COLLATE "C" NOT NULL,
  claimant text COLLATE "C" NOT NULL,
  company text COLLATE "C" NOT NULL,
  agreement_id uuid NOT NULL,
  -- The code of it, which never changes: partners read it without looking the agreement up.
  agreement text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  sent_on date NOT NULL,
  due_on date NOT NULL,
  answer_by date,
  silence text COLLATE "C",
  changes uuid,
  run_number integer,
  sent_by text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  last_event integer NOT NULL DEFAULT 0,
  CONSTRAINT claim_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT claim_reference_once UNIQUE (tenant_id, company, claimant, partner_id, reference),
  CONSTRAINT claim_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  CONSTRAINT claim_run FOREIGN KEY (tenant_id, agreement_id, run_number)
    REFERENCES run (tenant_id, agreement_id, number),
  CONSTRAINT claim_changes FOREIGN KEY (tenant_id, changes) REFERENCES claim (tenant_id, id),
  CONSTRAINT claim_claimant_known CHECK (claimant IN ('us', 'partner')),
  CONSTRAINT claim_due_after_sent CHECK (due_on >= sent_on),
  CONSTRAINT claim_answer_whole CHECK ((answer_by IS NULL) = (silence IS NULL)),
  CONSTRAINT claim_silence_known CHECK (silence IN ('accepts', 'rejects')),
  CONSTRAINT claim_last_event_not_negative CHECK (last_event >= 0)
);

CREATE INDEX claim_by_agreement ON claim (tenant_id, agreement);
CREATE INDEX claim_by_partner ON claim (tenant_id, partner_id, due_on);

ALTER TABLE claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON claim TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY partner_wall ON claim FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
GRANT SELECT, INSERT, UPDATE (last_event) ON claim TO openrebate_app;
GRANT SELECT (tenant_id, partner_id, id, reference, claimant, company, agreement, currency, sent_on, due_on,
  answer_by, silence, changes, run_number, last_event) ON claim TO openrebate_portal;

CREATE TABLE claim_line (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  claim_id uuid NOT NULL,
  number integer NOT NULL,
  term text COLLATE "C" NOT NULL,
  participant text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  minor numeric NOT NULL,
  source text COLLATE "C",
  document text COLLATE "C",
  document_line text COLLATE "C",
  product text COLLATE "C",
  customer text COLLATE "C",
  contract text COLLATE "C",
  day date,
  quantity numeric,
  unit text COLLATE "C",
  unit_amount numeric,
  CONSTRAINT claim_line_pkey PRIMARY KEY (tenant_id, claim_id, number),
  CONSTRAINT claim_line_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim (tenant_id, id),
  CONSTRAINT claim_line_number_positive CHECK (number > 0),
  CONSTRAINT claim_line_says_something CHECK (minor <> 0 AND minor = trunc(minor)),
  CONSTRAINT claim_line_window CHECK (window_from < window_until),
  CONSTRAINT claim_line_transaction_whole
    CHECK (num_nonnulls(source, document, document_line) IN (0, 3))
);

CREATE INDEX claim_line_by_transaction ON claim_line (tenant_id, source, document, document_line);

ALTER TABLE claim_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_line FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON claim_line TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY partner_wall ON claim_line FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
GRANT SELECT, INSERT ON claim_line TO openrebate_app;
GRANT SELECT ON claim_line TO openrebate_portal;

-- `day` is when it holds, `recorded_at` when it was said. A receipt is told from another one by its reference.
CREATE TABLE claim_event (
  tenant_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  day date NOT NULL,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  reference text COLLATE "C",
  note text,
  asked_minor numeric,
  CONSTRAINT claim_event_pkey PRIMARY KEY (tenant_id, claim_id, number),
  CONSTRAINT claim_event_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim (tenant_id, id),
  CONSTRAINT claim_event_number_positive CHECK (number > 0),
  CONSTRAINT claim_event_asks_a_write_off CHECK ((kind = 'writeOffAsked') = (asked_minor IS NOT NULL))
);

CREATE UNIQUE INDEX claim_event_receipt_once ON claim_event (tenant_id, claim_id, reference)
  WHERE kind = 'received';

ALTER TABLE claim_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON claim_event TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON claim_event TO openrebate_app;

CREATE TABLE claim_move (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  claim_id uuid NOT NULL,
  event integer NOT NULL,
  number integer NOT NULL,
  -- The day of its event.
  day date NOT NULL,
  line integer NOT NULL,
  from_position text COLLATE "C" NOT NULL,
  from_reason text COLLATE "C",
  to_position text COLLATE "C" NOT NULL,
  to_reason text COLLATE "C",
  minor numeric NOT NULL,
  CONSTRAINT claim_move_pkey PRIMARY KEY (tenant_id, claim_id, event, number),
  CONSTRAINT claim_move_event FOREIGN KEY (tenant_id, claim_id, event)
    REFERENCES claim_event (tenant_id, claim_id, number),
  CONSTRAINT claim_move_line FOREIGN KEY (tenant_id, claim_id, line)
    REFERENCES claim_line (tenant_id, claim_id, number),
  CONSTRAINT claim_move_moves_something CHECK (minor <> 0 AND minor = trunc(minor)),
  CONSTRAINT claim_move_from_reason
    CHECK ((from_position IN ('disputed', 'refused')) = (from_reason IS NOT NULL)),
  CONSTRAINT claim_move_to_reason CHECK ((to_position IN ('disputed', 'refused')) = (to_reason IS NOT NULL))
);

ALTER TABLE claim_move ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_move FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON claim_move TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY partner_wall ON claim_move FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
GRANT SELECT, INSERT ON claim_move TO openrebate_app;
GRANT SELECT ON claim_move TO openrebate_portal;

-- What a company decides by itself, in a currency: which differences it grants, how much a second person
-- may give up, when it reminds, how long it waits for an answer. The last version counts.
CREATE TABLE claim_rule (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  tolerance_minor numeric NOT NULL,
  tolerance_percent numeric NOT NULL,
  write_off_minor numeric NOT NULL,
  remind_after_days integer[] NOT NULL,
  answer_days integer,
  set_by text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT claim_rule_pkey PRIMARY KEY (tenant_id, company, currency, version),
  CONSTRAINT claim_rule_bounds CHECK (
    version > 0 AND tolerance_minor >= 0 AND tolerance_percent >= 0 AND write_off_minor >= 0
    AND (answer_days IS NULL OR answer_days >= 0)
  )
);

ALTER TABLE claim_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON claim_rule TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON claim_rule TO openrebate_app;
