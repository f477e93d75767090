-- AW-WAREHOUSE-2012: warehouses, ordered in 2012, net of line discounts, clearance goods excepted.
-- The rate reached applies to all purchases of the year.
with step (lower, rate) as (
  values (25000, 0.005), (75000, 0.0125), (150000, 0.025), (300000, 0.04)
),
bought as (
  select r.account_number as partner, sum(s.sales_amount) as value
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_promotions p using (promotion_key)
  where r.business_type = 'Warehouse'
    and s.order_date between '2012-01-01' and '2012-12-31'
    and p.type not in ('Discontinued Product', 'Excess Inventory')
  group by r.account_number
)
select 'volume' as term, partner, date '2012-01-01' as first_day, value as qualifier, value as payout,
  round(value * coalesce((select max(rate) from step where value >= lower), 0), 2) as earned
from bought
