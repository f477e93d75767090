-- Money that leaves. A run orders payments from one account of ours on one day; its items say which
-- settlements it pays. What is open of a settlement is what it owes less the sum of its items: a payment that
-- was rejected or came back adds items below zero, and nothing is ever changed or taken away.

-- An account of ours that is paid from, in versions. The text is sealed, as accounts of partners are.
CREATE TABLE paying_account (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  company text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  said_by text COLLATE "C" NOT NULL,
  said_at timestamptz NOT NULL,
  CONSTRAINT paying_account_pkey PRIMARY KEY (tenant_id, code, version),
  CONSTRAINT paying_account_company FOREIGN KEY (tenant_id, company) REFERENCES company (tenant_id, code),
  CONSTRAINT paying_account_key_form CHECK (key ~ '^[0-9a-f]{16}$'),
  CONSTRAINT paying_account_version_positive CHECK (version > 0)
);

ALTER TABLE paying_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE paying_account FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON paying_account TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (key, sealed) ON paying_account TO openrebate_app;

-- Its row is the lock of everything that is done to the run and its payments. The file is written once.
CREATE TABLE payment_run (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  account_version integer NOT NULL,
  currency text COLLATE "C" NOT NULL,
  execution_day date NOT NULL,
  total numeric NOT NULL,
  approvals integer NOT NULL,
  state text COLLATE "C" NOT NULL,
  author text COLLATE "C" NOT NULL,
  proposed_at timestamptz NOT NULL,
  sender text COLLATE "C",
  sent_at timestamptz,
  message_id text COLLATE "C",
  file_sha256 text COLLATE "C",
  key text COLLATE "C",
  sealed bytea,
  CONSTRAINT payment_run_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT payment_run_message_once UNIQUE (tenant_id, message_id),
  CONSTRAINT payment_run_account FOREIGN KEY (tenant_id, account, account_version)
    REFERENCES paying_account (tenant_id, code, version),
  CONSTRAINT payment_run_pays_something CHECK (total > 0 AND scale(total) = 0),
  CONSTRAINT payment_run_state_known CHECK (state IN ('proposed', 'approved', 'sent', 'withdrawn')),
  CONSTRAINT payment_run_key_form CHECK (key ~ '^[0-9a-f]{16}$'),
  CONSTRAINT payment_run_file_whole CHECK (
    (state = 'sent') = (sealed IS NOT NULL) AND (sealed IS NULL) = (key IS NULL)
    AND (sealed IS NULL) = (file_sha256 IS NULL) AND (sealed IS NULL) = (message_id IS NULL)
    AND (sealed IS NULL) = (sender IS NULL) AND (sealed IS NULL) = (sent_at IS NULL)
  ),
  CONSTRAINT payment_run_sent_by_another CHECK (sender <> author)
);

ALTER TABLE payment_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_run FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON payment_run TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (state, sender, sent_at, message_id, file_sha256, key, sealed) ON payment_run TO openrebate_app;

CREATE TABLE payment_run_approval (
  tenant_id uuid NOT NULL,
  run_id uuid NOT NULL,
  person text COLLATE "C" NOT NULL,
  approved_at timestamptz NOT NULL,
  CONSTRAINT payment_run_approval_pkey PRIMARY KEY (tenant_id, run_id, person),
  CONSTRAINT payment_run_approval_of FOREIGN KEY (tenant_id, run_id) REFERENCES payment_run (tenant_id, id)
);

ALTER TABLE payment_run_approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_run_approval FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON payment_run_approval TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON payment_run_approval TO openrebate_app;

-- One transfer to one partner, to an account as it was said in a batch.
CREATE TABLE payment_instruction (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  end_to_end_id text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  account_batch bigint NOT NULL,
  minor numeric NOT NULL,
  returned numeric NOT NULL DEFAULT 0,
  currency text COLLATE "C" NOT NULL,
  remittance text NOT NULL,
  state text COLLATE "C" NOT NULL,
  CONSTRAINT payment_instruction_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT payment_instruction_end_to_end_once UNIQUE (tenant_id, end_to_end_id),
  CONSTRAINT payment_instruction_run FOREIGN KEY (tenant_id, run_id) REFERENCES payment_run (tenant_id, id),
  CONSTRAINT payment_instruction_account FOREIGN KEY (tenant_id, partner_id, valid_from, account_batch)
    REFERENCES bank_account (tenant_id, partner_id, valid_from, batch),
  CONSTRAINT payment_instruction_pays_something CHECK (minor > 0 AND scale(minor) = 0),
  CONSTRAINT payment_instruction_returned_no_more CHECK (returned >= 0 AND returned <= minor AND scale(returned) = 0),
  CONSTRAINT payment_instruction_state_known CHECK (
    state IN ('proposed', 'approved', 'sent', 'unknown', 'confirmed', 'partlyReturned', 'returned', 'rejected', 'withdrawn')
  )
);

CREATE INDEX payment_instruction_by_run ON payment_instruction (tenant_id, run_id);
CREATE INDEX payment_instruction_under_way ON payment_instruction (tenant_id, state) WHERE state IN ('sent', 'unknown');

ALTER TABLE payment_instruction ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_instruction FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON payment_instruction TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (state, returned) ON payment_instruction TO openrebate_app;

-- What of a settlement a payment pays, or takes back. Two runs that take the same settlement take the same
-- number, and the second one looks again.
CREATE TABLE payment_item (
  tenant_id uuid NOT NULL,
  settlement_id uuid NOT NULL,
  number integer NOT NULL,
  instruction_id uuid NOT NULL,
  minor numeric NOT NULL,
  CONSTRAINT payment_item_number_once PRIMARY KEY (tenant_id, settlement_id, number),
  CONSTRAINT payment_item_settlement FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement (tenant_id, id),
  CONSTRAINT payment_item_instruction FOREIGN KEY (tenant_id, instruction_id)
    REFERENCES payment_instruction (tenant_id, id),
  CONSTRAINT payment_item_number_positive CHECK (number > 0),
  CONSTRAINT payment_item_moves_something CHECK (minor <> 0 AND scale(minor) = 0)
);

CREATE INDEX payment_item_by_instruction ON payment_item (tenant_id, instruction_id);

ALTER TABLE payment_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_item FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON payment_item TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON payment_item TO openrebate_app;

-- What was heard or decided of a payment, and by whom: the bank's entries are named as they come.
CREATE TABLE payment_event (
  tenant_id uuid NOT NULL,
  instruction_id uuid NOT NULL,
  number integer NOT NULL,
  state text COLLATE "C" NOT NULL,
  minor numeric NOT NULL,
  source text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  actor text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT payment_event_pkey PRIMARY KEY (tenant_id, instruction_id, number),
  CONSTRAINT payment_event_of FOREIGN KEY (tenant_id, instruction_id) REFERENCES payment_instruction (tenant_id, id),
  CONSTRAINT payment_event_whole CHECK (scale(minor) = 0)
);

ALTER TABLE payment_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON payment_event TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON payment_event TO openrebate_app;
