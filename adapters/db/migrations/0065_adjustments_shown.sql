-- What was approved beside the terms, part by part, as the last calculation counted it: so that a partner reads it with the
-- amount, whose own partners alone see the row. NULL until the first calculation after this.

ALTER TABLE earning ADD COLUMN adjustments json;
