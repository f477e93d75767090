-- AW-CANADA-2013: value added resellers in Canada. After each month the rate reached since January on everything ordered
-- since January, less the same as of the month before: both are rounded, so that the months add up to the whole.
with step (lower, rate) as (
  values (25000, 0.005), (75000, 0.01), (125000, 0.015)
),
ordered as (
  select r.account_number as partner, date_trunc('month', s.order_date)::date as first_day, s.sales_amount as value
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_geographies g using (geography_key)
  where r.business_type = 'Value Added Reseller' and g.country = 'Canada'
    and s.order_date between '2013-01-01' and '2013-12-31'
),
month as (
  select generate_series(date '2013-01-01', date '2013-12-01', interval '1 month')::date as first_day
),
to_date as (
  select o.partner, m.first_day, sum(o.value) as value,
    coalesce(sum(o.value) filter (where o.first_day < m.first_day), 0) as before
  from ordered o
  join month m on o.first_day <= m.first_day
  group by o.partner, m.first_day
)
select 'to-date' as term, partner, first_day, value as qualifier, value as payout,
  round(value * coalesce((select max(rate) from step where value >= lower), 0), 2)
    - round(before * coalesce((select max(rate) from step where before >= lower), 0), 2) as earned
from to_date
