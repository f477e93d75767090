-- How documents are numbered and how a company stands on them: the first word counts at once, since nothing stands on it yet;
-- every other one once another person has approved it.

CREATE TABLE document_setting_change (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  -- `party`, or the kind of documents whose series it is.
  about text COLLATE "C" NOT NULL,
  value json NOT NULL,
  author text COLLATE "C" NOT NULL,
  proposed_at timestamptz NOT NULL,
  decision text COLLATE "C",
  decided_by text COLLATE "C",
  decided_at timestamptz,
  reason text,
  CONSTRAINT document_setting_change_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT document_setting_change_company FOREIGN KEY (tenant_id, company) REFERENCES company (tenant_id, code),
  CONSTRAINT document_setting_change_decision_known CHECK (decision IN ('approved', 'rejected')),
  CONSTRAINT document_setting_change_decided_whole CHECK (
    (decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)
  ),
  CONSTRAINT document_setting_change_by_another CHECK (decision <> 'approved' OR decided_by <> author)
);

-- One word waits at a time: who approves knows what comes into force.
CREATE UNIQUE INDEX document_setting_change_waits ON document_setting_change (tenant_id, company, about)
  WHERE decision IS NULL;

ALTER TABLE document_setting_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_setting_change FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON document_setting_change TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (decision, decided_by, decided_at, reason) ON document_setting_change TO openrebate_app;

-- What stands, and who stands behind it. Until now one person was enough.
ALTER TABLE document_series ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE document_series ADD COLUMN author text COLLATE "C";
ALTER TABLE document_series ADD COLUMN approver text COLLATE "C";
ALTER TABLE document_series ADD CONSTRAINT document_series_changed_by_two
  CHECK (version = 1 OR (author IS NOT NULL AND approver IS NOT NULL AND approver <> author));
GRANT UPDATE (version, author, approver) ON document_series TO openrebate_app;

ALTER TABLE company_party ADD COLUMN approver text COLLATE "C";
ALTER TABLE company_party NO FORCE ROW LEVEL SECURITY;
UPDATE company_party SET approver = 'system:upgrade' WHERE version > 1;
ALTER TABLE company_party FORCE ROW LEVEL SECURITY;
ALTER TABLE company_party ADD CONSTRAINT company_party_changed_by_two
  CHECK (version = 1 OR (approver IS NOT NULL AND approver <> actor));
