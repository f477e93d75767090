import { join } from 'node:path';
import { readAgreement } from '../../../adapters/files/readAgreement.ts';
import { collectLines } from '../../../adapters/files/readLines.ts';
import { readMasterTable } from '../../../adapters/files/readMasterTable.ts';
import { readLineSource, readMasterSource } from '../../../adapters/files/readSource.ts';
import { wholeMaster } from '../../../app/intake/wholeMaster.ts';
import { masterOf } from '../../../app/masterOf.ts';
import type { MasterRow } from '../../../app/ports.ts';
import type { Agreement } from '../../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../../core/agreement/decodeAgreement.ts';
import type { Line } from '../../../core/fact/line.ts';
import type { Master } from '../../../core/master/master.ts';
import type { Result } from '../../../core/refusal/refusals.ts';

const DEMO = join(import.meta.dirname, '../../../demo');

/** The data set of each source description in demo/sources. */
export const LINE_SOURCES = {
  'aw-reseller-sales': 'adventureworks-reseller',
  'aw-purchasing': 'adventureworks-purchasing',
  'nw-sales': 'northwind',
} as const;
export type LineSourceName = keyof typeof LINE_SOURCES;

const MASTER_SOURCES = {
  'aw-resellers': 'adventureworks-reseller',
  'aw-products': 'adventureworks-reseller',
  'aw-categories': 'adventureworks-reseller',
  'aw-vendors': 'adventureworks-purchasing',
  'nw-customers': 'northwind',
  'nw-products': 'northwind',
} as const;

/** A file of the demo folder. */
export function demoPath(...parts: readonly string[]): string {
  return join(DEMO, ...parts);
}

export async function demoAgreement(name: string): Promise<Agreement> {
  const file = accepted(await readAgreement(demoPath('agreements', `${name}.json`)));
  return accepted(decodeAgreement(file.parsed));
}

/** Every line of one data set; a row that is none fails, since the demo files have no such row. */
export async function demoLines(name: LineSourceName): Promise<Line[]> {
  const source = accepted(await readLineSource(demoPath('sources', `${name}.json`)));
  const isPacked = name === 'aw-reseller-sales';
  const path = demoPath('data', LINE_SOURCES[name], isPacked ? `${source.file}.gz` : source.file);
  const { rows } = accepted(await collectLines(path, { source }));
  return rows.map(({ parsed, row }) => {
    if ('line' in parsed) return parsed.line;
    throw new Error(`${name} row ${row}: ${JSON.stringify(parsed.refusals)}`);
  });
}

export async function demoMaster(): Promise<Master> {
  const rows: MasterRow[] = [];
  for (const [name, set] of Object.entries(MASTER_SOURCES)) {
    const source = accepted(await readMasterSource(demoPath('sources', `${name}.json`)));
    const feed = accepted(await readMasterTable(demoPath('data', set, source.file), { source }));
    for await (const batch of feed.batches) rows.push(...accepted(wholeMaster(accepted(batch))));
  }
  return masterOf(rows);
}

/** The value of a result that a test relies on, or a failure that names the refusals. */
export function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.refusals));
}
