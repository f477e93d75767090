-- Whoever changes keys seals everything anew: the secrets of webhooks and of sign-on, and the keys of codes by time, too. Which accounts have
-- such a key, and sealed by what, is told to the role of the application, which sees no account that it does not name.
--
-- And a worker learns which tenants have deeds that nobody has bound into their chain, without asking each of them.
--
-- Older programs go on.

GRANT UPDATE (key, sealed) ON webhook_secret TO openrebate_app;
GRANT UPDATE (key, sealed) ON sso_provider TO openrebate_app;
GRANT UPDATE (key, sealed) ON account_totp TO openrebate_app;

CREATE FUNCTION sealed_accounts() RETURNS TABLE (account_id uuid, key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT account_id, key FROM public.account_totp ORDER BY account_id $$;
REVOKE ALL ON FUNCTION sealed_accounts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sealed_accounts() TO openrebate_app;

CREATE POLICY worker_view ON audit_unlinked FOR SELECT TO openrebate_owner
  USING (session_user <> current_user);
CREATE FUNCTION tenants_with_deeds() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT DISTINCT tenant_id FROM public.audit_unlinked $$;
REVOKE ALL ON FUNCTION tenants_with_deeds() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenants_with_deeds() TO openrebate_app;
