-- Persons, services and their keys. Every key belongs to a named person or to a service; of its
-- secret there is only a hash.
--
-- Older programs go on.

CREATE TABLE person (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  login text COLLATE "C" NOT NULL,
  name text NOT NULL,
  -- Codes of the partners that a partner's person sees; NULL for our own people.
  partners text[],
  is_active boolean NOT NULL,
  version integer NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT person_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT person_login_once UNIQUE (tenant_id, login),
  CONSTRAINT person_version_positive CHECK (version > 0)
);

ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON person TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (name, partners, is_active, version) ON person TO openrebate_app;

CREATE TABLE service (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  CONSTRAINT service_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT service_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT service_code_once UNIQUE (tenant_id, code)
);

ALTER TABLE service ENABLE ROW LEVEL SECURITY;
ALTER TABLE service FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON service TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON service TO openrebate_app;

CREATE TABLE api_key (
  tenant_id uuid NOT NULL,
  -- The part of the key that is no secret: by it the key is found and named in logs.
  id text COLLATE "C" NOT NULL,
  person_id uuid,
  service_id uuid,
  label text NOT NULL,
  secret_sha256 text COLLATE "C" NOT NULL,
  scopes text[] NOT NULL,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT api_key_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT api_key_of_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT api_key_of_service FOREIGN KEY (tenant_id, service_id) REFERENCES service (tenant_id, id),
  CONSTRAINT api_key_one_holder CHECK ((person_id IS NULL) <> (service_id IS NULL)),
  -- A program never approves, whatever its key says.
  CONSTRAINT api_key_no_approving_service CHECK (service_id IS NULL OR NOT 'agreements:approve' = ANY (scopes)),
  CONSTRAINT api_key_expires_later CHECK (expires_at > issued_at)
);

CREATE INDEX api_key_by_person ON api_key (tenant_id, person_id);
CREATE INDEX api_key_by_service ON api_key (tenant_id, service_id);

ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON api_key TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (last_used_at, revoked_at) ON api_key TO openrebate_app;
