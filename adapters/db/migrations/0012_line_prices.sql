-- More of what an invoice line says: days, the list price, what the unit cost us, and the discounts
-- on it, as a list of {"origin", "code", "kind", "value"} with the value as text, which keeps its places.

ALTER TABLE line
  ADD COLUMN service_date date,
  ADD COLUMN payment_date date,
  ADD COLUMN submission_date date,
  ADD COLUMN list_price numeric,
  ADD COLUMN unit_cost numeric,
  ADD COLUMN discounts jsonb;

-- Partners read what stands on their invoice; what a unit cost us is internal.
GRANT SELECT (service_date, payment_date, submission_date, list_price, discounts) ON line TO openrebate_portal;
