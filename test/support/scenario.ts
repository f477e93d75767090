import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTenant } from '../../adapters/db/createTenant.ts';
import { readLines } from '../../adapters/files/readLines.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { importLines } from '../../app/intake/importLines.ts';
import type { Booking, ImportSummary, MasterRow, Ports, TenantId } from '../../app/ports.ts';
import { type LocalDate, parseDate } from '../../core/calendar/localDate.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { importMaster } from './importMaster.ts';

/** A story told in the trade's words, on a real database, under a clock that the story moves. */
export type Scenario = {
  readonly database: TestDatabase;
  readonly ports: Ports;
  readonly tenant: TenantId;
  /** It is noon of this day in every company. */
  readonly on: (day: string) => void;
  readonly master: (rows: readonly MasterRow[]) => Promise<void>;
  readonly agreement: (text: unknown, asNewVersion?: boolean) => Promise<number>;
  /** A file in our own line format; rows without header get that of the story. */
  readonly lines: (header: string, ...rows: readonly string[]) => Promise<ImportSummary>;
  /** Calculates what is due; gives the bookings that this made, in order. */
  readonly calculate: () => Promise<readonly BookedLine[]>;
  readonly close: () => Promise<void>;
};

/** A booking as a reader of the story sees it: partner, amount in minor units, causes. */
export type BookedLine = {
  readonly partner: string;
  readonly delta: bigint;
  readonly causes: Readonly<Partial<Record<Booking['causes'][number]['cause'], bigint>>>;
};

export async function openScenario(...companies: readonly string[]): Promise<Scenario> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'openrebate-story-'));
  let now = new Date('2026-01-01T12:00:00Z');
  const clock = { now: () => now };
  const ports: Ports = {
    store: database.store,
    clock,
    ids: uuidV7(clock),
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  };
  const tenant = await createTenant(database.ownerUrl, {
    id: randomUUID(),
    code: `story-${randomUUID().slice(0, 8)}`,
    name: 'Story',
    companies: companies.map((code) => ({ code, name: code, timeZone: 'UTC' })),
  });
  let files = 0;
  return {
    database,
    ports,
    tenant,
    on: (day) => {
      now = new Date(`${day}T12:00:00Z`);
    },
    master: async (rows) => {
      taken(await importMaster(ports, tenant, rows, systemActor('demo')));
    },
    agreement: async (text, asNewVersion = false) =>
      taken(await recordAgreement(ports, tenant, text, { actor: systemActor('demo'), asNewVersion })).version,
    lines: async (header, ...rows) => {
      files += 1;
      const path = join(folder, `${files}.csv`);
      await writeFile(path, `${[header, ...rows].join('\n')}\n`);
      return taken(
        await importLines(ports, tenant, {
          source: 'story',
          open: () => readLines(path),
          actor: systemActor('demo'),
        }),
      );
    },
    calculate: async () =>
      (await calculateDue(ports, tenant)).flatMap(({ bookings }) =>
        bookings.map(({ account, deltaMinor, causes }) => ({
          partner: account.partner,
          delta: deltaMinor,
          causes: Object.fromEntries(causes.map(({ cause, minor }) => [cause, minor])),
        })),
      ),
    close: async () => {
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** The value, or a failing test that says which refusals stood in the way. */
export function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.refusals)}`);
}

export function dayOf(text: string): LocalDate {
  const day = parseDate(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}
