-- More of what a line says: the numbers of its documents beside their days, what it is about, whom
-- the goods went to, its tax, and the price that a contract fixes; and lines that partners report
-- of what they sold on, as a side of their own.

ALTER TABLE line
  ADD COLUMN order_number text COLLATE "C",
  ADD COLUMN delivery_number text COLLATE "C",
  ADD COLUMN receipt_number text COLLATE "C",
  ADD COLUMN invoice_number text COLLATE "C",
  ADD COLUMN posting_number text COLLATE "C",
  ADD COLUMN payment_number text COLLATE "C",
  -- NULL is goods.
  ADD COLUMN line_kind text COLLATE "C",
  ADD COLUMN end_customer text COLLATE "C",
  ADD COLUMN tax_code text COLLATE "C",
  ADD COLUMN tax_rate numeric,
  ADD COLUMN contract_price numeric,
  ADD CONSTRAINT line_kind_known
    CHECK (line_kind IN ('goods', 'freight', 'fee', 'freeGoods', 'rebateDocument')),
  DROP CONSTRAINT line_side_known,
  ADD CONSTRAINT line_side_known CHECK (side IN ('sale', 'purchase', 'sellThrough'));

-- All of it stands on documents that the partner has, or made itself.
GRANT SELECT (
  order_number, delivery_number, receipt_number, invoice_number, posting_number, payment_number,
  line_kind, end_customer, tax_code, tax_rate, contract_price
) ON line TO openrebate_portal;
