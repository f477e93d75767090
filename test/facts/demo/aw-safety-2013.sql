-- AW-SAFETY-2013: every reseller; helmets and gloves delivered in 2013, an amount for each piece back to
-- the first. Helmets: more than 12, more than 60. Gloves: from 24 pairs, from 60 pairs.
with delivered as (
  select r.account_number as partner, sc.name as goods, sum(s.quantity) as pieces
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_products p using (product_key)
  join aw_subcategories sc using (subcategory_key)
  where sc.name in ('Helmets', 'Gloves') and extract(year from s.ship_date) = 2013
  group by r.account_number, sc.name
)
select 'helmets' as term, partner, date '2013-01-01' as first_day, pieces as qualifier, pieces as payout,
  round(pieces * case when pieces > 60 then 0.70 when pieces > 12 then 0.40 else 0 end, 2) as earned
from delivered
where goods = 'Helmets'
union all
select 'gloves', partner, date '2013-01-01', pieces, pieces,
  round(pieces * case when pieces >= 60 then 0.55 when pieces >= 24 then 0.30 else 0 end, 2)
from delivered
where goods = 'Gloves'
