-- What comes in can be repaired, undone, renamed and read again by a saved description.

-- `identity`: what tells the lines of this file apart. `parent_id`: the import whose quarantined
-- rows this one repairs or replays; it goes when that one is undone.
ALTER TABLE source_document
  ADD COLUMN identity text COLLATE "C" NOT NULL DEFAULT 'lineNumber',
  ADD COLUMN parent_id uuid,
  ADD COLUMN mapping_name text COLLATE "C",
  ADD COLUMN mapping_version integer,
  ADD COLUMN actor text COLLATE "C",
  ADD CONSTRAINT source_document_identity_known CHECK (identity IN ('lineNumber', 'occurrence')),
  ADD CONSTRAINT source_document_mapping_whole CHECK ((mapping_name IS NULL) = (mapping_version IS NULL)),
  ADD CONSTRAINT source_document_parent FOREIGN KEY (tenant_id, parent_id)
    REFERENCES source_document (tenant_id, id);

CREATE INDEX source_document_children ON source_document (tenant_id, parent_id) WHERE parent_id IS NOT NULL;

-- `fields`: of a quarantined row, the text of each of our fields, which a repair begins with.
-- `aliases`: which names of the sender were taken for which of ours. `parent_row`: the row of the
-- parent import that this one is once more.
ALTER TABLE received_row
  ADD COLUMN fields jsonb,
  ADD COLUMN aliases jsonb,
  ADD COLUMN parent_row integer;

CREATE INDEX received_row_quarantined ON received_row (tenant_id, document_id, row_number)
  WHERE disposition = 'quarantined';
CREATE INDEX received_row_waiting ON received_row (tenant_id, source, document, line)
  WHERE disposition = 'quarantined';
CREATE INDEX received_row_said_again ON received_row (tenant_id, source, document, line)
  WHERE disposition = 'duplicate';

-- A revision that says "no longer": nobody's word stands after an import was undone, or the whole
-- document came again without this line. It names the row that it takes back.
ALTER TABLE line
  ADD COLUMN withdrawn text COLLATE "C",
  ADD CONSTRAINT line_withdrawn_known CHECK (withdrawn IN ('undo', 'document'));
GRANT SELECT (withdrawn) ON line TO openrebate_portal;

-- One action for a whole import, once. The revisions that it made have its batch.
CREATE TABLE import_undo (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  batch bigint NOT NULL,
  reason text NOT NULL,
  actor text COLLATE "C" NOT NULL,
  CONSTRAINT import_undo_pkey PRIMARY KEY (tenant_id, document_id),
  CONSTRAINT import_undo_document FOREIGN KEY (tenant_id, document_id) REFERENCES source_document (tenant_id, id),
  CONSTRAINT import_undo_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number)
);

ALTER TABLE import_undo ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_undo FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON import_undo TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON import_undo TO openrebate_app;

-- How a quarantined row ended: a row of another import says the line (a repair, a replay, the same
-- row in a later file), or a person put it aside. Ended by an import that is undone, it is open again.
CREATE TABLE quarantine_end (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  row_number integer NOT NULL,
  number integer NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  by_document_id uuid,
  by_row_number integer,
  reason text,
  actor text COLLATE "C",
  ended_at timestamptz NOT NULL,
  CONSTRAINT quarantine_end_pkey PRIMARY KEY (tenant_id, document_id, row_number, number),
  CONSTRAINT quarantine_end_row FOREIGN KEY (tenant_id, document_id, row_number)
    REFERENCES received_row (tenant_id, document_id, row_number),
  CONSTRAINT quarantine_end_by_row FOREIGN KEY (tenant_id, by_document_id, by_row_number)
    REFERENCES received_row (tenant_id, document_id, row_number),
  CONSTRAINT quarantine_end_number_positive CHECK (number > 0),
  CONSTRAINT quarantine_end_outcome_known CHECK (outcome IN ('repaired', 'replayed', 'arrived', 'dismissed')),
  CONSTRAINT quarantine_end_by_a_row CHECK ((outcome = 'dismissed') = (by_document_id IS NULL)),
  CONSTRAINT quarantine_end_row_whole CHECK ((by_document_id IS NULL) = (by_row_number IS NULL)),
  CONSTRAINT quarantine_end_dismissed_with_reason
    CHECK (outcome <> 'dismissed' OR (reason IS NOT NULL AND reason <> '' AND actor IS NOT NULL))
);

CREATE INDEX quarantine_end_by ON quarantine_end (tenant_id, by_document_id) WHERE by_document_id IS NOT NULL;

ALTER TABLE quarantine_end ENABLE ROW LEVEL SECURITY;
ALTER TABLE quarantine_end FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON quarantine_end TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON quarantine_end TO openrebate_app;

-- What a sender calls a partner or product of ours, confirmed by somebody, known from a batch. The
-- last one counts; without a code, the name is nobody's any more.
CREATE TABLE alias (
  tenant_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  received text COLLATE "C" NOT NULL,
  batch bigint NOT NULL,
  code text COLLATE "C",
  CONSTRAINT alias_pkey PRIMARY KEY (tenant_id, kind, source, received, batch),
  CONSTRAINT alias_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT alias_kind_known CHECK (kind IN ('partner', 'product'))
);

ALTER TABLE alias ENABLE ROW LEVEL SECURITY;
ALTER TABLE alias FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON alias TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON alias TO openrebate_app;

-- Descriptions of other systems' files, by name; `fingerprint` tells a header that came before.
CREATE TABLE mapping (
  tenant_id uuid NOT NULL,
  name text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C",
  text text NOT NULL,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT mapping_pkey PRIMARY KEY (tenant_id, name, version),
  CONSTRAINT mapping_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT mapping_version_positive CHECK (version > 0),
  CONSTRAINT mapping_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

CREATE INDEX mapping_by_header ON mapping (tenant_id, fingerprint) WHERE fingerprint IS NOT NULL;

ALTER TABLE mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE mapping FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON mapping TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON mapping TO openrebate_app;
