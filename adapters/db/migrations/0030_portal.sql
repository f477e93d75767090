-- What the portal needs beside the rows of a partner to show their earnings: which agreement an
-- earning is under, from which run it is, what the partner is called, and which day it is. Of each
-- of them only those columns, and only rows that belong to earnings of the partners that are set.
--
-- Older programs go on.

CREATE POLICY partner_lookup ON agreement FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND EXISTS (
      SELECT FROM earning e WHERE e.tenant_id = agreement.tenant_id AND e.agreement_id = agreement.id
    )
  );
GRANT SELECT (tenant_id, id, code) ON agreement TO openrebate_portal;

CREATE POLICY partner_lookup ON run FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND EXISTS (
      SELECT FROM earning e
      WHERE e.tenant_id = run.tenant_id AND e.agreement_id = run.agreement_id AND e.run_number = run.number
    )
  );
GRANT SELECT (tenant_id, agreement_id, number, batch, effective_on, calculation) ON run TO openrebate_portal;

CREATE POLICY partner_lookup ON master_version FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND kind = 'partner'
    AND code = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
GRANT SELECT (tenant_id, kind, code, name, valid_from, batch) ON master_version TO openrebate_portal;

CREATE POLICY partner_lookup ON company FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND nullif(current_setting('app.partners', true), '') IS NOT NULL
  );
GRANT SELECT (tenant_id, code, name, time_zone, business_day) ON company TO openrebate_portal;

CREATE POLICY partner_lookup ON counter FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND series = 'batch'
    AND nullif(current_setting('app.partners', true), '') IS NOT NULL
  );
GRANT SELECT (tenant_id, series, last_number) ON counter TO openrebate_portal;
