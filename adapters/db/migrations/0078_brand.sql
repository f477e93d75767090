-- What a tenant shows to its partners: its name, its logo and its colour; and whom they ask for help. Every change is a version.
--
-- Older programs go on.

CREATE TABLE brand_logo (
  tenant_id uuid NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  -- A PNG of which only what is drawn was kept.
  content bytea NOT NULL,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  CONSTRAINT brand_logo_pkey PRIMARY KEY (tenant_id, sha256),
  CONSTRAINT brand_logo_is_small CHECK (octet_length(content) <= 204800)
);

ALTER TABLE brand_logo ENABLE ROW LEVEL SECURITY;
ALTER TABLE brand_logo FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON brand_logo TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON brand_logo TO openrebate_app;

CREATE TABLE brand (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  -- Each NULL where the tenant says nothing: then it is ours.
  name_en text,
  name_zh text,
  accent_light text COLLATE "C",
  accent_dark text COLLATE "C",
  logo text COLLATE "C",
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT brand_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT brand_version_counts CHECK (version > 0),
  CONSTRAINT brand_name_whole CHECK ((name_en IS NULL) = (name_zh IS NULL)),
  CONSTRAINT brand_accent_whole CHECK ((accent_light IS NULL) = (accent_dark IS NULL)),
  CONSTRAINT brand_logo_of FOREIGN KEY (tenant_id, logo) REFERENCES brand_logo (tenant_id, sha256)
);

ALTER TABLE brand ENABLE ROW LEVEL SECURITY;
ALTER TABLE brand FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON brand TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON brand TO openrebate_app;

CREATE TABLE help_contact (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  -- Empty where nothing is said.
  phone text NOT NULL,
  email text NOT NULL,
  hours_en text NOT NULL,
  hours_zh text NOT NULL,
  note_en text NOT NULL,
  note_zh text NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT help_contact_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT help_contact_version_counts CHECK (version > 0)
);

ALTER TABLE help_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE help_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON help_contact TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON help_contact TO openrebate_app;
