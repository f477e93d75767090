-- What is said about claims by partners themselves: claims, comments, disputes and proofs, kept as they were sent. The
-- portal writes this table and no other; we take in what lies here, and say beside it what became of it.
-- Claims that could not be taken in wait here with their rows, those that we read from files as well.
--
-- Older programs go on.

CREATE TABLE claim_message (
  tenant_id uuid NOT NULL,
  -- Whose it is; NULL where one of us sent claims of several partners.
  partner_id text COLLATE "C",
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  claim_id uuid,
  said json NOT NULL,
  content bytea,
  -- The message whose rows it repairs.
  repairs uuid,
  sent_by text COLLATE "C" NOT NULL,
  -- The sender's name for the request, and what it was: sent again, it is the same message.
  sent_key text COLLATE "C",
  request_hash text COLLATE "C",
  recorded_at timestamptz NOT NULL,
  CONSTRAINT claim_message_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT claim_message_sent_once UNIQUE (tenant_id, sent_by, sent_key),
  CONSTRAINT claim_message_repaired_once UNIQUE (tenant_id, repairs),
  CONSTRAINT claim_message_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT claim_message_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim (tenant_id, id),
  CONSTRAINT claim_message_repairs FOREIGN KEY (tenant_id, repairs) REFERENCES claim_message (tenant_id, id),
  CONSTRAINT claim_message_kind_known CHECK (kind IN ('claims', 'comment', 'dispute', 'proof')),
  CONSTRAINT claim_message_on_a_claim CHECK ((kind = 'claims') = (claim_id IS NULL)),
  CONSTRAINT claim_message_proof_whole CHECK ((kind = 'proof') = (content IS NOT NULL)),
  CONSTRAINT claim_message_proof_size CHECK (octet_length(content) BETWEEN 1 AND 10485760),
  CONSTRAINT claim_message_key_whole CHECK ((sent_key IS NULL) = (request_hash IS NULL))
);

ALTER TABLE claim_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_message FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON claim_message TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY partner_wall ON claim_message FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
-- In their own name, for a partner of theirs, on a claim of that partner.
CREATE POLICY partner_sends ON claim_message FOR INSERT TO openrebate_portal
  WITH CHECK (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
    AND sent_by = nullif(current_setting('app.actor', true), '')
    AND sent_key IS NOT NULL
    AND (claim_id IS NULL OR EXISTS (
      SELECT FROM claim c
      WHERE c.tenant_id = claim_message.tenant_id AND c.id = claim_message.claim_id
        AND c.partner_id = claim_message.partner_id
    ))
  );
GRANT SELECT, INSERT ON claim_message TO openrebate_app;
GRANT SELECT, INSERT ON claim_message TO openrebate_portal;

-- What became of a message: it was taken in, or what waited of it was dismissed.
CREATE TABLE claim_message_deed (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C",
  message_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- The claims that it became, why the rest did not, and the numbers of the rows that wait.
  claims uuid[] NOT NULL,
  refusals json NOT NULL,
  waiting integer[] NOT NULL,
  reason text,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT claim_message_deed_pkey PRIMARY KEY (tenant_id, message_id, kind),
  CONSTRAINT claim_message_deed_of FOREIGN KEY (tenant_id, message_id) REFERENCES claim_message (tenant_id, id),
  CONSTRAINT claim_message_deed_known CHECK (kind IN ('taken', 'dismissed')),
  CONSTRAINT claim_message_deed_reason CHECK ((kind = 'dismissed') = (reason IS NOT NULL))
);

ALTER TABLE claim_message_deed ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_message_deed FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON claim_message_deed TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY partner_wall ON claim_message_deed FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
GRANT SELECT, INSERT ON claim_message_deed TO openrebate_app;
GRANT SELECT ON claim_message_deed TO openrebate_portal;
