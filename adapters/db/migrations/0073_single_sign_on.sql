-- Single sign-on: the OpenID provider of a tenant, and which of its subjects is which person. A session that began by it works in that
-- tenant alone: whoever runs a provider says who its people are there, and nowhere else.
--
-- Older programs go on.

CREATE TABLE sso_provider (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  is_on boolean NOT NULL,
  issuer text COLLATE "C" NOT NULL,
  client_id text COLLATE "C" NOT NULL,
  -- The secret of the client, sealed; the fingerprint of the key.
  key text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  -- Who comes from one of these domains becomes a person with this role; NULL: nobody does who was not invited.
  domains text[] NOT NULL,
  role text COLLATE "C",
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT sso_provider_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT sso_provider_version_counts CHECK (version > 0)
);

ALTER TABLE sso_provider ENABLE ROW LEVEL SECURITY;
ALTER TABLE sso_provider FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON sso_provider TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON sso_provider TO openrebate_app;

CREATE TABLE sso_subject (
  tenant_id uuid NOT NULL,
  issuer text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  person_id uuid NOT NULL,
  linked_at timestamptz NOT NULL,
  CONSTRAINT sso_subject_pkey PRIMARY KEY (tenant_id, issuer, subject),
  CONSTRAINT sso_subject_of FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

ALTER TABLE sso_subject ENABLE ROW LEVEL SECURITY;
ALTER TABLE sso_subject FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON sso_subject TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON sso_subject TO openrebate_app;

-- The one tenant that a session may work in; NULL: every one of its account.
ALTER TABLE account_session ADD COLUMN only_in uuid;
