import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openPortalStore, type PortalStore } from '../../adapters/db/store.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { systemActor } from '../../app/actor.ts';
import { accountKey } from '../../app/calculation/accountKey.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { calculateKnownLines, knownOf } from '../../app/calculation/calculateLines.ts';
import { showClaim } from '../../app/claims/showClaims.ts';
import { earningPlace } from '../../app/earnings/earningPlace.ts';
import { explainEarning } from '../../app/earnings/explainEarning.ts';
import { listEarnings } from '../../app/earnings/listEarnings.ts';
import { closeMonth } from '../../app/ledger/closeMonth.ts';
import type { KeyPorts } from '../../app/ports/keyRing.ts';
import type { EarningRow, ImportSummary, TenantId } from '../../app/ports.ts';
import { formatDate, fromYearMonthDay } from '../../core/calendar/localDate.ts';
import type { Line } from '../../core/fact/line.ts';
import { moneyText } from '../../core/money/money.ts';
import { createDemoTenant, loadDemo } from '../../main/demo.ts';
import { playDemoMoney } from '../../main/demoMoney.ts';
import { closeDemoMonth } from '../../main/demoMonth.ts';
import { playDemoPortal } from '../../main/demoPortal.ts';
import { playDemoTrust } from '../../main/demoTrust.ts';
import { demoAgreement, demoLines, demoMaster, demoPath } from '../facts/demo/demoFiles.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ownCases } from '../support/ownCases.ts';
import { taken } from '../support/scenario.ts';
import { testKeys } from '../support/testKeys.ts';

// The whole demo through the import path that users have, against the same files without a database.
vi.setConfig({ testTimeout: 240_000 });

const AGREEMENTS = readdirSync(demoPath('agreements')).map((file) => file.replace(/\.json$/, ''));
const clock = { now: () => new Date('2026-11-24T12:00:00Z') };

let database: TestDatabase;
let ports: KeyPorts;
let portal: PortalStore;
let tenant: TenantId;
let rows: readonly EarningRow[];
const imported: ImportSummary[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  ports = { store: database.store, clock, ids: uuidV7(clock), sha256, keys: testKeys(1) };
  portal = openPortalStore({ url: database.portalUrl, poolSize: 1 });
  tenant = await createDemoTenant(ports, database.ownerUrl, 'demo');
  await load();
  await calculateDue(ports, tenant);
  rows = await allRows();
  return async () => {
    await portal.close();
    await database.drop();
  };
}, 240_000);

async function load(): Promise<boolean> {
  const progress = {
    onFile: () => undefined,
    onImported: (summary: ImportSummary) => imported.push(summary),
  };
  return taken(await loadDemo(ports, tenant, progress)).isNew;
}

async function allRows(): Promise<EarningRow[]> {
  const found: EarningRow[] = [];
  for (;;) {
    const last = found.at(-1);
    const page = await listEarnings(ports, tenant, {
      limit: 500,
      ...(last && { after: earningPlace(last) }),
    });
    found.push(...page.rows);
    if (!page.hasMore) return found;
  }
}

const dollars = (value: bigint | string) =>
  typeof value === 'string' ? value : moneyText({ minor: value, currency: 'USD' });

/** What a partner has earned under an agreement in windows that are over. */
function earnedOf(agreement: string, partner: string): bigint {
  return rows
    .filter(({ account }) => account.agreement === agreement && account.partner === partner)
    .filter(({ account }) => account.window.until - 1 <= fromYearMonthDay(2025, 9, 30))
    .reduce((sum, { earnedMinor }) => sum + earnedMinor, 0n);
}

