-- AW-TERRITORY-2013: specialty bike shops, ordered in 2013. All shops of a territory together reach 1 % from 200,000 and 1.5 %
-- from 300,000; of each shop's amount the territory keeps a twentieth.
with step (lower, rate) as (
  values (200000, 0.01), (300000, 0.015)
),
bought as (
  select r.account_number as partner, t.region, sum(s.sales_amount) as value
  from aw_sales s
  join aw_resellers r using (reseller_key)
  join aw_geographies g using (geography_key)
  join aw_territories t on t.territory_key = g.sales_territory_key
  where r.business_type = 'Specialty Bike Shop' and s.order_date between '2013-01-01' and '2013-12-31'
  group by 1, 2
),
together as (
  select region, sum(value) as value from bought group by region
),
rated as (
  select region, value, coalesce((select max(rate) from step where value >= lower), 0) as rate from together
)
select 'together' as term, b.partner, date '2013-01-01' as first_day, t.value as qualifier, b.value as payout,
  round(b.value * t.rate * 0.95, 2) as earned
from bought b
join rated t using (region)
union all
select 'together', region, date '2013-01-01', value, value, round(value * rate * 0.05, 2) from rated where rate > 0
