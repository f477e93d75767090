-- Work that is to be done later: asked for in the transaction of the deed that makes it necessary,
-- taken up by any worker, done again where a worker died. A job holds ids and states, nothing else.

CREATE TABLE job (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- What it is about, an id of the kind's own; '' is the whole tenant.
  subject text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'waiting',
  -- How often it was begun since it was last asked for.
  attempts integer NOT NULL DEFAULT 0,
  requested_by text NOT NULL,
  -- Instants of this table are the database's, the one clock that all workers share.
  requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  due_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  -- Of the attempt under way: whoever holds it may end it, until the lease lapses.
  claim uuid,
  lease_until timestamptz,
  progress_done integer NOT NULL DEFAULT 0,
  progress_total integer,
  error text COLLATE "C",
  CONSTRAINT job_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT job_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CONSTRAINT job_state_known CHECK (state IN ('waiting', 'running', 'done', 'failed', 'merged', 'cancelled')),
  CONSTRAINT job_claimed CHECK ((state = 'running') = (claim IS NOT NULL AND lease_until IS NOT NULL)),
  CONSTRAINT job_ended CHECK ((state IN ('waiting', 'running')) = (ended_at IS NULL))
);

-- Whatever is asked for a hundred times before anybody takes it up is one job.
CREATE UNIQUE INDEX job_open_once ON job (tenant_id, kind, subject) WHERE state IN ('waiting', 'failed');
CREATE INDEX job_newest ON job (tenant_id, requested_at, id);
CREATE INDEX job_to_do ON job (tenant_id, due_at) WHERE state IN ('waiting', 'running');

ALTER TABLE job ENABLE ROW LEVEL SECURITY;
ALTER TABLE job FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON job TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE,
  UPDATE (state, attempts, requested_by, due_at, started_at, ended_at, claim, lease_until, progress_done,
    progress_total, error)
  ON job TO openrebate_app;

-- A worker serves all tenants and must learn whose turn it is. Both functions give ids of tenants
-- and nothing else; all further goes through inTenant and the wall. They run as the owner, whom
-- only these two policies let read beyond one tenant, and only where somebody else has logged in:
-- inside the functions. The owner's own sessions see as little as before.
CREATE POLICY worker_view ON job FOR SELECT TO openrebate_owner
  USING (session_user <> current_user);
CREATE POLICY worker_view ON tenant FOR SELECT TO openrebate_owner
  USING (session_user <> current_user);

CREATE FUNCTION tenants_with_jobs() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT tenant_id FROM public.job
    WHERE (state = 'waiting' AND due_at <= clock_timestamp())
      OR (state = 'running' AND lease_until <= clock_timestamp())
    GROUP BY tenant_id ORDER BY min(due_at), tenant_id LIMIT 100
  $$;
CREATE FUNCTION tenants_of_worker() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT tenant_id FROM public.tenant ORDER BY tenant_id $$;
REVOKE ALL ON FUNCTION tenants_with_jobs(), tenants_of_worker() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenants_with_jobs(), tenants_of_worker() TO openrebate_app;
