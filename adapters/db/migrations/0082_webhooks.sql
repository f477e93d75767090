-- Webhooks: addresses outside that are told of what happens. Events come from the audit trail, entry by entry in the order of its
-- chain, at the place up to which notices have come (notice_place), in that transaction.
--
-- Older programs go on.

CREATE TABLE webhook (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  url text COLLATE "C" NOT NULL,
  kinds text[] NOT NULL,
  state text COLLATE "C" NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  -- Since when nothing was taken; NULL: the last one was.
  failing_since timestamptz,
  -- How often in a row there was no answer, and until when it is left alone for that.
  silences integer NOT NULL,
  held_until timestamptz,
  CONSTRAINT webhook_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT webhook_version_counts CHECK (version > 0)
);

ALTER TABLE webhook ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON webhook TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (version, name, url, kinds, state, changed_at, failing_since, silences, held_until) ON webhook TO openrebate_app;

-- What signs, sealed, and the fingerprint of the key.
CREATE TABLE webhook_secret (
  tenant_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  number integer NOT NULL,
  key text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  made_at timestamptz NOT NULL,
  -- NULL: it has no end yet.
  ends_at timestamptz,
  CONSTRAINT webhook_secret_pkey PRIMARY KEY (tenant_id, webhook_id, number),
  CONSTRAINT webhook_secret_of FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhook (tenant_id, id)
);

ALTER TABLE webhook_secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_secret FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON webhook_secret TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (ends_at) ON webhook_secret TO openrebate_app;

CREATE TABLE webhook_event (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  object_kind text COLLATE "C" NOT NULL,
  object text COLLATE "C" NOT NULL,
  address text COLLATE "C" NOT NULL,
  -- Its place in the trail; 0: somebody asked for it.
  sequence bigint NOT NULL,
  happened_at timestamptz NOT NULL,
  CONSTRAINT webhook_event_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_event_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id)
);

-- No deed is told twice of one thing.
CREATE UNIQUE INDEX webhook_event_once ON webhook_event (tenant_id, sequence, object_kind, object) WHERE sequence > 0;
CREATE INDEX webhook_event_by_time ON webhook_event (tenant_id, happened_at);

ALTER TABLE webhook_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON webhook_event TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON webhook_event TO openrebate_app;

CREATE TABLE webhook_delivery (
  tenant_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  -- Of the event, for the order.
  object_kind text COLLATE "C" NOT NULL,
  object text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  state text COLLATE "C" NOT NULL,
  -- Since it was last asked for, and in all.
  attempts integer NOT NULL,
  attempts_ever integer NOT NULL,
  made_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (tenant_id, webhook_id, event_id),
  CONSTRAINT webhook_delivery_to FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhook (tenant_id, id),
  CONSTRAINT webhook_delivery_of FOREIGN KEY (tenant_id, event_id) REFERENCES webhook_event (tenant_id, id)
);

CREATE INDEX webhook_delivery_waiting ON webhook_delivery (tenant_id, webhook_id, due_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_in_order ON webhook_delivery (tenant_id, webhook_id, object_kind, object, sequence)
  WHERE state = 'waiting';
CREATE INDEX webhook_delivery_by_event ON webhook_delivery (tenant_id, event_id);

ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON webhook_delivery TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE, UPDATE (state, attempts, attempts_ever, due_at, ended_at) ON webhook_delivery TO openrebate_app;

-- What came of each time that it was sent.
CREATE TABLE webhook_attempt (
  tenant_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  number integer NOT NULL,
  tried_at timestamptz NOT NULL,
  took_ms integer NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  status integer,
  -- The beginning of the answer.
  said text NOT NULL,
  CONSTRAINT webhook_attempt_pkey PRIMARY KEY (tenant_id, webhook_id, event_id, number),
  CONSTRAINT webhook_attempt_of FOREIGN KEY (tenant_id, webhook_id, event_id)
    REFERENCES webhook_delivery (tenant_id, webhook_id, event_id)
);

ALTER TABLE webhook_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_attempt FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON webhook_attempt TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON webhook_attempt TO openrebate_app;
