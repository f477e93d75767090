import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { classicModels } from './classicModels.ts';
import { iowaLiquor } from './iowaLiquor.ts';
import { northwind } from './northwind.ts';
import { onlineRetail } from './onlineRetail.ts';
import { purchasing } from './purchasing.ts';
import { resellerSales } from './resellerSales.ts';
import type { Trade } from './trade.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** How each set is read, and where the repository has it, whole or in part. */
const SETS: Readonly<Record<string, { read: (folder: string) => Trade; own?: string }>> = {
  'uci-online-retail': { read: onlineRetail, own: 'test/facts/onlineRetail' },
  'adventureworks-reseller': { read: resellerSales, own: 'demo/data/adventureworks-reseller' },
  'adventureworks-purchasing': { read: purchasing, own: 'demo/data/adventureworks-purchasing' },
  northwind: { read: northwind, own: 'demo/data/northwind' },
  classicmodels: { read: classicModels },
  'iowa-liquor-weekly': { read: iowaLiquor },
};
export const SET_NAMES = Object.keys(SETS);

/** From `folder/set`, else what the repository has; undefined where neither is. */
export function realTrade(set: string, folder?: string): Trade | undefined {
  const found = SETS[set];
  const places = [folder && join(folder, set), found?.own && join(ROOT, found.own)];
  const place = places.find((path) => path && existsSync(path));
  return found && place ? found.read(place) : undefined;
}
