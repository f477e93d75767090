-- NW-FREE-GOODS-1997: packs of beverages ordered in a quarter of 1997. One of 9 dollars free for every full twelve, from 60
-- packs on for every full ten.
with bought as (
  select o.customer_id as partner, date_trunc('quarter', o.order_date)::date as first_day, sum(d.quantity) as packs
  from nw_details d
  join nw_orders o using (order_id)
  join nw_products p using (product_id)
  join nw_categories c using (category_id)
  where c.name = 'Beverages' and o.order_date between '1997-01-01' and '1997-12-31'
  group by 1, 2
)
select 'packs' as term, partner, first_day, packs as qualifier, packs as payout,
  round(9 * case when packs >= 60 then div(packs, 10) else div(packs, 12) end, 2) as earned
from bought
