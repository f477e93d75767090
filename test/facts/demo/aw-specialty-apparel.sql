-- AW-SPECIALTY-APPAREL: specialty bike shops; clothing and accessories ordered from July 2012 to June
-- 2013. Counted piece by piece: the 21st is the first that is paid, the 51st and the 101st are the
-- first at the next rates, since the piece that reaches a threshold still belongs to the band below.
with bought as (
  select r.account_number as partner, sum(s.quantity) as pieces
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_products p using (product_key)
  join aw_subcategories sc using (subcategory_key)
  join aw_categories c using (category_key)
  where r.business_type = 'Specialty Bike Shop' and c.name in ('Clothing', 'Accessories')
    and s.order_date between '2012-07-01' and '2013-06-30'
  group by r.account_number
)
select 'pieces' as term, partner, date '2012-07-01' as first_day, pieces as qualifier, pieces as payout,
  (select round(sum(case when nth > 100 then 1.20 when nth > 50 then 0.75 when nth > 20 then 0.40 else 0 end), 2)
   from generate_series(1, pieces) as nth) as earned
from bought
