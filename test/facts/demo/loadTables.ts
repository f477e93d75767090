import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { demoPath } from './demoFiles.ts';

/** Which file fills which table of tables.sql. */
const FILES: Readonly<Record<string, string>> = {
  aw_sales: 'adventureworks-reseller/reseller_sales.csv.gz',
  aw_resellers: 'adventureworks-reseller/resellers.csv',
  aw_geographies: 'adventureworks-reseller/geographies.csv',
  aw_territories: 'adventureworks-reseller/sales_territories.csv',
  aw_products: 'adventureworks-reseller/products.csv',
  aw_subcategories: 'adventureworks-reseller/product_subcategories.csv',
  aw_packing: 'adventureworks-reseller/packing.csv',
  aw_categories: 'adventureworks-reseller/product_categories.csv',
  aw_promotions: 'adventureworks-reseller/promotions.csv',
  aw_purchase_orders: 'adventureworks-purchasing/purchase_orders.csv',
  aw_purchase_lines: 'adventureworks-purchasing/purchase_order_lines.csv',
  aw_vendors: 'adventureworks-purchasing/vendors.csv',
  aw_product_vendors: 'adventureworks-purchasing/product_vendors.csv',
  nw_orders: 'northwind/orders.csv',
  nw_details: 'northwind/order_details.csv',
  nw_products: 'northwind/products.csv',
  nw_categories: 'northwind/categories.csv',
  nw_suppliers: 'northwind/suppliers.csv',
};

/** Loads the demo files as they lie there into a schema of their own; nothing of ours reads them. */
export async function loadTables(client: Client): Promise<void> {
  await client.query('create schema demo_facts');
  await client.query('set search_path to demo_facts');
  await client.query(await readFile(join(import.meta.dirname, 'tables.sql'), 'utf8'));
  for (const [table, file] of Object.entries(FILES)) {
    const input = createReadStream(demoPath('data', file));
    const copy = client.query(copyFrom(`copy ${table} from stdin with (format csv, header true)`));
    if (file.endsWith('.gz')) await pipeline(input, createGunzip(), copy);
    else await pipeline(input, copy);
  }
}

/** One amount as the independent calculation has it; decimals as plain text. */
export type Fact = {
  readonly term: string;
  readonly partner: string;
  readonly firstDay: string;
  readonly qualifier: string;
  readonly payout: string;
  readonly earned: string;
  readonly blocked: string;
};

/** The business day of the demo companies, which the SQL names as a literal. */
export const BUSINESS_DAY = '2025-09-30';

/** Runs the SQL of one agreement. Only the file about units knows lines that wait for one. */
export async function factsOf(client: Client, agreement: string, day = BUSINESS_DAY): Promise<Fact[]> {
  const file = await readFile(join(import.meta.dirname, `${agreement}.sql`), 'utf8');
  const sql = file.replaceAll(BUSINESS_DAY, day);
  const { rows } = await client.query<Fact>(`
    select term, partner, first_day::text as "firstDay", trim_scale(qualifier)::text as qualifier,
      trim_scale(payout)::text as payout, earned::text, coalesce(to_jsonb(fact) ->> 'blocked', '0') as blocked
    from (${sql}) as fact`);
  return rows;
}
