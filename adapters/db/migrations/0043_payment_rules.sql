-- Who may change where partners are paid, and what a payment run may pay. An account is a proposal until
-- another person has approved it; a decision is known from a batch on, as the account itself is. The rules of
-- payments are a text of the company's own: proposed by one person, in force once another has confirmed it.
--
-- Older programs go on.

ALTER TABLE bank_account ADD COLUMN said_by text COLLATE "C";
ALTER TABLE bank_account ADD COLUMN said_at timestamptz;

CREATE TABLE bank_account_decision (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  account_batch bigint NOT NULL,
  batch bigint NOT NULL,
  decision text COLLATE "C" NOT NULL,
  payable_from date,
  decided_by text COLLATE "C" NOT NULL,
  decided_at timestamptz NOT NULL,
  reason text NOT NULL,
  CONSTRAINT bank_account_decision_pkey PRIMARY KEY (tenant_id, partner_id, valid_from, account_batch),
  CONSTRAINT bank_account_decision_account FOREIGN KEY (tenant_id, partner_id, valid_from, account_batch)
    REFERENCES bank_account (tenant_id, partner_id, valid_from, batch),
  CONSTRAINT bank_account_decision_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT bank_account_decision_known CHECK (decision IN ('approved', 'rejected')),
  CONSTRAINT bank_account_decision_day CHECK ((payable_from IS NOT NULL) = (decision = 'approved'))
);

ALTER TABLE bank_account_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_account_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON bank_account_decision TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON bank_account_decision TO openrebate_app;

CREATE TABLE payment_rules (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  text text NOT NULL,
  author text COLLATE "C" NOT NULL,
  proposed_at timestamptz NOT NULL,
  CONSTRAINT payment_rules_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT payment_rules_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT payment_rules_author UNIQUE (tenant_id, version, author),
  CONSTRAINT payment_rules_version_positive CHECK (version > 0)
);

ALTER TABLE payment_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON payment_rules TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON payment_rules TO openrebate_app;

-- Not by their author: the database refuses that, too.
CREATE TABLE payment_rules_confirmed (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  batch bigint NOT NULL,
  author text COLLATE "C" NOT NULL,
  approver text COLLATE "C" NOT NULL,
  CONSTRAINT payment_rules_confirmed_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT payment_rules_confirmed_of FOREIGN KEY (tenant_id, version, author)
    REFERENCES payment_rules (tenant_id, version, author),
  CONSTRAINT payment_rules_confirmed_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch (tenant_id, number),
  CONSTRAINT payment_rules_confirmed_by_another CHECK (author <> approver)
);

ALTER TABLE payment_rules_confirmed ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_rules_confirmed FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON payment_rules_confirmed TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON payment_rules_confirmed TO openrebate_app;
