-- The audit trail is a chain: every entry is bound to the one before it, in an order of its own.

-- The content of an entry is hashed with a salt that lies beside it. Both can be erased together, and
-- nothing else can be done to an entry: the chain stays whole, and a deed has to name what was erased.
ALTER TABLE audit
  ADD COLUMN salt uuid DEFAULT gen_random_uuid(),
  ALTER COLUMN body DROP NOT NULL,
  ADD CONSTRAINT audit_content_whole CHECK ((body IS NULL) = (salt IS NULL));
GRANT UPDATE (body, salt) ON audit TO openrebate_app;
CREATE POLICY erased_only ON audit AS RESTRICTIVE FOR UPDATE TO openrebate_app
  USING (true) WITH CHECK (body IS NULL AND salt IS NULL);

CREATE INDEX audit_by_time ON audit (tenant_id, recorded_at, id);
CREATE INDEX audit_by_object ON audit (tenant_id, object, recorded_at, id);
CREATE INDEX audit_by_actor ON audit (tenant_id, actor, recorded_at, id);

CREATE TABLE audit_link (
  tenant_id uuid NOT NULL,
  position bigint NOT NULL,
  audit_id uuid NOT NULL,
  body_sha256 text COLLATE "C" NOT NULL,
  entry_sha256 text COLLATE "C" NOT NULL,
  previous text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  CONSTRAINT audit_link_pkey PRIMARY KEY (tenant_id, position),
  CONSTRAINT audit_link_once UNIQUE (tenant_id, audit_id),
  CONSTRAINT audit_link_of FOREIGN KEY (tenant_id, audit_id) REFERENCES audit (tenant_id, id),
  CONSTRAINT audit_link_position_positive CHECK (position > 0),
  CONSTRAINT audit_link_hash_form CHECK (hash ~ '^[0-9a-f]{64}$')
);

ALTER TABLE audit_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_link FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON audit_link TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON audit_link TO openrebate_app;

-- What waits for its link is written with the entry itself: whenever a transaction commits, however
-- late, its entries are found, without looking through the whole trail.
CREATE TABLE audit_unlinked (
  tenant_id uuid NOT NULL,
  audit_id uuid NOT NULL,
  CONSTRAINT audit_unlinked_pkey PRIMARY KEY (tenant_id, audit_id),
  CONSTRAINT audit_unlinked_of FOREIGN KEY (tenant_id, audit_id) REFERENCES audit (tenant_id, id)
);

ALTER TABLE audit_unlinked ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON audit_unlinked TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON audit_unlinked TO openrebate_app;

-- What was done before waits like everything else. The walls hold for whoever owns the tables, too;
-- they stand again before this ends.
ALTER TABLE audit NO FORCE ROW LEVEL SECURITY;
INSERT INTO audit_unlinked (tenant_id, audit_id) SELECT tenant_id, id FROM audit;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_unlinked FORCE ROW LEVEL SECURITY;
