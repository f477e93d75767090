-- Settlements that are paid in another currency than they were earned in: by which rate, and each line in both.
--
-- Older programs do not go on: they would post what was earned as if it were of the currency that is paid.

-- {from, rate, source}: the currency of the agreement, what one unit of it is in that of the settlement, and of which
-- kind and day the rate is. NULL: both are the same.
ALTER TABLE settlement ADD COLUMN payout json;

-- What is stated, in the currency of the settlement; NULL: it is the same.
ALTER TABLE settlement_line ADD COLUMN paid_minor numeric;
ALTER TABLE settlement_line ADD CONSTRAINT settlement_line_paid_whole CHECK (scale(paid_minor) = 0);
