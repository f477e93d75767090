-- Accounts: who signs in at a screen. An account is one human with one e-mail address, who is a person in one tenant or
-- in several; so accounts lie outside of the walls of tenants and have walls of their own. A transaction sees the account
-- that it names, by id or by address, and the session whose secret it holds by its hash; nobody can list the others.
-- The walls are not forced: the owner carries these rows into backups, and has no other right that the application lacks.
--
-- Older programs go on.

CREATE TABLE account (
  id uuid NOT NULL,
  email text COLLATE "C" NOT NULL,
  -- Argon2id with its salt and its costs; NULL before one was chosen.
  password text COLLATE "C",
  made_at timestamptz NOT NULL,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_email_once UNIQUE (email),
  CONSTRAINT account_email_form CHECK (email ~ '^[^[:space:]@]+@[^[:space:]@]+$' AND email = lower(email)),
  CONSTRAINT account_password_hashed CHECK (password LIKE '$argon2id$%')
);

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_wall ON account TO openrebate_app
  USING (
    id = nullif(current_setting('app.account', true), '')::uuid
    OR email = nullif(current_setting('app.email', true), '')
  )
  WITH CHECK (id = nullif(current_setting('app.account', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (password) ON account TO openrebate_app;

-- A browser that is signed in; of its secret there is only a hash.
CREATE TABLE account_session (
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  secret_sha256 text COLLATE "C" NOT NULL,
  -- Where it works; NULL while it works nowhere.
  works_in uuid,
  -- What the browser calls itself.
  device text NOT NULL,
  -- How it was signed in.
  method text COLLATE "C" NOT NULL,
  begun_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT account_session_pkey PRIMARY KEY (account_id, id),
  CONSTRAINT account_session_secret_once UNIQUE (secret_sha256),
  CONSTRAINT account_session_of FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT account_session_secret_form CHECK (secret_sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT account_session_expires_later CHECK (expires_at > begun_at)
);

ALTER TABLE account_session ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_wall ON account_session TO openrebate_app
  USING (
    account_id = nullif(current_setting('app.account', true), '')::uuid
    OR secret_sha256 = nullif(current_setting('app.secret', true), '')
  )
  WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);
GRANT SELECT, INSERT, DELETE, UPDATE (works_in, seen_at, ended_at) ON account_session TO openrebate_app;

-- How often a password was tried at an address, whether there is an account behind it or not: so nobody learns from a lock
-- which addresses have one. Of the address there is only a hash.
CREATE TABLE account_tries (
  email_sha256 text COLLATE "C" NOT NULL,
  tries integer NOT NULL,
  since timestamptz NOT NULL,
  CONSTRAINT account_tries_pkey PRIMARY KEY (email_sha256),
  CONSTRAINT account_tries_positive CHECK (tries > 0)
);

ALTER TABLE account_tries ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_wall ON account_tries TO openrebate_app
  USING (
    email_sha256 = encode(sha256(convert_to(nullif(current_setting('app.email', true), ''), 'UTF8')), 'hex')
  )
  WITH CHECK (
    email_sha256 = encode(sha256(convert_to(nullif(current_setting('app.email', true), ''), 'UTF8')), 'hex')
  );
GRANT SELECT, INSERT, DELETE, UPDATE (tries, since) ON account_tries TO openrebate_app;

-- Which person of a tenant an account is. The tenant sees its members, an account where it is one.
CREATE TABLE membership (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  account_id uuid NOT NULL,
  joined_at timestamptz NOT NULL,
  CONSTRAINT membership_pkey PRIMARY KEY (tenant_id, person_id),
  CONSTRAINT membership_account_once UNIQUE (tenant_id, account_id),
  CONSTRAINT membership_of_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

-- The way from an account to its tenants.
CREATE INDEX membership_by_account ON membership (account_id);

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON membership TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY account_view ON membership FOR SELECT TO openrebate_app
  USING (account_id = nullif(current_setting('app.account', true), '')::uuid);
GRANT SELECT, INSERT ON membership TO openrebate_app;

-- What a person may do at a screen: a role, for all of our companies or for some, up to an amount or without end. A grant is
-- added and ended, never changed.
CREATE TABLE person_role (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text COLLATE "C" NOT NULL,
  -- NULL: all of them.
  companies text[],
  -- The most that it approves at once, in the smallest unit of the currency; NULL: without end.
  limit_minor numeric,
  limit_currency text COLLATE "C",
  granted_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT person_role_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT person_role_of FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT person_role_limit_whole CHECK ((limit_minor IS NULL) = (limit_currency IS NULL)),
  CONSTRAINT person_role_limit_exact CHECK (limit_minor >= 0 AND limit_minor = trunc(limit_minor))
);

CREATE INDEX person_role_by_person ON person_role (tenant_id, person_id);

ALTER TABLE person_role ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_role FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON person_role TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (ended_at) ON person_role TO openrebate_app;
