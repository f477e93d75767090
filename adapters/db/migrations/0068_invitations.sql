-- Invitations: somebody is to become a person of the tenant, with these roles, if they show that the address is theirs. And
-- tickets: what opens one thing of one account once, such as setting a new password; they lie behind the walls of accounts.
-- Of either secret there is only a hash.
--
-- Older programs go on.

CREATE TABLE invitation (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  email text COLLATE "C" NOT NULL,
  name text NOT NULL,
  -- Codes of partners; NULL for our own people.
  partners text[],
  roles jsonb NOT NULL,
  secret_sha256 text COLLATE "C" NOT NULL,
  invited_by text NOT NULL,
  invited_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  -- Who they became.
  person_id uuid,
  revoked_at timestamptz,
  CONSTRAINT invitation_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT invitation_secret_once UNIQUE (tenant_id, secret_sha256),
  CONSTRAINT invitation_of_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT invitation_email_form CHECK (email ~ '^[^[:space:]@]+@[^[:space:]@]+$' AND email = lower(email)),
  CONSTRAINT invitation_secret_form CHECK (secret_sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT invitation_expires_later CHECK (expires_at > invited_at),
  CONSTRAINT invitation_accepted_whole CHECK ((accepted_at IS NULL) = (person_id IS NULL)),
  CONSTRAINT invitation_ends_once CHECK (accepted_at IS NULL OR revoked_at IS NULL)
);

-- Of one address one waits at most.
CREATE UNIQUE INDEX invitation_waits_once ON invitation (tenant_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON invitation TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (accepted_at, person_id, revoked_at) ON invitation TO openrebate_app;

CREATE TABLE account_ticket (
  account_id uuid NOT NULL,
  secret_sha256 text COLLATE "C" NOT NULL,
  -- What it opens.
  purpose text COLLATE "C" NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT account_ticket_pkey PRIMARY KEY (account_id, secret_sha256),
  CONSTRAINT account_ticket_secret_once UNIQUE (secret_sha256),
  CONSTRAINT account_ticket_of FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT account_ticket_secret_form CHECK (secret_sha256 ~ '^[0-9a-f]{64}$')
);

ALTER TABLE account_ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_wall ON account_ticket TO openrebate_app
  USING (
    account_id = nullif(current_setting('app.account', true), '')::uuid
    OR secret_sha256 = nullif(current_setting('app.secret', true), '')
  )
  WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON account_ticket TO openrebate_app;
