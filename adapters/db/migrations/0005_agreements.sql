-- Agreements and their immutable texts.

CREATE TABLE agreement (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The id inside the text.
  code text COLLATE "C" NOT NULL,
  -- The batch of its first version: before it, the agreement is not known.
  batch bigint NOT NULL,
  CONSTRAINT agreement_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT agreement_code_once UNIQUE (tenant_id, code),
  CONSTRAINT agreement_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number)
);

ALTER TABLE agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON agreement TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON agreement TO openrebate_app;

CREATE TABLE agreement_version (
  tenant_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  batch bigint NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  text text NOT NULL,
  CONSTRAINT agreement_version_pkey PRIMARY KEY (tenant_id, agreement_id, version),
  CONSTRAINT agreement_version_of FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  CONSTRAINT agreement_version_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT agreement_version_positive CHECK (version > 0),
  CONSTRAINT agreement_version_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

ALTER TABLE agreement_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_version FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON agreement_version TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON agreement_version TO openrebate_app;
