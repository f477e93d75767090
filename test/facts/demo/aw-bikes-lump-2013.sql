-- AW-BIKES-LUMP-2013: warehouses and value added resellers; bikes ordered in a quarter of 2013. The
-- amount of the highest step reached.
with step (lower, amount) as (
  values (40, 350.00), (80, 900.00), (120, 1600.00)
),
bought as (
  select r.account_number as partner, date_trunc('quarter', s.order_date)::date as first_day, sum(s.quantity) as bikes
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_products p using (product_key)
  join aw_subcategories sc using (subcategory_key)
  join aw_categories c using (category_key)
  where r.business_type in ('Warehouse', 'Value Added Reseller') and c.name = 'Bikes'
    and extract(year from s.order_date) = 2013
  group by 1, 2
)
select 'bikes' as term, partner, first_day, bikes as qualifier, bikes as payout,
  coalesce((select max(amount) from step where bikes >= lower), 0.00) as earned
from bought
