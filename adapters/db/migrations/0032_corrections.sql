-- A line may name the one in whose place it stands: it replaces that one as long as it stands itself.
ALTER TABLE line
  ADD COLUMN correction_document text COLLATE "C",
  ADD COLUMN correction_line text COLLATE "C",
  ADD CONSTRAINT line_correction_whole CHECK ((correction_document IS NULL) = (correction_line IS NULL)),
  ADD CONSTRAINT line_correction_of_another CHECK (correction_document <> document OR correction_line <> line);

-- Few lines correct another one: all of them are read beside the lines that are asked for.
CREATE INDEX line_correcting ON line (tenant_id, source, correction_document, correction_line)
  WHERE correction_document IS NOT NULL;

CREATE INDEX received_row_correcting ON received_row (tenant_id, document_id)
  WHERE disposition = 'quarantined' AND refusals @> '[{"code": "line-correction-unknown"}]';
