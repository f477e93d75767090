-- AW-WAREHOUSE-2013: warehouses, delivered in a half-year of 2013, net of line discounts, clearance
-- goods excepted. A threshold must be exceeded; the rate reached applies to all of the half-year.
with step (lower, rate) as (
  values (20000, 0.0075), (60000, 0.015), (120000, 0.0275)
),
half (first_day, last_day) as (
  values (date '2013-01-01', date '2013-06-30'), (date '2013-07-01', date '2013-12-31')
),
bought as (
  select r.account_number as partner, h.first_day, sum(s.sales_amount) as value
  from aw_sales s
  join half h on s.ship_date between h.first_day and h.last_day
  join aw_resellers r using (reseller_key)
  join aw_promotions p using (promotion_key)
  where r.business_type = 'Warehouse' and p.type not in ('Discontinued Product', 'Excess Inventory')
  group by r.account_number, h.first_day
)
select 'volume' as term, partner, first_day, value as qualifier, value as payout,
  round(value * coalesce((select max(rate) from step where value > lower), 0), 2) as earned
from bought
