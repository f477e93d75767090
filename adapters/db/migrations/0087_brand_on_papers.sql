-- The brand stands on papers for partners, too. A document names the one with which it was issued, so that it looks the same ever after;
-- those of before name none, and stay as they are. The role in which partners read their documents reads what the tenant shows to
-- everybody; not who said so, nor when.
--
-- Older programs go on.

-- A version of brand, which is only added to.
ALTER TABLE settlement ADD COLUMN brand_version integer;
GRANT UPDATE (brand_version) ON settlement TO openrebate_app;
GRANT SELECT (brand_version) ON settlement TO openrebate_portal;

CREATE POLICY partner_lookup ON brand FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND nullif(current_setting('app.partners', true), '') IS NOT NULL
  );
GRANT SELECT (tenant_id, version, name_en, name_zh, accent_light, accent_dark, logo) ON brand TO openrebate_portal;

CREATE POLICY partner_lookup ON brand_logo FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND nullif(current_setting('app.partners', true), '') IS NOT NULL
  );
GRANT SELECT (tenant_id, sha256, width, height, content) ON brand_logo TO openrebate_portal;
