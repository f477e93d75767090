-- Second factors: what somebody has beside a password. A code by time, whose key is sealed; codes for the day when it is lost, of
-- which there are hashes; passkeys, of which the public half is here. And flows: what a browser was asked while nobody knew yet whose
-- account it is, shown by the hash of its secret alone. A tenant says whether it lets in who has shown no second factor.
--
-- Older programs go on.

CREATE TABLE account_totp (
  account_id uuid NOT NULL,
  -- The fingerprint of the key that it is sealed with.
  key text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  made_at timestamptz NOT NULL,
  -- NULL while nobody has shown that they can make its codes.
  confirmed_at timestamptz,
  -- The last step of time whose code was used: none is used twice.
  used_step bigint NOT NULL,
  CONSTRAINT account_totp_pkey PRIMARY KEY (account_id),
  CONSTRAINT account_totp_of FOREIGN KEY (account_id) REFERENCES account (id)
);

ALTER TABLE account_totp ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_wall ON account_totp TO openrebate_app
  USING (account_id = nullif(current_setting('app.account', true), '')::uuid)
  WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);
GRANT SELECT, INSERT, DELETE, UPDATE (confirmed_at, used_step) ON account_totp TO openrebate_app;

CREATE TABLE account_recovery_code (
  account_id uuid NOT NULL,
  code_sha256 text COLLATE "C" NOT NULL,
  used_at timestamptz,
  CONSTRAINT account_recovery_code_pkey PRIMARY KEY (account_id, code_sha256),
  CONSTRAINT account_recovery_code_of FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT account_recovery_code_form CHECK (code_sha256 ~ '^[0-9a-f]{64}$')
);

ALTER TABLE account_recovery_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_wall ON account_recovery_code TO openrebate_app
  USING (account_id = nullif(current_setting('app.account', true), '')::uuid)
  WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);
GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON account_recovery_code TO openrebate_app;

CREATE TABLE account_passkey (
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  -- What the authenticator calls it, in base64url.
  credential text COLLATE "C" NOT NULL,
  public_key bytea NOT NULL,
  -- How often the authenticator says that it was used; 0 where it does not count.
  counter bigint NOT NULL,
  name text NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT account_passkey_pkey PRIMARY KEY (account_id, id),
  CONSTRAINT account_passkey_credential_once UNIQUE (credential),
  CONSTRAINT account_passkey_of FOREIGN KEY (account_id) REFERENCES account (id)
);

ALTER TABLE account_passkey ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_wall ON account_passkey TO openrebate_app
  USING (account_id = nullif(current_setting('app.account', true), '')::uuid)
  WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);
GRANT SELECT, INSERT, DELETE, UPDATE (counter, used_at) ON account_passkey TO openrebate_app;

CREATE TABLE account_flow (
  secret_sha256 text COLLATE "C" NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  -- What the answer is held against.
  data jsonb NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT account_flow_pkey PRIMARY KEY (secret_sha256),
  CONSTRAINT account_flow_secret_form CHECK (secret_sha256 ~ '^[0-9a-f]{64}$')
);

ALTER TABLE account_flow ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_wall ON account_flow TO openrebate_app
  USING (secret_sha256 = nullif(current_setting('app.secret', true), ''))
  WITH CHECK (secret_sha256 = nullif(current_setting('app.secret', true), ''));
GRANT SELECT, INSERT, DELETE ON account_flow TO openrebate_app;

-- Whether a second factor was shown when the session began, or in it.
ALTER TABLE account_session ADD COLUMN is_strong boolean NOT NULL DEFAULT false;
GRANT UPDATE (is_strong) ON account_session TO openrebate_app;

CREATE TABLE sign_in_policy (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  needs_second_factor boolean NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT sign_in_policy_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT sign_in_policy_version_counts CHECK (version > 0)
);

ALTER TABLE sign_in_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_policy FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON sign_in_policy TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON sign_in_policy TO openrebate_app;
