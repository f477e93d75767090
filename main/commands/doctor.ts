import { join } from 'node:path';
import { lastBackup } from '../../adapters/db/backup/recordBackup.ts';
import { checkDatabase } from '../../adapters/db/checkDatabase.ts';
import { diskSpace, mebibytes } from '../../adapters/system/diskSpace.ts';
import { systemClock } from '../../adapters/system/systemClock.ts';
import { businessDay } from '../../app/businessDay.ts';
import { JOB_KINDS, type JobState } from '../../app/ports/jobStore.ts';
import type { TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { type Composed, compose } from '../compose.ts';
import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../openDatabase.ts';
import { stateFolder } from '../openKeys.ts';
import { openPostbox } from '../openPostbox.ts';
import { fullStorages, onDisks, type Storage, storagesOf } from '../storages.ts';
import { refusalLine, type Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

type Check = {
  readonly name: string;
  readonly found: string;
  readonly refusals: readonly Refusal[];
};

/**
 * `openrebate doctor`: what is there, what is fit, and what to do about the rest. Changes nothing. The
 * disk comes first: where it is full, nothing else can be asked.
 */
export async function examine(terminal: Terminal, config: Config): Promise<void> {
  const node: Check = { name: 'node', found: process.version, refusals: [] };
  const disk = await diskCheck(await ownStorages(config), terminal.language);
  const first = [node, disk];
  if (disk.refusals.length > 0) return report(terminal, first);
  const opened = await openDatabase(config, terminal.say);
  if (!opened.ok)
    return report(terminal, [...first, { name: 'database', found: '', refusals: opened.refusals }]);
  try {
    report(terminal, [...first, ...(await databaseChecks(opened.value, config, terminal.language))]);
  } finally {
    await opened.value.stop();
  }
}

/** Where the program writes, and its database where that is the embedded one. */
async function ownStorages({ backups, databaseUrl }: Config): Promise<readonly Storage[]> {
  const state = databaseUrl === undefined ? await stateFolder() : undefined;
  if (state === undefined || !state.ok) return storagesOf({ ...(backups && { backups }) });
  return storagesOf({ stateFolder: state.value, backups: backups ?? join(state.value, 'backups') });
}

async function diskCheck(storages: readonly Storage[], language: Language): Promise<Check> {
  const found: string[] = [];
  const refusals = (await fullStorages(storages)).map(({ refusal }) => refusal);
  const failed = refusals.filter(({ code }) => code === 'storage-failed').map(({ at }) => at);
  for (const { folder } of await onDisks(storages)) {
    if (failed.includes(folder)) continue;
    const { free, total } = await diskSpace(folder);
    found.push(text(language, 'diskSpace', { folder, free: mebibytes(free), total: mebibytes(total) }));
  }
  return { name: 'disk', found: found.join('; '), refusals };
}

async function databaseChecks(database: Database, config: Config, language: Language): Promise<Check[]> {
  const place: Check = { name: 'database', found: database.place, refusals: [] };
  const checked = await checkDatabase(database.appUrl);
  if (!checked.ok) return [place, { name: 'fitness', found: '', refusals: checked.refusals }];
  const { version, role, schema } = checked.value;
  const found = text(language, 'fitness', { version, role, schema });
  const fit: Check = { name: 'fitness', found, refusals: [] };
  const ports = compose(
    database,
    openPostbox(config, () => undefined),
  );
  try {
    const tenants = await ports.store.tenants('all');
    return [
      place,
      fit,
      await backupCheck(database, language),
      await keyCheck(ports, tenants, language),
      await jobCheck(ports, tenants, language),
      await tenantCheck(ports, config, language),
    ];
  } finally {
    await ports.close();
  }
}

/** Keys that something is sealed with, and that are not there, are the end of what they sealed. */
async function keyCheck(ports: Composed, tenants: readonly TenantId[], language: Language): Promise<Check> {
  const ring = await ports.keys.list();
  if (!ring.ok) return { name: 'keys', found: '', refusals: ring.refusals };
  const there = ring.value.map(({ fingerprint }) => fingerprint);
  const used = new Set<string>();
  for (const tenant of tenants) {
    const counts = await ports.store.inTenant(tenant, (tx) => tx.sealed.countByKey());
    for (const key of counts.keys()) used.add(key);
  }
  for (const { key } of await ports.accounts.sealed()) used.add(key);
  const missing = [...used].filter((key) => !there.includes(key));
  return {
    name: 'keys',
    found: there.length === 0 ? text(language, 'noKeys') : there.join(', '),
    refusals: missing.map((key) => ({ code: 'key-not-in-ring', at: 'keys', facts: { key } })),
  };
}

/** What workers have before them, over all tenants. */
async function jobCheck(ports: Composed, tenants: readonly TenantId[], language: Language): Promise<Check> {
  const open: JobState[] = [];
  for (const tenant of tenants) open.push(...(await openStates(ports, tenant)));
  const count = (state: JobState) => open.filter((one) => one === state).length;
  const sums = { waiting: count('waiting'), running: count('running'), failed: count('failed') };
  return { name: 'jobs', found: text(language, 'jobSums', sums), refusals: [] };
}

function openStates(ports: Composed, tenant: TenantId): Promise<readonly JobState[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const states: JobState[] = [];
    for (const kind of JOB_KINDS) for (const { state } of await tx.jobs.open(kind)) states.push(state);
    return states;
  });
}

const HOUR_MS = 3_600_000;

/** How old the last backup is; whether that is too old is for people to say. */
async function backupCheck({ appUrl }: Database, language: Language): Promise<Check> {
  const at = await lastBackup(appUrl);
  if (at === undefined) return { name: 'backup', found: text(language, 'noBackup'), refusals: [] };
  const hours = Math.floor((systemClock.now().getTime() - at.getTime()) / HOUR_MS);
  return {
    name: 'backup',
    found: text(language, 'lastBackup', { at: at.toISOString(), hours }),
    refusals: [],
  };
}

async function tenantCheck(ports: Composed, config: Config, language: Language): Promise<Check> {
  const tenant = await ports.store.findTenant(config.tenant);
  if (tenant === undefined) {
    const facts = { tenant: config.tenant };
    const refusal: Refusal = { code: 'tenant-not-found', at: 'OPENREBATE_TENANT', facts };
    return { name: 'tenant', found: '', refusals: [refusal] };
  }
  const found = await ports.store.inTenant(tenant, async (tx) => {
    const day = await businessDay(tx, ports.clock);
    const batch = await tx.batches.last();
    const due = await tx.runs.dueCount(batch, day);
    return text(language, 'tenant', { tenant: config.tenant, day: formatDate(day), batch, due });
  });
  return { name: 'tenant', found, refusals: [] };
}

function report(terminal: Terminal, checks: readonly Check[]): void {
  const refusals = checks.flatMap((check) => check.refusals);
  if (refusals.length > 0) process.exitCode = 1;
  if (terminal.isJson) {
    terminal.json({ checks });
    return;
  }
  for (const { name, found, refusals: no } of checks) {
    const verdict = text(terminal.language, no.length === 0 ? 'good' : 'bad');
    terminal.print(`${verdict}  ${name.padEnd(10)} ${found}`);
    for (const refusal of no) terminal.print(`    ${refusalLine(refusal, terminal.language)}`);
  }
}
