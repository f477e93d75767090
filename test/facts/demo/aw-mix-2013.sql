-- AW-MIX-2013: warehouses, ordered in a half-year of 2013. Components from 15 % of the value: 0.25 % on everything, from 30 %: 0.5 %.
with step (lower, rate) as (
  values (15, 0.0025), (30, 0.005)
),
bought as (
  select r.account_number as partner,
    case when extract(month from s.order_date) < 7 then date '2013-01-01' else date '2013-07-01' end as first_day,
    sum(s.sales_amount) as value, coalesce(sum(s.sales_amount) filter (where c.name = 'Components'), 0) as components
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_products p using (product_key)
  join aw_subcategories b using (subcategory_key)
  join aw_categories c using (category_key)
  where r.business_type = 'Warehouse' and s.order_date between '2013-01-01' and '2013-12-31'
  group by 1, 2
)
-- A share has no end as a decimal: six places of it are shown, and the tier is found without dividing.
select 'mix' as term, partner, first_day, round(components * 100 / value, 6) as qualifier, value as payout,
  round(value * coalesce((select max(rate) from step where components * 100 >= lower * value), 0), 2) as earned
from bought
