-- Whether the bytes of a file came in before, and when first: a file that is sent again says nothing new.
CREATE INDEX source_document_by_bytes ON source_document (tenant_id, sha256, batch);
