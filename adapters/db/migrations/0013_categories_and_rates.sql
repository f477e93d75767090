-- Categories of a tree and exchange rates are master data too: versioned, and known from a batch on.

ALTER TABLE master_version DROP CONSTRAINT master_version_kind_known;
ALTER TABLE master_version
  ADD CONSTRAINT master_version_kind_known CHECK (kind IN ('partner', 'product', 'category', 'rate'));
