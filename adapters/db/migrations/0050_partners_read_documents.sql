-- A partner reads the documents that were issued to it, and of a settlement nothing else: not what is proposed,
-- who approves it, nor what lapses.
CREATE POLICY partner_wall ON settlement FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
    AND document IS NOT NULL
  );
GRANT SELECT (tenant_id, partner_id, id, company, state, legal_number, issued_on, document) ON settlement
  TO openrebate_portal;
