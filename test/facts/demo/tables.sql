-- The demo files as plain tables, column by column in the order of the files, for a calculation of
-- the demo agreements that shares nothing with the program. An empty field is null.
create table aw_sales (
  sales_order_number text, line_number int, order_date date, ship_date date, reseller_key int, product_key int,
  promotion_key int, currency_key int, sales_territory_key int, quantity numeric, unit_price numeric,
  extended_amount numeric, discount_amount numeric, sales_amount numeric);
create table aw_resellers (
  reseller_key int primary key, account_number text, name text, business_type text, geography_key int, product_line text);
create table aw_geographies (
  geography_key int primary key, city text, state_code text, state text, country_code text, country text,
  sales_territory_key int);
create table aw_territories (territory_key int primary key, region text, country text, "group" text);
create table aw_products (
  product_key int primary key, product_number text, subcategory_key int, name text, model text, color text, size text,
  list_price numeric, valid_from date, status text);
create table aw_subcategories (subcategory_key int primary key, name text, category_key int);
create table aw_packing (subcategory_key int primary key, pieces_on_pallet int);
create table aw_categories (category_key int primary key, name text);
create table aw_promotions (promotion_key int primary key, name text, type text, category text, discount_pct numeric);
create table aw_purchase_orders (
  purchase_order_id int primary key, status int, vendor_id int, order_date date, ship_date date, subtotal numeric);
create table aw_purchase_lines (
  purchase_order_id int, line_id int, due_date date, order_qty numeric, product_id int, unit_price numeric,
  line_total numeric, received_qty numeric, rejected_qty numeric, stocked_qty numeric);
create table aw_vendors (
  vendor_id int primary key, account_number text, name text, credit_rating int, preferred int, active int);
create table aw_product_vendors (product_id int, vendor_id int, uom_code text, primary key (product_id, vendor_id));
create table nw_orders (order_id int primary key, customer_id text, order_date date, shipped_date date);
create table nw_details (order_id int, product_id int, unit_price numeric, quantity numeric, discount numeric);
create table nw_products (
  product_id int primary key, name text, supplier_id int, category_id int, pack text, unit_price numeric, discontinued int);
create table nw_categories (category_id int primary key, name text);
create table nw_suppliers (supplier_id int primary key, name text);
