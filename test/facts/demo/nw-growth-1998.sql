-- NW-GROWTH-1998: every customer; net value ordered in January to March 1998 and in April 1998, compared
-- with the same days of 1997. More than 100 %, 125 %, 200 %; the rate is paid on the whole value.
-- Nothing in those days: as if the first step were reached.
with step (percent_of_before, rate) as (
  values (100, 0.005), (125, 0.015), (200, 0.025)
),
ordered as (
  select o.customer_id as partner, d.unit_price * d.quantity * (1 - d.discount) as value,
    extract(year from o.order_date) as year, extract(quarter from o.order_date) as quarter
  from nw_details d
  join nw_orders o using (order_id)
  where o.order_date between '1998-01-01' and '1998-04-30' or o.order_date between '1997-01-01' and '1997-04-30'
),
bought as (
  select partner, quarter,
    coalesce(sum(value) filter (where year = 1998), 0) as value,
    coalesce(sum(value) filter (where year = 1997), 0) as before
  from ordered
  group by partner, quarter
)
select 'growth' as term, partner, case quarter when 1 then date '1998-01-01' else date '1998-04-01' end as first_day,
  value as qualifier, value as payout,
  round(value * case
    when before <= 0 then 0.005
    else coalesce((select max(rate) from step where value * 100 > percent_of_before * before), 0) end, 2) as earned
from bought
