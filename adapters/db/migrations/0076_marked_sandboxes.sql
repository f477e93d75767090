-- Which tenants are sandboxes is said when they are made, and by the owner's role alone: everybody may be let into one,
-- and another one put in its place. Until now it hung on the days of its companies only.

ALTER TABLE tenant ADD COLUMN is_sandbox boolean NOT NULL DEFAULT false;

-- The walls hold for whoever owns the tables, too; they stand again before this ends.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE company NO FORCE ROW LEVEL SECURITY;
UPDATE tenant t SET is_sandbox = true
WHERE EXISTS (SELECT FROM company c WHERE c.tenant_id = t.tenant_id)
  AND NOT EXISTS (SELECT FROM company c WHERE c.tenant_id = t.tenant_id AND c.business_day IS NULL);
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
ALTER TABLE company FORCE ROW LEVEL SECURITY;

-- As before, and marked.
CREATE OR REPLACE FUNCTION make_sandbox(
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
    INSERT INTO public.tenant (tenant_id, code, name, is_sandbox) VALUES (new_id, new_code, new_name, true);
    INSERT INTO public.counter (tenant_id, series) VALUES (new_id, 'batch');
    INSERT INTO public.company (tenant_id, code, name, time_zone, business_day)
      VALUES (new_id, company_code, new_name, company_zone, company_day);
    PERFORM set_config('app.tenant', maker::text, true);
    RETURN true;
  END
  $$;
