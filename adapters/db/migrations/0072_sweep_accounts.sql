-- Lets go of what is over in the tables that nobody can list: tries of longer ago, tickets and flows. It shows nothing.
CREATE FUNCTION sweep_accounts(now timestamptz, tries_before timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    DELETE FROM public.account_tries WHERE since < tries_before;
    DELETE FROM public.account_ticket WHERE expires_at <= now;
    DELETE FROM public.account_flow WHERE expires_at <= now;
  $$;
REVOKE ALL ON FUNCTION sweep_accounts(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sweep_accounts(timestamptz, timestamptz) TO openrebate_app;
