import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { migrate } from '../../adapters/db/migrate.ts';
import { openStore } from '../../adapters/db/store.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import type { Actor } from '../../app/actor.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { closeMonth } from '../../app/ledger/closeMonth.ts';
import { verifyMonths } from '../../app/ledger/verifyMonths.ts';
import type { Ports } from '../../app/ports.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { setDocumentSeries } from '../../app/settlement/documentSettings.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { type EmptyDatabase, emptyDatabase } from '../support/database.ts';
import { accepted } from '../support/facts.ts';
import { dayOf } from '../support/scenario.ts';
import { ask, restore } from './backups.ts';

// Months that the program of an older schema has closed: books in euros, two settlements of 100.00 USD each, of which
// transfers named no open item yet. This program migrates them, and every close hash comes out again; what happens to those
// settlements later changes none of them.
const FIXTURES = fileURLToPath(new URL('../fixtures/closedMonths/', import.meta.url));
const CLOSED = readdirSync(FIXTURES).filter((name) => name.endsWith('.backup'));
const [ANNA, BERT] = ['anna', 'bert'].map((id): Actor => ({ kind: 'person', id })) as [Actor, Actor];

const databases: EmptyDatabase[] = [];
afterAll(async () => {
  for (const database of databases) await database.drop();
});

function portsOn(appUrl: string, day: string) {
  const clock = { now: () => new Date(`${day}T12:00:00Z`) };
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  return { store: openStore({ url: appUrl }), clock, ids: uuidV7(clock), sha256 } satisfies Ports;
}

describe.each(CLOSED)('%s', (name) => {
  test('holds what its months were closed with, now and after more', { timeout: 60_000 }, async () => {
    const database = await emptyDatabase();
    databases.push(database);
    accepted(await restore(database, `${FIXTURES}${name}`));
    accepted(await migrate(database.ownerUrl));
    const { tenant, months } = JSON.parse(
      readFileSync(`${FIXTURES}${name.replace('backup', 'json')}`, 'utf8'),
    );
    const ports = portsOn(database.appUrl, '2026-04-02');
    const verified = async () => accepted(await verifyMonths(ports, tenant, 'EU'));
    expect((await verified()).map(({ month, deeds }) => ({ month, hash: deeds.at(-1)?.hash }))).toEqual(
      months,
    );
    expect((await verified()).map(({ isSame }) => isSame)).toEqual([true, true]);
    await takenBack(ports, tenant);
    await calculateDue(ports, tenant);
    const march = { company: 'EU', month: dayOf('2026-03-01'), waivers: {}, actor: ANNA };
    accepted(await closeMonth(ports, tenant, march));
    expect((await verified()).map(({ isSame }) => isSame)).toEqual([true, true, true]);
    const [row] = await ask(
      database.adminUrl,
      'SELECT count(*)::int FROM ledger_transfer WHERE item IS NOT NULL',
    );
    expect(row).toEqual([0]);
    await ports.store.close();
  });
});

/** Takes the first settlement back: what it takes from has no item, and neither has what takes. */
async function takenBack(ports: Ports, tenant: string): Promise<void> {
  const series = { actor: ANNA, company: 'EU', kind: 'debitNote', series: 'DN', numberedBy: 'here' } as const;
  accepted(await setDocumentSeries(ports, tenant, series));
  const [first] = await ports.store.inTenant(tenant, (tx) => tx.settlements.openPayables({ company: 'EU' }));
  const wrong = { actor: ANNA, id: first?.settlement ?? '', reason: 'wrong' };
  const { id } = accepted(await cancelSettlement(ports, tenant, wrong));
  accepted(await approveSettlement(ports, tenant, { actor: BERT, id }));
  accepted(await issueSettlement(ports, tenant, { actor: ANNA, id }));
}
