-- AW-TOURING-SUPPORT-2013: touring bikes ordered in 2013. What a bike cost beyond 59 % of the list price of the version of
-- the product that was valid on the day of order, or of its first version before that; half of it from 20 bikes, all of it from 100.
with step (lower, share) as (
  values (20, 0.5), (100, 1.0)
),
ordered as (
  select r.account_number as partner, s.quantity, s.unit_price,
    (select v.list_price from aw_products v
      where v.product_number = p.product_number
      order by v.valid_from <= s.order_date desc, abs(v.valid_from - s.order_date) limit 1) as list_price
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_products p using (product_key)
  join aw_subcategories b using (subcategory_key)
  where b.name = 'Touring Bikes' and s.order_date between '2013-01-01' and '2013-12-31'
),
bought as (
  select partner, sum(quantity) as bikes, sum(quantity * greatest(unit_price - list_price * 0.59, 0)) as difference
  from ordered
  group by partner
)
select 'support' as term, partner, date '2013-01-01' as first_day, bikes as qualifier, difference as payout,
  round(difference * coalesce((select max(share) from step where bikes >= lower), 0), 2) as earned
from bought
