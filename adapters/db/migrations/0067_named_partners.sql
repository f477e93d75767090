-- What a partner's person asks for and the portal's own role cannot answer, because it is worked out from more than a
-- partner may see or because it is written beside what partners send, is done in the role of the application, with
-- the partners named. Then these walls stand beside those of the tenant: whatever a use case looks for, it finds the
-- earnings, claims, books, payments, balances and persons of the partners that are named, and nothing of others.
-- Where no partner is named, they open.
--
-- Older programs go on.

CREATE POLICY named_partners ON earning AS RESTRICTIVE TO openrebate_app
  USING (
    nullif(current_setting('app.partners', true), '') IS NULL
    OR partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );

CREATE POLICY named_partners ON claim AS RESTRICTIVE TO openrebate_app
  USING (
    nullif(current_setting('app.partners', true), '') IS NULL
    OR partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );

CREATE POLICY named_partners ON ledger_transfer AS RESTRICTIVE TO openrebate_app
  USING (
    nullif(current_setting('app.partners', true), '') IS NULL
    OR partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );

CREATE POLICY named_partners ON payment_instruction AS RESTRICTIVE TO openrebate_app
  USING (
    nullif(current_setting('app.partners', true), '') IS NULL
    OR partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );

CREATE POLICY named_partners ON balance_confirmation AS RESTRICTIVE TO openrebate_app
  USING (
    nullif(current_setting('app.partners', true), '') IS NULL
    OR partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );

-- A person is found by those who see all that it sees; one of ours by none of them.
CREATE POLICY named_partners ON person AS RESTRICTIVE TO openrebate_app
  USING (
    nullif(current_setting('app.partners', true), '') IS NULL
    OR partners <@ nullif(current_setting('app.partners', true), '')::text[]
  );

-- That a partner has accepted a version of an agreement, as one of its own persons said in the portal.
CREATE TABLE agreement_acceptance (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  accepted_by text COLLATE "C" NOT NULL,
  -- What the person was called then.
  person_name text NOT NULL,
  accepted_at timestamptz NOT NULL,
  CONSTRAINT agreement_acceptance_pkey PRIMARY KEY (tenant_id, agreement_id, version, partner_id),
  CONSTRAINT agreement_acceptance_of FOREIGN KEY (tenant_id, agreement_id, version)
    REFERENCES agreement_version (tenant_id, agreement_id, version)
);

ALTER TABLE agreement_acceptance ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_acceptance FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON agreement_acceptance TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON agreement_acceptance AS RESTRICTIVE TO openrebate_app
  USING (
    nullif(current_setting('app.partners', true), '') IS NULL
    OR partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
GRANT SELECT, INSERT ON agreement_acceptance TO openrebate_app;
