-- What detectors found, what is made of it, and who decided. Everything is appended: a finding is kept once however often it is
-- found, each run says what it saw, and a case is the events that it had; each of them says how the case stands after it, so
-- that the last one tells how it stands now. Nothing of this is for partners: where partners are named, nothing is seen, whoever asks.
--
-- Older programs do not go on: they would pay what is held.

-- A look of the detectors: at what just arrived, at everything, or at everything with other parameters to compare.
CREATE TABLE trust_run (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- Whom alone it looked at; NULL: everybody.
  partner text COLLATE "C",
  parameters jsonb NOT NULL,
  findings integer NOT NULL,
  fresh integer NOT NULL,
  -- Of a comparison: what it came to, by detector.
  outcome jsonb,
  requested_by text COLLATE "C" NOT NULL,
  ended_at timestamptz NOT NULL,
  CONSTRAINT trust_run_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT trust_run_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT trust_run_kind_known CHECK (kind IN ('arrival', 'nightly', 'asked', 'backTest')),
  CONSTRAINT trust_run_compares CHECK ((outcome IS NOT NULL) = (kind = 'backTest')),
  CONSTRAINT trust_run_counts CHECK (findings >= fresh AND fresh >= 0)
);

ALTER TABLE trust_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE trust_run FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON trust_run TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON trust_run AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON trust_run TO openrebate_app;

-- Other parameters that somebody wants compared; its run has the same id.
CREATE TABLE trust_back_test (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  parameters jsonb NOT NULL,
  requested_by text COLLATE "C" NOT NULL,
  requested_at timestamptz NOT NULL,
  CONSTRAINT trust_back_test_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT trust_back_test_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id)
);

ALTER TABLE trust_back_test ENABLE ROW LEVEL SECURITY;
ALTER TABLE trust_back_test FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON trust_back_test TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON trust_back_test AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON trust_back_test TO openrebate_app;

CREATE TABLE trust_finding (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  detector text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  about text COLLATE "C" NOT NULL,
  object text COLLATE "C" NOT NULL,
  object_id text COLLATE "C" NOT NULL,
  -- What a hold on it would stop: the claim of a line of it, or the object itself.
  subject text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  partner text COLLATE "C",
  agreement text COLLATE "C",
  day date,
  score integer NOT NULL,
  minor numeric,
  currency text COLLATE "C",
  evidence jsonb NOT NULL,
  -- Of everything that it says.
  sha256 text COLLATE "C" NOT NULL,
  run_id uuid NOT NULL,
  found_at timestamptz NOT NULL,
  CONSTRAINT trust_finding_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT trust_finding_once UNIQUE (tenant_id, detector, version, object, object_id, sha256),
  CONSTRAINT trust_finding_of_run FOREIGN KEY (tenant_id, run_id) REFERENCES trust_run (tenant_id, id),
  CONSTRAINT trust_finding_about_known CHECK (about IN ('fraud', 'leakage')),
  CONSTRAINT trust_finding_score_range CHECK (score BETWEEN 1 AND 1000),
  CONSTRAINT trust_finding_minor_whole CHECK (scale(minor) = 0)
);

CREATE INDEX trust_finding_by_subject ON trust_finding (tenant_id, subject, subject_id);
CREATE INDEX trust_finding_by_partner ON trust_finding (tenant_id, partner);

ALTER TABLE trust_finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE trust_finding FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON trust_finding TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON trust_finding AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON trust_finding TO openrebate_app;

-- That a run found it again: the first and the last of them say since when and how long.
CREATE TABLE trust_sighting (
  tenant_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  run_id uuid NOT NULL,
  CONSTRAINT trust_sighting_pkey PRIMARY KEY (tenant_id, finding_id, run_id),
  CONSTRAINT trust_sighting_of_finding FOREIGN KEY (tenant_id, finding_id) REFERENCES trust_finding (tenant_id, id),
  CONSTRAINT trust_sighting_of_run FOREIGN KEY (tenant_id, run_id) REFERENCES trust_run (tenant_id, id)
);

ALTER TABLE trust_sighting ENABLE ROW LEVEL SECURITY;
ALTER TABLE trust_sighting FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON trust_sighting TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON trust_sighting AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON trust_sighting TO openrebate_app;

-- From which risk on something is looked at or held, every version.
CREATE TABLE trust_policy (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  policy jsonb NOT NULL,
  reason text NOT NULL,
  set_by text COLLATE "C" NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT trust_policy_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT trust_policy_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT trust_policy_version_counts CHECK (version > 0),
  CONSTRAINT trust_policy_reason_given CHECK (btrim(reason) <> '')
);

ALTER TABLE trust_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE trust_policy FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON trust_policy TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON trust_policy AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON trust_policy TO openrebate_app;

-- What a detector goes by where it is not the usual, every version.
CREATE TABLE trust_parameter (
  tenant_id uuid NOT NULL,
  detector text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  parameters jsonb NOT NULL,
  reason text NOT NULL,
  set_by text COLLATE "C" NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT trust_parameter_pkey PRIMARY KEY (tenant_id, detector, version),
  CONSTRAINT trust_parameter_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT trust_parameter_version_counts CHECK (version > 0),
  CONSTRAINT trust_parameter_reason_given CHECK (btrim(reason) <> '')
);

ALTER TABLE trust_parameter ENABLE ROW LEVEL SECURITY;
ALTER TABLE trust_parameter FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON trust_parameter TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON trust_parameter AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON trust_parameter TO openrebate_app;

