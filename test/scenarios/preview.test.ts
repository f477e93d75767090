import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import type { NewBooking, Ports, TenantId } from '../../app/ports.ts';
import type { Preview, PreviewRow } from '../../app/preview/preview.ts';
import { previewAgreement } from '../../app/preview/previewAgreement.ts';
import { openLedger, portsOn, quickCommits } from '../crash/books.ts';
import { casesOf } from '../support/agreementCases.ts';
import { importTexts, masterRows } from '../support/caseImport.ts';
import type { CaseTexts } from '../support/caseTexts.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { importMaster } from '../support/importMaster.ts';
import { MECHANISMS } from '../support/mechanisms.ts';
import { openScenario, taken } from '../support/scenario.ts';
import { takeOver } from '../support/takeOver.ts';
import { agreementText, lineTexts } from '../support/trade.ts';
import { dayAfter, IS_DEEP, SEED, tradeCases } from '../support/tradeCases.ts';

const CASES = IS_DEEP ? 1000 : 30;
const ACTOR = systemActor('demo');

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await testDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await quickCommits(admin);
  await admin.end();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Cases of every mechanism, and plain ones. */
const cases: fc.Arbitrary<CaseTexts> = fc.oneof(
  { weight: 1, arbitrary: tradeCases },
  { weight: 2, arbitrary: fc.constantFrom(...Object.values(MECHANISMS)).chain(casesOf) },
);

type Amendment = {
  readonly stands: CaseTexts;
  readonly proposed: CaseTexts;
  /** How many of the lines come in before the last run, and how many after it and before the preview. */
  readonly calculated: number;
  /** Days from the last run to the preview. */
  readonly later: number;
  readonly isNew: boolean;
};

const amendments: fc.Arbitrary<Amendment> = fc.record({
  stands: cases,
  proposed: cases,
  calculated: fc.integer({ min: 0, max: 100 }),
  later: fc.integer({ min: 0, max: 60 }),
  isNew: fc.nat(9).map((drawn) => drawn === 0),
});

test('what a preview says is what is booked after the approval', {
  timeout: IS_DEEP ? 3_600_000 : 120_000,
}, async () => {
  const figures = { cases: 0, bookings: 0, changed: 0 };
  const causes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(amendments, async (amendment) => {
      const { said, done, isChange } = await play(amendment);
      expect(done).toEqual(said);
      figures.cases += 1;
      figures.bookings += done.length;
      if (isChange) figures.changed += 1;
      for (const { causes: why } of done) for (const { cause } of why) causes.add(cause);
    }),
    { numRuns: CASES, seed: SEED, endOnFailure: true },
  );
  process.stdout.write(`${JSON.stringify({ ...figures, causes: [...causes].sort() })}\n`);
  expect(figures.changed).toBeGreaterThan(CASES / 2);
  expect(causes).toContain('terms');
});

async function play({ stands, proposed, calculated, later, isNew }: Amendment) {
  const tenant = await openLedger(owner);
  const first = stands.known;
  const second = dayAfter(first, later);
  const on = (day: string) => portsOn(database.store, day);
  taken(await importMaster(on(first), tenant, masterRows(stands, proposed), ACTOR));
  if (!isNew) await record(on(first), tenant, stands.agreement, false);
  const lines = [...stands.lines, ...proposed.lines].map(({ knownOn: _, ...texts }) => texts);
  const cut = Math.floor((lines.length * calculated) / 100);
  await importTexts(on(first), tenant, lines.slice(0, cut));
  await calculateDue(on(first), tenant);
  await importTexts(on(second), tenant, lines.slice(cut));
  const preview = taken(await previewAgreement(on(second), tenant, proposed.agreement));
  await record(on(second), tenant, proposed.agreement, true);
  const [done] = await calculateDue(on(second), tenant);
  expectToAddUp(preview);
  const rows = await database.store.inTenant(tenant, (tx) => tx.earnings.list({ limit: 500 }));
  expect(
    preview.rows
      .filter(({ afterMinor }) => afterMinor !== 0n)
      .map(amountText)
      .sort(),
  ).toEqual(
    rows.rows
      .filter(({ earnedMinor }) => earnedMinor !== 0n)
      .map(({ account, earnedMinor }) => amountText({ ...account, afterMinor: earnedMinor }))
      .sort(),
  );
  return {
    said: previewed(preview),
    done: posted(done?.bookings ?? []),
    isChange: preview.rows.some(({ beforeMinor, afterMinor }) => beforeMinor !== afterMinor),
  };
}

