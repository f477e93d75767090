-- NW-UPSELL-1998: packs of condiments and dairy products ordered in January to March 1998 and in April
-- 1998, beyond the same days of 1997. From ten packs more 0.40 for each of them, from 50 packs more
-- 0.80. Of those who reach a step, 1,200 packs a quarter are paid, in the order of their orders.
with step (more, rate) as (
  values (10, 0.40), (50, 0.80)
),
line as (
  select o.customer_id as partner, extract(quarter from o.order_date) as quarter, extract(year from o.order_date) as year,
    o.order_date, o.order_id, d.product_id, d.quantity
  from nw_details d
  join nw_orders o using (order_id)
  join nw_products p using (product_id)
  join nw_categories c using (category_id)
  where c.name in ('Condiments', 'Dairy Products')
    and (o.order_date between '1998-01-01' and '1998-04-30' or o.order_date between '1997-01-01' and '1997-04-30')
),
bought as (
  select partner, quarter,
    coalesce(sum(quantity) filter (where year = 1998), 0) as packs,
    coalesce(sum(quantity) filter (where year = 1997), 0) as before
  from line
  group by partner, quarter
),
reached as (
  select *, greatest(packs - before, 0) as extra,
    coalesce((select max(rate) from step where packs - before >= more), 0) as rate
  from bought
),
filled as (
  select l.partner, l.quarter, l.order_date, l.order_id, l.product_id, l.quantity, r.before,
    sum(l.quantity) over (partition by l.partner, l.quarter order by l.order_date, l.order_id, l.product_id) as so_far
  from line l
  join reached r using (partner, quarter)
  where l.year = 1998 and r.rate > 0
),
extra as (
  select *, greatest(so_far - before, 0) - greatest(so_far - quantity - before, 0) as added
  from filled
),
taken as (
  select *, sum(added) over (partition by quarter order by order_date, order_id, product_id) as of_all
  from extra
),
paid as (
  select partner, quarter, sum(least(of_all, 1200) - least(of_all - added, 1200)) as packs
  from taken
  group by partner, quarter
)
select 'extra' as term, partner, case quarter when 1 then date '1998-01-01' else date '1998-04-01' end as first_day,
  r.packs as qualifier, r.packs - case when r.rate > 0 then r.extra - p.packs else 0 end as payout,
  round(coalesce(p.packs, 0) * r.rate, 2) as earned
from reached r
left join paid p using (partner, quarter)
