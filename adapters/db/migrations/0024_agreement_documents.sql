-- Documents attached to an agreement, with their bytes: what is backed up with the rows is complete.

CREATE TABLE agreement_document (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  -- The deed by which it was attached.
  number integer NOT NULL,
  name text NOT NULL,
  media_type text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT agreement_document_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT agreement_document_once UNIQUE (tenant_id, code, sha256),
  CONSTRAINT agreement_document_deed FOREIGN KEY (tenant_id, code, number)
    REFERENCES agreement_deed (tenant_id, code, number),
  CONSTRAINT agreement_document_size CHECK (octet_length(content) BETWEEN 1 AND 10485760),
  CONSTRAINT agreement_document_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT agreement_document_sha256_own CHECK (sha256 = encode(sha256(content), 'hex'))
);

ALTER TABLE agreement_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_document FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON agreement_document TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON agreement_document TO openrebate_app;
