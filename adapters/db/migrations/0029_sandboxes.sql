-- Sandboxes: tenants for trying out, made over the API by a tenant that is there already.

CREATE TABLE sandbox (
  -- The tenant that made it.
  tenant_id uuid NOT NULL,
  sandbox_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT sandbox_pkey PRIMARY KEY (tenant_id, sandbox_id),
  CONSTRAINT sandbox_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id)
);

ALTER TABLE sandbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE sandbox FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON sandbox TO openrebate_owner, openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON sandbox TO openrebate_app;

-- The application may not make tenants. This is the one way that it can, and what comes of it is
-- never a real one: its company stands on a day of its own, and no tenant has more than fifty.
CREATE FUNCTION make_sandbox(
  new_id uuid, new_code text, new_name text, company_code text, company_zone text, company_day date
) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE
    maker uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  BEGIN
    IF maker IS NULL OR company_day IS NULL THEN
      RAISE EXCEPTION 'nobody makes a sandbox of nothing' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Two at once wait for each other, so that the count holds.
    PERFORM FROM public.counter WHERE tenant_id = maker AND series = 'batch' FOR UPDATE;
    IF (SELECT count(*) FROM public.sandbox WHERE tenant_id = maker) >= 50 THEN
      RETURN false;
    END IF;
    INSERT INTO public.sandbox (tenant_id, sandbox_id, made_at) VALUES (maker, new_id, now());
    PERFORM set_config('app.tenant', new_id::text, true);
    INSERT INTO public.tenant (tenant_id, code, name) VALUES (new_id, new_code, new_name);
    INSERT INTO public.counter (tenant_id, series) VALUES (new_id, 'batch');
    INSERT INTO public.company (tenant_id, code, name, time_zone, business_day)
      VALUES (new_id, company_code, new_name, company_zone, company_day);
    PERFORM set_config('app.tenant', maker::text, true);
    RETURN true;
  END
  $$;
REVOKE ALL ON FUNCTION make_sandbox(uuid, text, text, text, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_sandbox(uuid, text, text, text, text, date) TO openrebate_app;
