-- AW-VAR-2013: value added resellers, ordered in 2013, net. Each rate applies only to the part of the
-- purchases that lies in its band; the first 50,000 dollars earn nothing.
with step (lower, rate) as (
  values (50000, 0.015), (150000, 0.03), (300000, 0.045)
),
band as (
  select lower::numeric, lead(lower::numeric, 1, 'infinity') over (order by lower) as upper, rate from step
),
bought as (
  select r.account_number as partner, sum(s.sales_amount) as value
  from aw_sales s
  join aw_resellers r using (reseller_key)
  where r.business_type = 'Value Added Reseller' and extract(year from s.order_date) = 2013
  group by r.account_number
)
select 'incremental' as term, partner, date '2013-01-01' as first_day, value as qualifier, value as payout,
  round(coalesce((select sum((least(value, upper) - lower) * rate) from band where value > lower), 0), 2) as earned
from bought
