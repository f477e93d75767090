-- AW-STACK-2013: warehouses, ordered in 2013. Components 1 % from 10,000, 1.5 % from 40,000; frames, which are
-- components too, 3 % from 1,000, 4 % from 40,000 of their value less what they earn as components. Both together
-- give at most 1,500; what is beyond is cut in proportion.
with components_step (lower, rate) as (
  values (10000, 0.01), (40000, 0.015)
),
frames_step (lower, rate) as (
  values (1000, 0.03), (40000, 0.04)
),
bought as (
  select r.account_number as partner, sum(s.sales_amount) as components, sum(s.sales_amount) filter (where b.name = 'Touring Frames') as frames
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_products p using (product_key)
  join aw_subcategories b using (subcategory_key)
  join aw_categories c using (category_key)
  where r.business_type = 'Warehouse' and c.name = 'Components' and s.order_date between '2013-01-01' and '2013-12-31'
  group by 1
),
rated as (
  select *, coalesce((select max(rate) from components_step where components >= lower), 0) as components_rate,
    coalesce((select max(rate) from frames_step where frames >= lower), 0) as frames_rate
  from bought
),
apart as (
  select *, components * components_rate as on_components, frames * (1 - components_rate) as left_of_frames,
    coalesce(frames * (1 - components_rate) * frames_rate, 0) as on_frames
  from rated
),
capped as (
  select *, case when on_components + on_frames > 1500 then 1500 / (on_components + on_frames) else 1 end as part from apart
)
select 'components' as term, partner, date '2013-01-01' as first_day, components as qualifier, components as payout,
  round(on_components * part, 2) as earned
from capped
union all
select 'frames', partner, date '2013-01-01', frames, left_of_frames, round(on_frames * part, 2)
from capped
where frames is not null
