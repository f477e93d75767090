-- AW-JERSEYS-2013: value added resellers, jerseys ordered in a half-year of 2013. Either 2 % from 500, 4 % from 2,000; or
-- 0.70 a piece from 20, 1.00 from 50: whichever is more, the percent where both are equal; the other one
-- is paid on nothing.
with value_step (lower, rate) as (
  values (500, 0.02), (2000, 0.04)
),
piece_step (lower, rate) as (
  values (20, 0.70), (50, 1.00)
),
bought as (
  select r.account_number as partner,
    case when extract(month from s.order_date) < 7 then date '2013-01-01' else date '2013-07-01' end as first_day,
    sum(s.sales_amount) as value, sum(s.quantity) as pieces
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_products p using (product_key)
  join aw_subcategories b using (subcategory_key)
  where r.business_type = 'Value Added Reseller' and b.name = 'Jerseys' and s.order_date between '2013-01-01' and '2013-12-31'
  group by 1, 2
),
either as (
  select *, value * coalesce((select max(rate) from value_step where value >= lower), 0) as by_value,
    pieces * coalesce((select max(rate) from piece_step where pieces >= lower), 0) as by_piece
  from bought
)
select 'value' as term, partner, first_day, value as qualifier,
  case when by_value >= by_piece then value else 0 end as payout,
  round(case when by_value >= by_piece then by_value else 0 end, 2) as earned
from either
union all
select 'pieces', partner, first_day, pieces,
  case when by_piece > by_value then pieces else 0 end, round(case when by_piece > by_value then by_piece else 0 end, 2)
from either
