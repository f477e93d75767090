-- NW-SWEETS-1997: every customer; beverages and confections ordered in 1997, each rate on its own band,
-- the first 500 dollars without rebate. Fractions of a cent are dropped.
with step (lower, rate) as (
  values (500, 0.015), (2000, 0.03), (5000, 0.05)
),
band as (
  select lower::numeric, lead(lower::numeric, 1, 'infinity') over (order by lower) as upper, rate from step
),
bought as (
  select o.customer_id as partner, sum(d.unit_price * d.quantity * (1 - d.discount)) as value
  from nw_details d
  join nw_orders o using (order_id)
  join nw_products p using (product_id)
  join nw_categories c using (category_id)
  where c.name in ('Beverages', 'Confections') and o.order_date between '1997-01-01' and '1997-12-31'
  group by o.customer_id
)
select 'incremental' as term, partner, date '1997-01-01' as first_day, value as qualifier, value as payout,
  trunc(coalesce((select sum((least(value, upper) - lower) * rate) from band where value > lower), 0), 2) as earned
from bought
