-- Whose open item a transfer is of: a settlement or a claim. What rates change is told item by item by it. Transfers of before
-- have none, and go on being one amount for each account.

ALTER TABLE ledger_transfer ADD COLUMN item text COLLATE "C";
