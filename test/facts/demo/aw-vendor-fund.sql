-- AW-VENDOR-FUND: six suppliers, taken into stock in a quarter from July 2024 on (by shipping date, complete orders), at price.
-- 0.5 % from 50,000, 1 % from 150,000, and once the quarter is over at least 800, less what earlier quarters
-- have earned beyond their 800.
with recursive step (lower, rate) as (
  values (50000, 0.005), (150000, 0.01)
),
quarter as (
  select n, (date '2024-07-01' + n * interval '3 months')::date as first_day from generate_series(0, 5) as n
  where (date '2024-07-01' + n * interval '3 months')::date <= date '2025-09-30'
),
supplier as (
  select vendor_id, account_number as partner from aw_vendors where account_number in
    ('ALLENSON0001', 'ANDERSON0001', 'CAPITAL0001', 'CARLSON0001', 'COMFORT0001', 'COMPETE0002')
),
stocked as (
  select s.partner, q.n, q.first_day,
    coalesce((select sum(l.stocked_qty * l.unit_price)
      from aw_purchase_lines l
      join aw_purchase_orders o using (purchase_order_id)
      where o.vendor_id = s.vendor_id and o.status = 4
        and o.ship_date >= q.first_day and o.ship_date < q.first_day + interval '3 months'
        and o.ship_date <= date '2025-09-30'), 0) as value
  from supplier s
  cross join quarter q
),
rated as (
  select *, value * coalesce((select max(rate) from step where value >= lower), 0) as by_rate from stocked
),
paid (partner, n, first_day, value, earned, surplus) as (
  select partner, n, first_day, value, greatest(by_rate, 800), greatest(by_rate - 800, 0) from rated where n = 0
  union all
  select r.partner, r.n, r.first_day, r.value,
    greatest(r.by_rate, case when r.first_day + interval '3 months' - interval '1 day' <= date '2025-09-30'
      then 800 - p.surplus else 0 end),
    greatest(p.surplus + r.by_rate - 800, 0)
  from paid p
  join rated r on r.partner = p.partner and r.n = p.n + 1
)
select 'fund' as term, partner, first_day, value as qualifier, value as payout, round(earned, 2) as earned
from paid
