import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTenant } from '../adapters/db/createTenant.ts';
import { findFile } from '../adapters/files/lookupTable.ts';
import { readAgreement } from '../adapters/files/readAgreement.ts';
import { readLines } from '../adapters/files/readLines.ts';
import { readMasterTable } from '../adapters/files/readMasterTable.ts';
import { readLineSource, readMasterSource } from '../adapters/files/readSource.ts';
import { systemActor } from '../app/actor.ts';
import { recordAgreement } from '../app/agreements/recordAgreement.ts';
import { importLines } from '../app/intake/importLines.ts';
import { importMasterFile } from '../app/intake/importMasterFile.ts';
import { recordMaster } from '../app/intake/recordMaster.ts';
import type { ImportSummary, MasterRow, Ports, TenantId } from '../app/ports.ts';
import { fromYearMonthDay } from '../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../core/refusal/refusals.ts';
import { packageRoot } from './packageRoot.ts';

/** The sandbox stands after the last purchase of the demo data. */
const BUSINESS_DAY = fromYearMonthDay(2025, 9, 30);

const RESELLER = 'adventureworks-reseller';
const PURCHASING = 'adventureworks-purchasing';
const NORTHWIND = 'northwind';

const MASTER = [
  ['aw-resellers.json', RESELLER],
  ['aw-vendors.json', PURCHASING],
  ['aw-products.json', RESELLER],
  ['aw-categories.json', RESELLER],
  ['nw-customers.json', NORTHWIND],
  ['nw-products.json', NORTHWIND],
] as const;

const LINES = [
  ['aw-reseller-sales.json', RESELLER],
  ['aw-purchasing.json', PURCHASING],
  ['nw-sales.json', NORTHWIND],
] as const;

/** The sandbox of the demo under this code, made where there is none; undefined where a tenant of this code is no sandbox. */
export async function demoSandbox(
  ports: Ports,
  ownerUrl: string,
  code: string,
): Promise<TenantId | undefined> {
  const known = await ports.store.findTenant(code);
  if (known !== undefined && !(await isSandbox(ports, known))) return undefined;
  return createDemoTenant(ports, ownerUrl, code);
}

/** A sandbox with two invented companies, for looking around. */
export function createDemoTenant(ports: Ports, ownerUrl: string, code: string): Promise<TenantId> {
  const sandbox = { timeZone: 'UTC', businessDay: BUSINESS_DAY };
  return createTenant(ownerUrl, {
    id: ports.ids.next(),
    code,
    name: 'OpenRebate demo',
    companies: [
      { code: 'AW', name: 'Adventure Works Cycles', ...sandbox },
      { code: 'NW', name: 'Northwind Traders', ...sandbox },
    ],
  });
}

export function isSandbox({ store }: Ports, tenant: TenantId): Promise<boolean> {
  return store.inTenant(tenant, ({ access }) => access.isSandbox());
}

export type DemoProgress = {
  readonly onFile: (name: string, rows: number) => void;
  readonly onImported: (summary: ImportSummary) => void;
};

/**
 * Loads the demo through the same import path that users have. Every step may be repeated, so a
 * load that was broken off goes on where it stopped; one that is complete is not touched.
 */
export async function loadDemo(
  ports: Ports,
  tenant: TenantId,
  progress: DemoProgress,
): Promise<Result<{ readonly isNew: boolean }>> {
  const folder = join(packageRoot(), 'demo');
  const agreements = (await readdir(join(folder, 'agreements')))
    .filter((name) => name.endsWith('.json'))
    .sort();
  // Agreements come last: where the last one is known, so is all the rest.
  if (await isKnown(ports, tenant, join(folder, 'agreements', agreements.at(-1) ?? ''))) {
    return accept({ isNew: false });
  }
  for (const [source, data] of MASTER) {
    const loaded = await loadMaster(
      ports,
      tenant,
      join(folder, 'sources', source),
      join(folder, 'data', data),
    );
    if (!loaded.ok) return loaded;
    progress.onFile(source, loaded.value.received.rows);
  }
  const addressed = await recordAddresses(ports, tenant, join(folder, 'money/partners.json'));
  if (!addressed.ok) return addressed;
  for (const [source, data] of LINES) {
    const files = [join(folder, 'sources', source), join(folder, 'data', data)] as const;
    const loaded = await loadLines(ports, tenant, ...files, progress);
    if (!loaded.ok) return loaded;
    progress.onImported(loaded.value);
  }
  for (const name of agreements) {
    const file = await readAgreement(join(folder, 'agreements', name));
    if (!file.ok) return file;
    const options = { actor: systemActor('demo'), asNewVersion: false };
    const recorded = await recordAgreement(ports, tenant, file.value.parsed, options);
    if (!recorded.ok) return recorded;
  }
  return accept({ isNew: true });
}

export async function isKnown(ports: Ports, tenant: TenantId, path: string): Promise<boolean> {
  const file = await readAgreement(path);
  if (!file.ok) return false;
  const { id } = file.value.parsed as { id: string };
  const known = await ports.store.inTenant(tenant, async (tx) =>
    tx.agreements.knownAt(id, await tx.batches.last()),
  );
  return known !== undefined;
}

/** Of the customers who get credit notes in the demo. */
async function recordAddresses(ports: Ports, tenant: TenantId, path: string) {
  const rows = JSON.parse(await readFile(path, 'utf8')) as MasterRow[];
  return ports.store.inTenant(tenant, (tx) => recordMaster(ports, tx, rows, systemActor('demo')));
}

async function loadMaster(ports: Ports, tenant: TenantId, description: string, folder: string) {
  const source = await readMasterSource(description);
  if (!source.ok) return source;
  const path = dataFile(folder, source.value.file);
  if (!path.ok) return path;
  const open = () => readMasterTable(path.value, { source: source.value, folder });
  return importMasterFile(ports, tenant, { open, actor: systemActor('demo') });
}

export async function loadLines(
  ports: Ports,
  tenant: TenantId,
  description: string,
  folder: string,
  progress: DemoProgress,
) {
  const source = await readLineSource(description);
  if (!source.ok) return source;
  const { file } = source.value;
  const path = dataFile(folder, file);
  if (!path.ok) return path;
  return importLines(ports, tenant, {
    source: source.value.source,
    open: () => readLines(path.value, { source: source.value, folder }),
    key: `demo/${source.value.source}`,
    actor: systemActor('demo'),
    onProgress: (rows) => progress.onFile(file, rows),
  });
}

function dataFile(folder: string, name: string): Result<string> {
  const path = findFile(folder, name);
  return path === undefined ? refused(refuse('file-not-found', name, { file: name })) : accept(path);
}
