-- AW-VENDOR-VOLUME: preferred suppliers; goods shipped in 2024 or 2025 and taken into stock, at order
-- price, complete orders (status 4) only, up to the business day 2025-09-30. The rate reached applies to
-- the whole value of the year.
with step (lower, rate) as (
  values (50000, 0.005), (200000, 0.01), (500000, 0.0175), (1000000, 0.025)
),
stocked as (
  select v.account_number as partner, date_trunc('year', o.ship_date)::date as first_day,
    sum(l.stocked_qty * l.unit_price) as value
  from aw_purchase_lines l
  join aw_purchase_orders o using (purchase_order_id)
  join aw_vendors v using (vendor_id)
  where v.preferred = 1 and o.status = 4 and o.ship_date between '2024-01-01' and '2025-09-30'
  group by 1, 2
)
select 'stocked' as term, partner, first_day, value as qualifier, value as payout,
  round(value * coalesce((select max(rate) from step where value >= lower), 0), 2) as earned
from stocked
