import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LEDGER_ROLES, type LedgerRole } from '../../core/ledger/ledgerRole.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { happens, THE_END } from '../support/histories/happens.ts';
import { type History, histories, PARTNERS } from '../support/histories/history.ts';
import { HistoryLines } from '../support/histories/lineTexts.ts';
import { MemoryMoney } from '../support/histories/memoryMoney.ts';
import { RealMoney } from '../support/histories/realMoney.ts';
import { type MoneyStory, openStory } from '../support/moneyStory/openStory.ts';
import { IS_DEEP, SEED } from '../support/tradeCases.ts';

// Random histories on a database, by the use cases, beside the same in memory: after every deed every account
// holds the same for every partner. So what ten thousand of them show in memory, holds here.

const { database, api } = await servedDatabase();
const ROLES = Object.keys(LEDGER_ROLES) as LedgerRole[];

async function heldBy({ ports, tenant }: MoneyStory): Promise<Record<string, bigint>> {
  const rows = await ports.store.inTenant(tenant, (tx) => tx.ledger.subledger({ company: 'EU' }));
  const held: Record<string, bigint> = {};
  for (const { role, partner, minor } of rows) {
    held[`${role} ${partner}`] = (held[`${role} ${partner}`] ?? 0n) + minor;
  }
  return withoutZeros(held);
}

function heldInMemory(money: MemoryMoney): Record<string, bigint> {
  return withoutZeros(
    Object.fromEntries(
      ROLES.flatMap((role) =>
        PARTNERS.map((partner) => [`${role} ${partner}`, money.balance(role, partner)]),
      ),
    ),
  );
}

function withoutZeros(held: Readonly<Record<string, bigint>>): Record<string, bigint> {
  return Object.fromEntries(
    Object.entries(held)
      .filter(([, minor]) => minor !== 0n)
      .sort(),
  );
}

async function lived({ agreements, deeds }: History): Promise<number> {
  const story = await openStory(database, api);
  const [money, real, lines] = [new MemoryMoney(agreements), new RealMoney(story), new HistoryLines()];
  real.on(money.day);
  for (const agreement of agreements) await real.record(agreement);
  for (const deed of [...deeds, ...THE_END]) {
    const happened = happens(money, lines, deed);
    real.on(money.day);
    await real.happened(happened, money.day);
    expect(await heldBy(story)).toEqual(heldInMemory(money));
  }
  return money.transfers.length;
}

it('a history in memory and on a database: every account of every partner, after every deed', {
  timeout: IS_DEEP ? 3_600_000 : 300_000,
}, async () => {
  let transfers = 0;
  const property = fc.asyncProperty(histories, async (history) => {
    transfers += await lived(history);
  });
  await fc.assert(property, { numRuns: IS_DEEP ? 40 : 3, seed: SEED, endOnFailure: true });
  process.stdout.write(`${JSON.stringify({ histories: IS_DEEP ? 40 : 3, transfers })}\n`);
  expect(transfers).toBeGreaterThan(10);
});