/** The tables of a preview tell the same story as its rows. */
function expectToAddUp({ rows, totals, partners, months }: Preview): void {
  const sumsOf = (list: Preview['totals']) => {
    const sums = new Map<string, [bigint, bigint]>();
    for (const { direction, currency, beforeMinor, afterMinor } of list) {
      const [before, after] = sums.get(`${direction} ${currency}`) ?? [0n, 0n];
      sums.set(`${direction} ${currency}`, [before + beforeMinor, after + afterMinor]);
    }
    return [...sums].filter(([, [before, after]]) => before !== 0n || after !== 0n).sort();
  };
  expect(sumsOf(totals)).toEqual(sumsOf(rows));
  expect(sumsOf(partners)).toEqual(sumsOf(rows));
  expect(sumsOf(months)).toEqual(sumsOf(rows));
}

type Booked = {
  readonly account: string;
  readonly delta: bigint;
  readonly causes: readonly { readonly cause: string; readonly minor: bigint }[];
};

function textOf(account: Pick<PreviewRow, 'term' | 'partner' | 'window' | 'currency'>): string {
  const { term, partner, window, currency } = account;
  return [term, partner, window.from, window.until, currency].join(' ');
}

function amountText(row: Parameters<typeof textOf>[0] & { readonly afterMinor: bigint }): string {
  return `${textOf(row)}: ${row.afterMinor}`;
}

function previewed({ rows }: Preview): Booked[] {
  return rows.flatMap(({ booking, ...row }) =>
    booking === undefined || booking.deltaMinor === 0n
      ? []
      : [{ account: textOf(row), delta: booking.deltaMinor, causes: booking.causes }],
  );
}

function posted(bookings: readonly NewBooking[]): Booked[] {
  return bookings.map(({ account, deltaMinor, causes }) => ({
    account: textOf(account),
    delta: deltaMinor,
    causes,
  }));
}

async function record(ports: Ports, tenant: TenantId, text: unknown, asNewVersion: boolean): Promise<void> {
  taken(await recordAgreement(ports, tenant, text, { actor: ACTOR, asNewVersion }));
}

test('a preview counts what was taken over as booked, and books nothing beside the old system', async () => {
  const story = await openScenario('EU');
  try {
    story.on('2026-07-01');
    await story.master(masterRows());
    const text = (percent: string) =>
      agreementText({ tiers: { boundary: 'atLeast', rows: [{ from: '0', percent }] } });
    await story.agreement(text('2'));
    await story.lines(
      Object.keys(lineTexts()).join(','),
      Object.values(lineTexts({ netValue: '1000.00' })).join(','),
    );
    const over = takeOver(story, 'H1');
    taken(await over.open('EU', '2026-06-30'));
    const place = { term: 'volume', partner: 'P1', firstDay: '2026-01-01', lastDay: '2026-12-31' };
    const others = { recognised: '18.00', settled: '0', paid: '0', openClaims: '0' };
    const balance = { agreement: 'TEST', ...place, currency: 'EUR', earned: '18.00', ...others };
    taken(await over.load('openings', [balance]));
    const figure = { agreement: 'TEST', ...place, currency: 'EUR', amount: '20.00' };
    taken(await over.load('figures', [figure]));
    await story.calculate();
    const look = async () => {
      const { rows } = taken(await previewAgreement(story.ports, story.tenant, text('3')));
      return rows.map(({ beforeMinor, afterMinor, booking }) => ({ beforeMinor, afterMinor, booking }));
    };
    const amounts = { beforeMinor: 2000n, afterMinor: 3000n };
    expect(await look()).toEqual([
      { ...amounts, booking: { bookedMinor: 1800n, deltaMinor: 0n, causes: [] } },
    ]);
    taken(await over.sign('compared by partner'));
    const [row] = await look();
    expect(row).toMatchObject({ ...amounts, booking: { bookedMinor: 1800n, deltaMinor: 1200n } });
    await story.agreement(text('3'), true);
    const [booked] = await story.calculate();
    expect(booked).toMatchObject({
      partner: 'P1',
      delta: 1200n,
      causes: Object.fromEntries((row?.booking?.causes ?? []).map(({ cause, minor }) => [cause, minor])),
    });
  } finally {
    await story.close();
  }
});
