-- An entry of a bank that pays several documents or claims: what is proposed of each stands in its deed.
-- Each part is {"claim" or "document": id, "minor": "123"}; who approves finds them anew.

ALTER TABLE bank_entry_deed
  ADD COLUMN parts jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT bank_entry_deed_parts_list CHECK (jsonb_typeof(parts) = 'array'),
  DROP CONSTRAINT bank_entry_deed_of_one,
  ADD CONSTRAINT bank_entry_deed_of_one CHECK (
    (kind = 'proposed')::integer
      = (cardinality(payments) > 0)::integer + (parts <> '[]')::integer + num_nonnulls(claim_id, settlement_id)
  );
