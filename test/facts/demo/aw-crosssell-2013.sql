-- AW-CROSSSELL-2013: value added resellers, ordered in a quarter of 2013. At least 5 % of the value in clothing and accessories,
-- three different products of them or more: from 10,000 3 % on these and 0.25 % on the rest, from 30,000
-- 5 % and 0.5 %.
with step (lower, apparel_rate, rest_rate) as (
  values (10000, 0.03, 0.0025), (30000, 0.05, 0.005)
),
ordered as (
  select r.account_number as partner, date_trunc('quarter', s.order_date)::date as first_day, p.product_number,
    c.name in ('Clothing', 'Accessories') as is_apparel, s.sales_amount as value
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_products p using (product_key)
  join aw_subcategories b using (subcategory_key)
  join aw_categories c using (category_key)
  where r.business_type = 'Value Added Reseller' and s.order_date between '2013-01-01' and '2013-12-31'
),
bought as (
  select partner, first_day, sum(value) as value, coalesce(sum(value) filter (where is_apparel), 0) as apparel,
    count(distinct product_number) filter (where is_apparel) as products
  from ordered
  group by partner, first_day
)
select 'mix' as term, partner, first_day, value as qualifier, value as payout,
  case when apparel * 100 >= 5 * value and products >= 3
    then round(coalesce((select apparel * apparel_rate + (value - apparel) * rest_rate
      from step where value >= lower order by lower desc limit 1), 0), 2) else 0.00 end as earned
from bought
