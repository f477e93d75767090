-- Files of master data are imports like any other: their rows are counted, wait, are repaired and replayed.

ALTER TABLE source_document
  DROP CONSTRAINT source_document_kind_known,
  ADD CONSTRAINT source_document_kind_known CHECK (kind IN ('lines', 'payments', 'stock', 'master'));
