-- What is neither owed to a customer nor by a supplier: commissions, royalties and the like.

ALTER TABLE earning DROP CONSTRAINT earning_direction_known;
ALTER TABLE earning
  ADD CONSTRAINT earning_direction_known CHECK (direction IN ('customerRebate', 'supplierRebate', 'neither'));
