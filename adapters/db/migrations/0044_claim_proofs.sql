-- What proves a claim, and that a supplier has accepted an agreement of ours.
--
-- Older programs go on.

-- Documents that prove a claim, with their bytes.
CREATE TABLE claim_proof (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  event integer NOT NULL,
  name text NOT NULL,
  media_type text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT claim_proof_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT claim_proof_once UNIQUE (tenant_id, claim_id, sha256),
  CONSTRAINT claim_proof_event FOREIGN KEY (tenant_id, claim_id, event)
    REFERENCES claim_event (tenant_id, claim_id, number),
  CONSTRAINT claim_proof_size CHECK (octet_length(content) BETWEEN 1 AND 10485760),
  CONSTRAINT claim_proof_sha256_own CHECK (sha256 = encode(sha256(content), 'hex'))
);

ALTER TABLE claim_proof ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_proof FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON claim_proof TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON claim_proof TO openrebate_app;
-- That a supplier has accepted an agreement of ours, by which document: without it, what was earned under it
-- is not income yet.
CREATE TABLE supplier_acceptance (
  tenant_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  accepted_on date NOT NULL,
  accepted_by text NOT NULL,
  document_id uuid NOT NULL,
  recorded_by text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  batch bigint NOT NULL,
  CONSTRAINT supplier_acceptance_pkey PRIMARY KEY (tenant_id, agreement_id, version),
  CONSTRAINT supplier_acceptance_agreement FOREIGN KEY (tenant_id, agreement_id)
    REFERENCES agreement (tenant_id, id),
  CONSTRAINT supplier_acceptance_document FOREIGN KEY (tenant_id, document_id)
    REFERENCES agreement_document (tenant_id, id)
);

ALTER TABLE supplier_acceptance ENABLE ROW LEVEL SECURITY;
ALTER TABLE supplier_acceptance FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON supplier_acceptance TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON supplier_acceptance TO openrebate_app;
