-- Price lists, documents of rebates of ours, budgets, plans and baselines are master data too:
-- versioned, and known from a batch on. The agreed amount of a plan is no amount of money here:
-- texts, like all attributes.

ALTER TABLE master_version DROP CONSTRAINT master_version_kind_known;
ALTER TABLE master_version ADD CONSTRAINT master_version_kind_known CHECK (
  kind IN ('partner', 'product', 'category', 'rate', 'price', 'ownDocument', 'budget', 'plan', 'baseline')
);