/** The rows of the tables below "The money" that begin with a name, amounts without separators. */
function shownInReadme(): Record<string, string> {
  const readme = readFileSync(new URL('../../demo/README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split('\n## The money\n');
  const named = (section.split('\n## ')[0] ?? '').matchAll(/^\| `([^`]+)` +\|(.*)\|$/gm);
  return Object.fromEntries(
    [...named].map(([, name = '', cells = '']) => {
      const texts = cells.split('|').map((cell) => cell.trim().replaceAll(',', '').replace('−', '-'));
      return [name, texts.join(' ')];
    }),
  );
}

describe('the demo on the database', () => {
  it('comes to what the README shows of it', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const shown = [...readme.matchAll(/^ +USD ([\d,.]+) {2}(\S.*?) {2,}/gm)].map(([, amount = '', name]) => [
      name,
      BigInt(amount.replaceAll(/[,.]/g, '')),
    ]);
    expect(shown.length).toBeGreaterThan(1);
    const largest = rows
      .slice(0, shown.length)
      .map(({ partnerName, earnedMinor }) => [partnerName, earnedMinor]);
    expect(largest).toEqual(shown);
    const booked = /^(\d+) agreements calculated, (\d+) differences booked$/m.exec(readme);
    const owed = rows.filter(({ earnedMinor }) => earnedMinor !== 0n);
    expect(booked?.slice(1)).toEqual([`${AGREEMENTS.length}`, `${owed.length}`]);
  });

  it('keeps every row of every file, and the totals of the sources', () => {
    expect(imported.map(({ received, dispositions }) => [received, dispositions.accepted])).toEqual(
      ['80450596.9823', '63791994.8380', '1265793.0395'].map((netValue) => [
        expect.objectContaining({ netValue }),
        expect.objectContaining({ netValue }),
      ]),
    );
    expect(imported.map(({ received }) => received.rows)).toEqual([60_855, 8845, 2155]);
  });

  it('gives the amounts that the files give without a database, in every account', async () => {
    const files: Line[] = [
      ...(await demoLines('aw-reseller-sales')),
      ...(await demoLines('aw-purchasing')),
      ...(await demoLines('nw-sales')),
    ];
    const lines = files.map((line, index) => ({ row: index + 1, texts: [], parsed: { line } }));
    const master = await demoMaster();
    const known = knownOf({ files: [{ sha256: 'the demo', rows: lines }], master }, undefined);
    const effective = fromYearMonthDay(2025, 9, 30);
    const expected = new Map<string, bigint>();
    const own = new Set<string>();
    for (const name of ownCases(AGREEMENTS)) {
      const agreement = await demoAgreement(name);
      own.add(agreement.id);
      const { earnings, tallies } = calculateKnownLines({ agreement, master, effective }, known.lines);
      for (const { earning } of earnings) {
        const { currency, minor } = earning.amount;
        expected.set(`${agreement.id} ${accountKey({ ...earning, currency })}`, minor);
      }
      for (const term of agreement.terms) {
        const lines = tallies
          .filter((tally) => tally.term === term.id)
          .reduce((sum, tally) => sum + tally.lines, 0);
        expect(lines).toBe(files.length);
      }
    }
    expect(rows.length).toBeGreaterThan(2000);
    const found = rows
      .filter(({ account }) => own.has(account.agreement))
      .map((row): [string, bigint] => [
        `${row.account.agreement} ${accountKey(row.account)}`,
        row.earnedMinor,
      ]);
    expect(new Map(found)).toEqual(expected);
  });

  it('books what is earned, each account once, and explains it down to the lines', async () => {
    const chosen = rows.filter((_, index) => index % 97 === 0);
    expect(chosen.length).toBeGreaterThan(20);
    for (const row of chosen) {
      const { bookings, lines } = taken(await explainEarning(ports, tenant, row.id));
      expect(bookings.map(({ deltaMinor }) => deltaMinor)).toEqual(
        row.earnedMinor === 0n ? [] : [row.earnedMinor],
      );
      const shares = lines.map(({ shareMinor }) => shareMinor ?? 0n);
      expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(row.earnedMinor);
    }
  });

  it('goes through the whole cycle of money, once, and stands as its README shows it', async () => {
    expect(taken(await playDemoMoney(ports, tenant))).toEqual({ claims: 6, documents: 3, payments: 3 });
    expect(taken(await playDemoMoney(ports, tenant))).toBeUndefined();
    // What the portal shows of Fay, who sends it in the role of the portal.
    expect(taken(await playDemoPortal({ ...ports, portal }, tenant))).toBe(2);
    expect(taken(await playDemoPortal({ ...ports, portal }, tenant))).toBeUndefined();
    rows = await allRows();
    const { claims, shelf, payables, run, balances } = await ports.store.inTenant(tenant, async (tx) => ({
      claims: await tx.claims.page({ agreement: 'AW-VENDOR-FUND', limit: 10 }),
      shelf: await tx.claims.page({ agreement: 'NW-SHELF-2025', limit: 10 }),
      payables: await tx.settlements.openPayables({}),
      run: (await tx.payments.runs({ limit: 2 })).map(({ state, total }) => [state, total]),
      balances: await tx.ledger.balances({}),
    }));
    const shown: Record<string, string> = {};
    for (const { id, reference, partner, claimant } of [...claims, ...shelf]) {
      const { totals, open } = taken(await showClaim(ports, tenant, { claim: id }));
      const claimed = Object.values(totals).reduce((sum, minor) => sum + minor, 0n);
      if (claimant === 'us')
        expect([partner, claimed]).toEqual([partner, earnedOf('AW-VENDOR-FUND', partner)]);
      const { accepted, disputed, undecided } = totals;
      shown[reference] = [partner, claimed, accepted, disputed, undecided, open].map(dollars).join(' ');
    }
    for (const { number, partner, minor } of payables) {
      expect([partner, minor]).toEqual([partner, earnedOf('NW-QUARTER', partner)]);
      shown[number] = `${partner} ${dollars(minor)}`;
    }
    for (const { company, role, minor } of balances) shown[`${company} ${role}`] = dollars(minor);
    expect(run).toEqual([['sent', payables.reduce((sum, { minor }) => sum + minor, 0n)]]);
    expect(shown).toEqual(shownInReadme());
  });

  it('gives the portal a window that runs with a tier within reach, and a claim with words of both sides', async () => {
    const own = rows.filter(({ account }) => account.agreement === 'NW-SHELF-2025');
    const shown = own.map(({ account, earnedMinor }) => [
      formatDate(account.window.from),
      dollars(earnedMinor),
    ]);
    expect(new Map(shown as [string, string][])).toEqual(
      new Map([
        ['2024-07-01', '489.32'],
        ['2025-01-01', '1235.40'],
        ['2025-07-01', '189.50'],
      ]),
    );
    const said = await ports.store.inTenant(tenant, (tx) =>
      tx.messages.page({ isQuarantined: false, limit: 10 }),
    );
    expect(said.map(({ said: { kind }, isFromPartner }) => [kind, isFromPartner])).toEqual([
      ['claims', true],
      ['claims', true],
      ['comment', false],
      ['dispute', true],
    ]);
    expect(said.flatMap(({ taken: done }) => done?.refusals ?? [])).toEqual([]);
  });

  it('holds a claim that was sent twice, and nothing else', async () => {
    expect(taken(await playDemoTrust({ ...ports, portal }, tenant))).toBe(1);
    expect(taken(await playDemoTrust({ ...ports, portal }, tenant))).toBeUndefined();
    const { held, claims } = await ports.store.inTenant(tenant, async (tx) => ({
      held: await tx.trust.holds(),
      claims: await tx.claims.page({ agreement: 'NW-SHELF-2025', limit: 10 }),
    }));
    const again = claims.find(({ reference }) => reference === 'SAL 2025/H1');
    expect(held.map(({ subject }) => subject)).toEqual([{ object: 'claim', id: again?.id }]);
  });

  it('changes nothing when it is loaded and calculated again', async () => {
    expect(await load()).toBe(false);
    expect(await calculateDue(ports, tenant)).toEqual([]);
    expect(await allRows()).toEqual(rows);
  });

  it('closes the books of a month in one company, and leaves the other one to whoever looks around', async () => {
    taken(await closeDemoMonth(ports, tenant));
    const months = () =>
      ports.store.inTenant(tenant, async ({ ledger, company }) => ({
        days: (await company.all()).map(({ businessDay }) => businessDay && formatDate(businessDay)),
        deeds: [
          (await ledger.periods('AW')).map(({ deed }) => deed),
          (await ledger.periods('NW')).map(({ deed }) => deed),
        ],
      }));
    const closed = { days: ['2025-10-01', '2025-10-01'], deeds: [[], ['closed']] };
    expect(await months()).toEqual(closed);
    taken(await closeDemoMonth(ports, tenant));
    expect(await months()).toEqual(closed);
    // In the other one it is over as well; what is blocked there has to be answered for.
    const own = { company: 'AW', month: fromYearMonthDay(2025, 9, 1), actor: systemActor('demo') };
    const refused = await closeMonth(ports, tenant, { ...own, waivers: {} });
    expect(refused.ok || refused.refusals.map(({ facts }) => facts.check)).toContain('blocked');
  });
});
