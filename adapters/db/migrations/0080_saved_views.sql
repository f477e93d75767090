-- Views of lists that a person keeps under names, and reports that a person has sent again and again. Both are their own alone.
--
-- Older programs go on.

CREATE TABLE saved_view (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- The list that it is of.
  list text COLLATE "C" NOT NULL,
  name text NOT NULL,
  -- What the address of the list says, by name.
  filter jsonb NOT NULL,
  -- What the list opens with.
  is_default boolean NOT NULL,
  saved_at timestamptz NOT NULL,
  CONSTRAINT saved_view_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT saved_view_name_once UNIQUE (tenant_id, person_id, list, name),
  CONSTRAINT saved_view_of FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

-- One of them at most opens a list.
CREATE UNIQUE INDEX saved_view_default_once ON saved_view (tenant_id, person_id, list) WHERE is_default;

ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON saved_view TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE, UPDATE (name, filter, is_default, saved_at) ON saved_view TO openrebate_app;

-- A report that a worker makes and sends, each time as its person may see it then.
CREATE TABLE report_subscription (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  report text COLLATE "C" NOT NULL,
  filter jsonb NOT NULL,
  format text COLLATE "C" NOT NULL,
  rhythm text COLLATE "C" NOT NULL,
  -- IANA name: it is sent in the morning there.
  time_zone text COLLATE "C" NOT NULL,
  language text COLLATE "C" NOT NULL,
  made_at timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT report_subscription_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT report_subscription_of FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

CREATE INDEX report_subscription_by_person ON report_subscription (tenant_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX report_subscription_due ON report_subscription (tenant_id, next_at) WHERE ended_at IS NULL;

ALTER TABLE report_subscription ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_subscription FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON report_subscription TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (next_at, ended_at) ON report_subscription TO openrebate_app;

-- What became of each time that it was due.
CREATE TABLE report_sending (
  tenant_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  due_at timestamptz NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  done_at timestamptz NOT NULL,
  CONSTRAINT report_sending_pkey PRIMARY KEY (tenant_id, subscription_id, due_at),
  CONSTRAINT report_sending_of FOREIGN KEY (tenant_id, subscription_id) REFERENCES report_subscription (tenant_id, id)
);

ALTER TABLE report_sending ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_sending FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON report_sending TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON report_sending TO openrebate_app;
