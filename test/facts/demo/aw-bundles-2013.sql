-- AW-BUNDLES-2013: ordered in 2013. A set is a bike, a helmet and two pairs of gloves; 2.50 a set from ten sets, 4.00 from 25.
with step (lower, rate) as (
  values (10, 2.50), (25, 4.00)
),
bought as (
  select r.account_number as partner, coalesce(sum(s.quantity) filter (where c.name = 'Bikes'), 0) as bikes,
    coalesce(sum(s.quantity) filter (where b.name = 'Helmets'), 0) as helmets,
    coalesce(sum(s.quantity) filter (where b.name = 'Gloves'), 0) as gloves
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_products p using (product_key)
  join aw_subcategories b using (subcategory_key)
  join aw_categories c using (category_key)
  where (c.name = 'Bikes' or b.name in ('Helmets', 'Gloves')) and s.order_date between '2013-01-01' and '2013-12-31'
  group by 1
),
complete as (
  select partner, least(bikes, helmets, div(gloves, 2)) as sets from bought
)
select 'sets' as term, partner, date '2013-01-01' as first_day, sets as qualifier, sets as payout,
  round(sets * coalesce((select max(rate) from step where sets >= lower), 0), 2) as earned
from complete
