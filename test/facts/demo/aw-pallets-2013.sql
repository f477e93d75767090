-- AW-PALLETS-2013: warehouses, shipped in a quarter of 2013. Every kind of goods fills a share of a pallet, goods of
-- one order are mixed. Every number of pieces on a pallet divides 240, so pallets are counted in 240ths.
-- 6.00 for each full pallet from five, 9.00 from 22, if at least 90 % came on full pallets.
with step (lower, rate) as (
  values (5, 6.00), (22, 9.00)
),
shipped as (
  select r.account_number as partner, date_trunc('quarter', s.ship_date)::date as first_day, s.sales_order_number,
    sum(s.quantity * (240 / k.pieces_on_pallet)) as parts
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_products p using (product_key)
  join aw_packing k using (subcategory_key)
  where r.business_type = 'Warehouse' and s.ship_date between '2013-01-01' and '2013-12-31'
  group by 1, 2, 3
),
loaded as (
  select partner, first_day, sum(floor(parts / 240)) as pallets, sum(parts) as parts
  from shipped
  group by partner, first_day
)
select 'pallets' as term, partner, first_day, pallets as qualifier, pallets as payout,
  case when pallets * 240 * 100 >= 90 * parts
    then round(pallets * coalesce((select max(rate) from step where pallets >= lower), 0), 2) else 0.00 end as earned
from loaded
