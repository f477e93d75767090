-- The life of an agreement: what is proposed, who wrote it, who approved it, and what was said of it.
-- Nothing of it is for partners: a text may name others, and a review is ours.

-- Everything about one agreement hangs on its dossier. Whoever does a deed locks this row first, so
-- that the deeds of one agreement come one after the other.
CREATE TABLE dossier (
  tenant_id uuid NOT NULL,
  -- The id inside the text.
  code text COLLATE "C" NOT NULL,
  last_deed integer NOT NULL DEFAULT 0,
  CONSTRAINT dossier_pkey PRIMARY KEY (tenant_id, code),
  CONSTRAINT dossier_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id)
);

ALTER TABLE dossier ENABLE ROW LEVEL SECURITY;
ALTER TABLE dossier FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON dossier TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (last_deed) ON dossier TO openrebate_app;

-- A text on its way to becoming a version. `proposal_version_once` is what keeps two proposals from
-- becoming the same version.
CREATE TABLE proposal (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  -- Counted for each agreement, in the order in which they were begun.
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- The version that the text was made from; 0 where the agreement has none.
  base_version integer NOT NULL,
  -- The agreement that was cloned or renewed.
  made_from text COLLATE "C",
  made_from_version integer,
  state text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  submission integer NOT NULL DEFAULT 0,
  version integer,
  CONSTRAINT proposal_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT proposal_number_once UNIQUE (tenant_id, code, number),
  CONSTRAINT proposal_version_once UNIQUE (tenant_id, code, version),
  CONSTRAINT proposal_dossier FOREIGN KEY (tenant_id, code) REFERENCES dossier (tenant_id, code),
  CONSTRAINT proposal_kind_known
    CHECK (kind IN ('new', 'clone', 'renewal', 'version', 'supplement', 'termination')),
  CONSTRAINT proposal_state_known CHECK (state IN ('draft', 'inReview', 'approved', 'withdrawn')),
  CONSTRAINT proposal_origin_whole CHECK ((made_from IS NULL) = (made_from_version IS NULL)),
  CONSTRAINT proposal_approved_whole CHECK ((state = 'approved') = (version IS NOT NULL)),
  CONSTRAINT proposal_follows_base CHECK (base_version >= 0 AND version = base_version + 1),
  CONSTRAINT proposal_counts CHECK (number > 0 AND revision > 0 AND submission >= 0)
);

ALTER TABLE proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposal FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON proposal TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (base_version, state, revision, submission, version) ON proposal TO openrebate_app;