-- What a person decides: about one subject, one case at a time; the next one counts on.
CREATE TABLE trust_case (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  subject text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  partner text COLLATE "C",
  currency text COLLATE "C",
  opened_at timestamptz NOT NULL,
  CONSTRAINT trust_case_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT trust_case_one_at_a_time UNIQUE (tenant_id, subject, subject_id, ordinal),
  CONSTRAINT trust_case_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT trust_case_ordinal_counts CHECK (ordinal > 0)
);

CREATE INDEX trust_case_by_partner ON trust_case (tenant_id, partner);

ALTER TABLE trust_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE trust_case FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON trust_case TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON trust_case AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON trust_case TO openrebate_app;

-- A finding is in one case at most.
CREATE TABLE trust_case_finding (
  tenant_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  case_id uuid NOT NULL,
  CONSTRAINT trust_case_finding_pkey PRIMARY KEY (tenant_id, finding_id),
  CONSTRAINT trust_case_finding_of FOREIGN KEY (tenant_id, finding_id) REFERENCES trust_finding (tenant_id, id),
  CONSTRAINT trust_case_finding_in FOREIGN KEY (tenant_id, case_id) REFERENCES trust_case (tenant_id, id)
);

CREATE INDEX trust_case_finding_by_case ON trust_case_finding (tenant_id, case_id);

ALTER TABLE trust_case_finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE trust_case_finding FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON trust_case_finding TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON trust_case_finding AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON trust_case_finding TO openrebate_app;

CREATE TABLE trust_case_event (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  actor text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  said text NOT NULL,
  -- What somebody has added to look at.
  evidence_object text COLLATE "C",
  evidence_id text COLLATE "C",
  -- How the case stands after it.
  state text COLLATE "C" NOT NULL,
  is_held boolean NOT NULL,
  assignee uuid,
  score integer NOT NULL,
  minor numeric,
  decision text COLLATE "C",
  reason text COLLATE "C",
  prevented_minor numeric NOT NULL,
  recovered_minor numeric NOT NULL,
  CONSTRAINT trust_case_event_pkey PRIMARY KEY (tenant_id, case_id, number),
  CONSTRAINT trust_case_event_of FOREIGN KEY (tenant_id, case_id) REFERENCES trust_case (tenant_id, id),
  CONSTRAINT trust_case_event_kind_known CHECK (
    kind IN ('opened', 'found', 'assigned', 'commented', 'evidenceAdded', 'held', 'released', 'decided')
  ),
  CONSTRAINT trust_case_event_state_known CHECK (state IN ('open', 'underWay', 'decided')),
  CONSTRAINT trust_case_event_number_counts CHECK (number > 0),
  CONSTRAINT trust_case_event_evidence_whole CHECK ((evidence_object IS NULL) = (evidence_id IS NULL)),
  CONSTRAINT trust_case_event_decided CHECK (
    (decision IS NOT NULL) = (state = 'decided') AND (reason IS NOT NULL) = (state = 'decided')
  ),
  CONSTRAINT trust_case_event_amounts CHECK (
    scale(minor) = 0 AND scale(prevented_minor) = 0 AND scale(recovered_minor) = 0
    AND prevented_minor >= 0 AND recovered_minor >= 0
  )
);

ALTER TABLE trust_case_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE trust_case_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON trust_case_event TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON trust_case_event AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON trust_case_event TO openrebate_app;

-- A claim or a bank account that has come and is looked at before anything is paid because of it.
CREATE TABLE trust_arrival (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  subject text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  partner text COLLATE "C" NOT NULL,
  arrived_at timestamptz NOT NULL,
  -- When somebody is told that nobody has looked.
  late_at timestamptz NOT NULL,
  CONSTRAINT trust_arrival_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT trust_arrival_once UNIQUE (tenant_id, subject, subject_id),
  CONSTRAINT trust_arrival_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id)
);

ALTER TABLE trust_arrival ENABLE ROW LEVEL SECURITY;
ALTER TABLE trust_arrival FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON trust_arrival TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON trust_arrival AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON trust_arrival TO openrebate_app;

CREATE TABLE trust_arrival_event (
  tenant_id uuid NOT NULL,
  arrival_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- Of one that was looked at: by which run, and what the policy makes of it.
  run_id uuid,
  verdict text COLLATE "C",
  at timestamptz NOT NULL,
  CONSTRAINT trust_arrival_event_pkey PRIMARY KEY (tenant_id, arrival_id, kind),
  CONSTRAINT trust_arrival_event_of FOREIGN KEY (tenant_id, arrival_id) REFERENCES trust_arrival (tenant_id, id),
  CONSTRAINT trust_arrival_event_run FOREIGN KEY (tenant_id, run_id) REFERENCES trust_run (tenant_id, id),
  CONSTRAINT trust_arrival_event_kind_known CHECK (kind IN ('late', 'scanned')),
  CONSTRAINT trust_arrival_event_whole CHECK (
    (run_id IS NOT NULL) = (kind = 'scanned') AND (verdict IS NOT NULL) = (kind = 'scanned')
  ),
  CONSTRAINT trust_arrival_event_verdict_known CHECK (verdict IN ('pass', 'review', 'hold'))
);

ALTER TABLE trust_arrival_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE trust_arrival_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON trust_arrival_event TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON trust_arrival_event AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON trust_arrival_event TO openrebate_app;
