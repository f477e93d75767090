-- NW-QUARTER: every customer; net value ordered in a calendar quarter from January 1997 to April 1998.
-- The rate reached applies to all of it; the shortened last quarter has whole thresholds.
with step (lower, rate) as (
  values (500, 0.005), (1500, 0.01), (4000, 0.02), (8000, 0.03)
),
bought as (
  select o.customer_id as partner, date_trunc('quarter', o.order_date)::date as first_day,
    sum(d.unit_price * d.quantity * (1 - d.discount)) as value
  from nw_details d
  join nw_orders o using (order_id)
  where o.order_date between '1997-01-01' and '1998-04-30'
  group by 1, 2
)
select 'volume' as term, partner, first_day, value as qualifier, value as payout,
  round(value * coalesce((select max(rate) from step where value >= lower), 0), 2) as earned
from bought
