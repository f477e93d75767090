-- Comments at a place, and notices: what concerns a person, kept for that person alone. Comments are ours alone: where partners
-- are named there are none. A notice of a partner's person names the partner that it is about, and is found by that person alone.
--
-- Notices come from the audit trail, entry by entry in the order of its chain: a place in it says how far they have come.
--
-- Older programs go on.

CREATE TABLE place_comment (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  place_kind text COLLATE "C" NOT NULL,
  -- The id of what it is said of, or the code of an agreement.
  place text COLLATE "C" NOT NULL,
  author text COLLATE "C" NOT NULL,
  said text NOT NULL,
  written_at timestamptz NOT NULL,
  CONSTRAINT place_comment_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT place_comment_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT place_comment_says_something CHECK (said ~ '\S')
);

CREATE INDEX place_comment_by_place ON place_comment (tenant_id, place_kind, place, written_at, id);

ALTER TABLE place_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE place_comment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON place_comment TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON place_comment AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON place_comment TO openrebate_app;

-- Whom a comment names.
CREATE TABLE place_mention (
  tenant_id uuid NOT NULL,
  comment_id uuid NOT NULL,
  person_id uuid NOT NULL,
  CONSTRAINT place_mention_pkey PRIMARY KEY (tenant_id, comment_id, person_id),
  CONSTRAINT place_mention_in FOREIGN KEY (tenant_id, comment_id) REFERENCES place_comment (tenant_id, id),
  CONSTRAINT place_mention_of FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

ALTER TABLE place_mention ENABLE ROW LEVEL SECURITY;
ALTER TABLE place_mention FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON place_mention TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON place_mention AS RESTRICTIVE TO openrebate_app
  USING (nullif(current_setting('app.partners', true), '') IS NULL);
GRANT SELECT, INSERT ON place_mention TO openrebate_app;

-- One mail to one person. Its id is the name under which it is sent, each time it has to be sent again: no program for mail shows it twice.
CREATE TABLE notice_mail (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  sent_at timestamptz,
  CONSTRAINT notice_mail_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT notice_mail_to FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

CREATE INDEX notice_mail_unsent ON notice_mail (tenant_id, id) WHERE sent_at IS NULL;

ALTER TABLE notice_mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_mail FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON notice_mail TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (sent_at) ON notice_mail TO openrebate_app;

CREATE TABLE notice (
  tenant_id uuid NOT NULL,
  -- Whom of the partners of its person it is about; NULL for our own people.
  partner_id text COLLATE "C",
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  place_kind text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL,
  -- What people know the place by.
  about text NOT NULL,
  -- Who did it; NULL where it is not said.
  by_person uuid,
  deed_id uuid NOT NULL,
  told_at timestamptz NOT NULL,
  read_at timestamptz,
  -- From when on it goes out by mail; NULL: it does not.
  mail_at timestamptz,
  mail_id uuid,
  CONSTRAINT notice_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT notice_once UNIQUE (tenant_id, deed_id, person_id, kind, place),
  CONSTRAINT notice_to FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT notice_in FOREIGN KEY (tenant_id, mail_id) REFERENCES notice_mail (tenant_id, id)
);

CREATE INDEX notice_by_person ON notice (tenant_id, person_id, told_at, id);
CREATE INDEX notice_unread ON notice (tenant_id, person_id) WHERE read_at IS NULL;
CREATE INDEX notice_to_mail ON notice (tenant_id, mail_at) WHERE mail_at IS NOT NULL AND mail_id IS NULL;
CREATE INDEX notice_by_mail ON notice (tenant_id, mail_id) WHERE mail_id IS NOT NULL;

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON notice TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON notice AS RESTRICTIVE TO openrebate_app
  USING (
    nullif(current_setting('app.partners', true), '') IS NULL
    OR (
      partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
      AND 'person:' || person_id::text = current_setting('app.actor', true)
    )
  );
GRANT SELECT, INSERT, UPDATE (read_at, mail_id) ON notice TO openrebate_app;

-- What a person wants of it by mail, and in which language; who has chosen nothing has no row.
CREATE TABLE notice_choice (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  language text COLLATE "C" NOT NULL,
  -- By kind: at once, daily or off.
  mail jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT notice_choice_pkey PRIMARY KEY (tenant_id, person_id),
  CONSTRAINT notice_choice_of FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

ALTER TABLE notice_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_choice FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON notice_choice TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY named_partners ON notice_choice AS RESTRICTIVE TO openrebate_app
  USING (
    nullif(current_setting('app.partners', true), '') IS NULL
    OR 'person:' || person_id::text = current_setting('app.actor', true)
  );
GRANT SELECT, INSERT, UPDATE (language, mail, changed_at) ON notice_choice TO openrebate_app;

-- What the link at the end of a mail opens: that its person gets no more of them. Of its secret there is only a hash.
CREATE TABLE notice_link (
  tenant_id uuid NOT NULL,
  secret_sha256 text COLLATE "C" NOT NULL,
  person_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT notice_link_pkey PRIMARY KEY (tenant_id, secret_sha256),
  CONSTRAINT notice_link_of FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT notice_link_secret_form CHECK (secret_sha256 ~ '^[0-9a-f]{64}$')
);

ALTER TABLE notice_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_link FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON notice_link TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON notice_link TO openrebate_app;

-- How far the trail has been told of.
CREATE TABLE notice_place (
  tenant_id uuid NOT NULL,
  position bigint NOT NULL,
  CONSTRAINT notice_place_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT notice_place_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id)
);

ALTER TABLE notice_place ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_place FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON notice_place TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (position) ON notice_place TO openrebate_app;