-- Each text that was saved, as it was saved.
CREATE TABLE proposal_revision (
  tenant_id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  revision integer NOT NULL,
  author_kind text COLLATE "C" NOT NULL,
  author_id text COLLATE "C" NOT NULL,
  saved_at timestamptz NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  text text NOT NULL,
  CONSTRAINT proposal_revision_pkey PRIMARY KEY (tenant_id, proposal_id, revision),
  CONSTRAINT proposal_revision_of FOREIGN KEY (tenant_id, proposal_id) REFERENCES proposal (tenant_id, id),
  CONSTRAINT proposal_revision_author_known CHECK (author_kind IN ('person', 'service', 'system')),
  CONSTRAINT proposal_revision_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

ALTER TABLE proposal_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposal_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON proposal_revision TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON proposal_revision TO openrebate_app;

-- What was handed in: which text, at which value, and the levels that the rules of that moment ask for.
CREATE TABLE proposal_submission (
  tenant_id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  submission integer NOT NULL,
  revision integer NOT NULL,
  -- 0: the company had no rules of its own.
  rules_version integer NOT NULL,
  value_of text COLLATE "C" NOT NULL,
  value numeric NOT NULL,
  currency text COLLATE "C" NOT NULL,
  levels json NOT NULL,
  submitted_at timestamptz NOT NULL,
  CONSTRAINT proposal_submission_pkey PRIMARY KEY (tenant_id, proposal_id, submission),
  CONSTRAINT proposal_submission_text FOREIGN KEY (tenant_id, proposal_id, revision)
    REFERENCES proposal_revision (tenant_id, proposal_id, revision),
  CONSTRAINT proposal_submission_value_known CHECK (value_of IN ('expected', 'capped')),
  CONSTRAINT proposal_submission_counts CHECK (submission > 0 AND rules_version >= 0)
);

ALTER TABLE proposal_submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposal_submission FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON proposal_submission TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON proposal_submission TO openrebate_app;

-- Who takes part in one submission. The primary key is the rule of four eyes itself: a person has
-- one part in it, author or approver of one level; and each level is approved once.
CREATE TABLE proposal_part (
  tenant_id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  submission integer NOT NULL,
  person text COLLATE "C" NOT NULL,
  -- NULL for an author.
  level text COLLATE "C",
  taken_at timestamptz NOT NULL,
  CONSTRAINT proposal_part_pkey PRIMARY KEY (tenant_id, proposal_id, submission, person),
  CONSTRAINT proposal_part_level_once UNIQUE (tenant_id, proposal_id, submission, level),
  CONSTRAINT proposal_part_of FOREIGN KEY (tenant_id, proposal_id, submission)
    REFERENCES proposal_submission (tenant_id, proposal_id, submission)
);

ALTER TABLE proposal_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposal_part FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON proposal_part TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON proposal_part TO openrebate_app;

-- Who did what, when and why: the history of an agreement, comments among it.
CREATE TABLE agreement_deed (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  deed text COLLATE "C" NOT NULL,
  actor_kind text COLLATE "C" NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  done_at timestamptz NOT NULL,
  -- The last batch that the deed saw, or the one it made.
  batch bigint NOT NULL,
  proposal_id uuid,
  revision integer,
  submission integer,
  level text COLLATE "C",
  version integer,
  -- The place in the text that a comment is about.
  path text,
  reason text,
  CONSTRAINT agreement_deed_pkey PRIMARY KEY (tenant_id, code, number),
  CONSTRAINT agreement_deed_dossier FOREIGN KEY (tenant_id, code) REFERENCES dossier (tenant_id, code),
  CONSTRAINT agreement_deed_proposal FOREIGN KEY (tenant_id, proposal_id) REFERENCES proposal (tenant_id, id),
  CONSTRAINT agreement_deed_known CHECK (deed IN (
    'begin', 'save', 'submit', 'recall', 'approve', 'reject', 'withdraw', 'takeOver', 'comment', 'attach'
  )),
  CONSTRAINT agreement_deed_actor_known CHECK (actor_kind IN ('person', 'service', 'system')),
  CONSTRAINT agreement_deed_approver CHECK (deed NOT IN ('submit', 'approve', 'reject') OR actor_kind = 'person'),
  CONSTRAINT agreement_deed_reason CHECK (deed NOT IN ('reject', 'comment') OR reason IS NOT NULL)
);

ALTER TABLE agreement_deed ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_deed FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON agreement_deed TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON agreement_deed TO openrebate_app;

-- Who has to approve what. A version is in force from the batch in which another person confirmed it.
CREATE TABLE approval_rules (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  text text NOT NULL,
  author text COLLATE "C" NOT NULL,
  proposed_at timestamptz NOT NULL,
  CONSTRAINT approval_rules_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT approval_rules_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT approval_rules_author_once UNIQUE (tenant_id, version, author),
  CONSTRAINT approval_rules_version_positive CHECK (version > 0)
);

ALTER TABLE approval_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON approval_rules TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON approval_rules TO openrebate_app;

CREATE TABLE approval_rules_confirmed (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  batch bigint NOT NULL,
  author text COLLATE "C" NOT NULL,
  approver text COLLATE "C" NOT NULL,
  CONSTRAINT approval_rules_confirmed_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT approval_rules_confirmed_of FOREIGN KEY (tenant_id, version, author)
    REFERENCES approval_rules (tenant_id, version, author),
  CONSTRAINT approval_rules_confirmed_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT approval_rules_confirmed_by_another CHECK (approver <> author)
);

ALTER TABLE approval_rules_confirmed ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval_rules_confirmed FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON approval_rules_confirmed TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON approval_rules_confirmed TO openrebate_app;
