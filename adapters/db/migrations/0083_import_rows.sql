-- How many rows a file had: a page that is asked for again and again says it, and counts no million rows for it.
--
-- Older programs go on: what they bring in meanwhile is counted where it is shown.

ALTER TABLE source_document ADD COLUMN row_count integer;

ALTER TABLE source_document NO FORCE ROW LEVEL SECURITY;
ALTER TABLE received_row NO FORCE ROW LEVEL SECURITY;
UPDATE source_document d SET row_count =
  (SELECT count(*) FROM received_row r WHERE r.tenant_id = d.tenant_id AND r.document_id = d.id);
ALTER TABLE received_row FORCE ROW LEVEL SECURITY;
ALTER TABLE source_document FORCE ROW LEVEL SECURITY;
