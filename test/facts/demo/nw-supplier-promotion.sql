-- NW-SUPPLIER-PROMOTION: every customer; packs of Pavlova, Specialty Biscuits and Karkki shipped in a
-- half-year from January 1997 to April 1998, an amount for each pack back to the first.
with shipped as (
  select o.customer_id as partner,
    make_date(extract(year from o.shipped_date)::int, case when extract(month from o.shipped_date) <= 6 then 1 else 7 end, 1)
      as first_day,
    sum(d.quantity) as packs
  from nw_details d
  join nw_orders o using (order_id)
  join nw_products p using (product_id)
  join nw_suppliers s using (supplier_id)
  where s.name in ('Pavlova', 'Specialty Biscuits', 'Karkki Oy')
    and o.shipped_date between '1997-01-01' and '1998-04-30'
  group by 1, 2
)
select 'packs' as term, partner, first_day, packs as qualifier, packs as payout,
  round(packs * case when packs >= 100 then 0.65 when packs >= 50 then 0.40 when packs >= 20 then 0.20 else 0 end, 2)
    as earned
from shipped
