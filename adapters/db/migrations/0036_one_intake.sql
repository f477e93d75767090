-- Payments and stock come in as lines do: their files among the imports, their rows among the rows
-- received, so that what waits is repaired, replayed, dismissed and taken back by the same means.

ALTER TABLE source_document
  ADD COLUMN kind text COLLATE "C" NOT NULL DEFAULT 'lines',
  ADD CONSTRAINT source_document_kind_known CHECK (kind IN ('lines', 'payments', 'stock'));

ALTER TABLE payment DROP CONSTRAINT payment_row;
ALTER TABLE stock_count DROP CONSTRAINT stock_count_row;

-- The walls hold for whoever owns the tables, too; they stand again before this ends.
ALTER TABLE fact_file NO FORCE ROW LEVEL SECURITY;
ALTER TABLE fact_row NO FORCE ROW LEVEL SECURITY;
ALTER TABLE source_document NO FORCE ROW LEVEL SECURITY;
ALTER TABLE received_row NO FORCE ROW LEVEL SECURITY;

INSERT INTO source_document (tenant_id, id, source, name, sha256, bytes, columns, batch, actor, kind)
SELECT tenant_id, id, 'file', name, sha256, bytes, columns, batch, '', kind FROM fact_file;

-- The identity of a fact is one text, which no document of a line can be: it holds the character
-- that its parts are joined by. A row without one is known again by what it says.
INSERT INTO received_row
  (tenant_id, document_id, row_number, texts, disposition, refusals, source, document, line, revision, fields)
SELECT r.tenant_id, r.file_id, r.row_number, r.texts, r.disposition, r.refusals, 'file', coalesce(r.key, ''),
  CASE WHEN r.key IS NULL THEN concat('?', left(md5(r.texts::text), 16), '-', row_number() OVER (
    PARTITION BY r.tenant_id, r.file_id, r.texts::text ORDER BY r.row_number)) ELSE '' END,
  r.revision,
  CASE WHEN r.disposition = 'quarantined' AND json_array_length(r.texts) = json_array_length(f.columns) THEN (
    SELECT jsonb_object_agg(c.name, t.value)
    FROM json_array_elements_text(f.columns) WITH ORDINALITY AS c (name, place)
    JOIN json_array_elements_text(r.texts) WITH ORDINALITY AS t (value, place) ON t.place = c.place
    WHERE t.value <> ''
  ) END
FROM fact_row r JOIN fact_file f ON f.tenant_id = r.tenant_id AND f.id = r.file_id;

ALTER TABLE source_document FORCE ROW LEVEL SECURITY;
ALTER TABLE received_row FORCE ROW LEVEL SECURITY;

DROP TABLE fact_row;
DROP TABLE fact_file;

-- A revision that says "no longer": nobody's word stands after an import was undone.
ALTER TABLE payment RENAME COLUMN file_id TO document_id;
ALTER TABLE payment
  ADD COLUMN withdrawn boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT payment_row FOREIGN KEY (tenant_id, document_id, row_number)
    REFERENCES received_row (tenant_id, document_id, row_number);
CREATE INDEX payment_by_import ON payment (tenant_id, document_id);

ALTER TABLE stock_count RENAME COLUMN file_id TO document_id;
ALTER TABLE stock_count
  ADD COLUMN withdrawn boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT stock_count_row FOREIGN KEY (tenant_id, document_id, row_number)
    REFERENCES received_row (tenant_id, document_id, row_number);
CREATE INDEX stock_count_by_import ON stock_count (tenant_id, document_id);
