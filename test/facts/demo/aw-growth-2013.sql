-- AW-GROWTH-2013: value added resellers in the United States. Net orders of December 2012 to November
-- 2013, without clearance goods, compared with those of the twelve months before; the rate is paid on
-- all purchases of the dealer year. Nothing to compare with, no bonus.
-- Growth is compared by multiplying out, since a quotient would be rounded.
with step (percent_of_before, rate) as (
  values (105, 0.01), (120, 0.02), (150, 0.03)
),
bought as (
  select r.account_number as partner,
    coalesce(sum(s.sales_amount) filter (where s.order_date >= '2012-12-01'), 0) as value,
    coalesce(sum(s.sales_amount) filter (where s.order_date < '2012-12-01'), 0) as before
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_geographies g using (geography_key)
  join aw_promotions p using (promotion_key)
  where r.business_type = 'Value Added Reseller' and g.country = 'United States'
    and s.order_date between '2011-12-01' and '2013-11-30'
    and p.type not in ('Discontinued Product', 'Excess Inventory')
  group by r.account_number
)
select 'growth' as term, partner, date '2012-12-01' as first_day, value as qualifier, value as payout,
  round(value * coalesce(
    (select max(rate) from step where before > 0 and value * 100 >= percent_of_before * before), 0), 2) as earned
from bought
