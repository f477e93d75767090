-- AW-VENDOR-UNITS: nine suppliers; pieces (EA) shipped in a half-year from July 2024 on and taken into
-- stock, complete orders (status 4) only, up to the business day 2025-09-30. Counted piece by piece: the
-- piece that reaches a threshold is paid at the new rate. Lines in another unit wait for a conversion.
with half (first_day, last_day) as (
  values (date '2024-07-01', date '2024-12-31'), (date '2025-01-01', date '2025-06-30'),
    (date '2025-07-01', date '2025-09-30')
),
stocked as (
  select v.account_number as partner, h.first_day,
    coalesce(sum(l.stocked_qty) filter (where u.uom_code = 'EA'), 0) as pieces,
    count(*) filter (where u.uom_code <> 'EA') as blocked
  from aw_purchase_lines l
  join aw_purchase_orders o using (purchase_order_id)
  join aw_vendors v using (vendor_id)
  join aw_product_vendors u using (product_id, vendor_id)
  join half h on o.ship_date between h.first_day and h.last_day
  where o.status = 4
    and v.account_number in ('AMERICAN0002', 'CHICAGO0001', 'COMFORT0001', 'EXPERTB0001', 'INLINEA0001',
      'PREMIER0001', 'SUPERIOR0001', 'VICTORY0001', 'VISIONC0001')
  group by v.account_number, h.first_day
)
select 'pieces' as term, partner, first_day, pieces as qualifier, pieces as payout,
  (select round(sum(case when nth >= 30000 then 0.90 when nth >= 15000 then 0.60 when nth >= 7500 then 0.30 else 0 end), 2)
   from generate_series(1, pieces) as nth) as earned,
  blocked
from stocked
