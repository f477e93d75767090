-- What nobody earns any more of an advance is asked back by a notice of its own, which names the advance. Older programs go on.

ALTER TABLE settlement ADD COLUMN reclaims uuid;
ALTER TABLE settlement ADD CONSTRAINT settlement_reclaims
  FOREIGN KEY (tenant_id, reclaims) REFERENCES settlement (tenant_id, id);
ALTER TABLE settlement ADD CONSTRAINT settlement_reclaims_advance
  CHECK (reclaims IS NULL OR (is_advance AND side = 'payable' AND reason IN ('clawBack', 'cancellation')));
CREATE INDEX settlement_by_reclaims ON settlement (tenant_id, reclaims) WHERE reclaims IS NOT NULL;
