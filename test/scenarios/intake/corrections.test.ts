import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTenant } from '../../../adapters/db/createTenant.ts';
import { systemActor } from '../../../app/actor.ts';
import { recordAgreement } from '../../../app/agreements/recordAgreement.ts';
import { calculateDue } from '../../../app/calculation/calculateDue.ts';
import { explainLine } from '../../../app/earnings/explainLine.ts';
import { documentPayments } from '../../../app/facts/readFacts.ts';
import { writeFacts } from '../../../app/facts/writeFacts.ts';
import { importItems } from '../../../app/intake/importItems.ts';
import { lineRevisions } from '../../../app/intake/lineRevisions.ts';
import { reconcileImport } from '../../../app/intake/reconcile.ts';
import { undoImport } from '../../../app/intake/undoImport.ts';
import type { TenantId } from '../../../app/ports.ts';
import { knownLines } from '../../../core/fact/knownLines.ts';
import { type Line, lineKey } from '../../../core/fact/line.ts';
import { lineContent } from '../../../core/fact/lineContent.ts';
import { rational } from '../../../core/number/rational.ts';
import { correctionCases, filesOf } from '../../support/correctionCases.ts';
import { importMaster } from '../../support/importMaster.ts';
import { dayOf, openScenario, type Scenario, taken } from '../../support/scenario.ts';
import {
  agreementOf,
  agreementText,
  earningsOf,
  lineOf,
  lineTexts,
  type Texts,
  windowsText,
} from '../../support/trade.ts';
import { IS_DEEP, SEED } from '../../support/tradeCases.ts';

// A corrected invoice has a number of its own and names the line that it corrects. It counts in its
// place, whichever of the two comes first, and what was known before can still be read.

const ACTOR = systemActor('cli');
const TERM = {
  windows: windowsText('quarter'),
  tiers: { boundary: 'atLeast', rows: [{ from: '100', percent: '2' }] },
};
const named = (kind: 'partner' | 'product', code: string) => ({ kind, code, name: code, attributes: {} });
const MASTER = [named('partner', 'P1'), named('partner', 'P2'), named('product', 'A')];

let story: Scenario;
let tenants = 0;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-07-15');
});
afterAll(() => story.close());

async function tenantOf(): Promise<TenantId> {
  tenants += 1;
  const tenant = await createTenant(story.database.ownerUrl, {
    id: story.ports.ids.next(),
    code: `correcting-${tenants}`,
    name: 'Corrections',
    companies: [{ code: 'EU', name: 'EU', timeZone: 'UTC' }],
  });
  taken(await importMaster(story.ports, tenant, MASTER, ACTOR));
  taken(
    await recordAgreement(story.ports, tenant, agreementText(TERM), { actor: ACTOR, asNewVersion: false }),
  );
  return tenant;
}

async function bring(tenant: TenantId, rows: readonly Texts[]) {
  const items = rows.map((texts) => lineTexts(texts));
  return taken(
    await importItems(story.ports, tenant, { source: 'erp', items, mode: 'goodRows', actor: ACTOR }),
  );
}

async function known(tenant: TenantId, batch?: number): Promise<readonly Line[]> {
  return story.ports.store.inTenant(tenant, async (tx) =>
    tx.lines.knownAt(batch ?? (await tx.batches.last()), {}),
  );
}

/** What a line says and whether it counts, without the batch and day on which it came. */
const shown = (lines: readonly Line[]) =>
  lines
    .map((line) => `${lineContent(line)} ${JSON.stringify(line.correction ?? null)}`)
    .toSorted()
    .join('\n');
const amounts = (lines: readonly Line[]) =>
  JSON.stringify(
    earningsOf(
      agreementOf(TERM),
      lines.map(({ knownOn: _, ...line }) => ({ ...line, batch: 0, revision: 1 })),
    ),
    (_, part) => (typeof part === 'bigint' ? `${part}n` : part),
  );
const waiting = (tenant: TenantId) =>
  story.ports.store.inTenant(tenant, (tx) => tx.received.reasons()).then((found) => found);
const documents = (lines: readonly Line[]) => lines.map(({ document, line }) => `${document}/${line}`).sort();

const INVOICE: Texts = { document: '4711', line: '3', netValue: '1000.00', invoiceDate: '2026-03-31' };
const CORRECTED: Texts = {
  ...{ document: '4711-A', line: '3', netValue: '900.00', invoiceDate: '2026-03-31' },
  ...{ correctionOfDocument: '4711', correctionOfLine: '3' },
};

describe('a corrected invoice', () => {
  it('counts in the place of the line that it names, books the difference once, and shows the chain', async () => {
    const tenant = await tenantOf();
    const { summary } = await bring(tenant, [INVOICE]);
    const [first] = await calculateDue(story.ports, tenant);
    expect(first?.bookings.map(({ deltaMinor }) => deltaMinor)).toEqual([2000n]);
    const before = summary.batch;
    await bring(tenant, [CORRECTED]);
    const again: Texts = {
      ...CORRECTED,
      document: '4711-B',
      netValue: '950.00',
      correctionOfDocument: '4711-A',
    };
    await bring(tenant, [again]);
    expect(documents(await known(tenant))).toEqual(['4711-B/3']);
    expect(documents(await known(tenant, before))).toEqual(['4711/3']);
    expect(documents(await known(tenant, before + 1))).toEqual(['4711-A/3']);
    const [second] = await calculateDue(story.ports, tenant);
    expect(second?.bookings.map(({ deltaMinor, causes }) => [deltaMinor, causes])).toEqual([
      [-100n, [{ cause: 'corrections', minor: -100n }]],
    ]);
    const of = (document: string) => ({ source: 'erp', document, line: '3' });
    expect(await explainLine(story.ports, tenant, of('4711'))).toMatchObject({
      ok: false,
      refusals: [{ code: 'line-corrected', facts: { byDocument: '4711-B', byLine: '3' } }],
    });
    expect(taken(await lineRevisions(story.ports, tenant, of('4711-B')))).toMatchObject({
      corrects: [
        { document: '4711-A', line: '3' },
        { document: '4711', line: '3' },
      ],
      correctedBy: [],
    });
    expect(taken(await lineRevisions(story.ports, tenant, of('4711'))).correctedBy).toEqual([
      { document: '4711-B', line: '3' },
    ]);
    const { lines, terms } = taken(await reconcileImport(story.ports, tenant, summary.document.id));
    expect([lines.rows, terms.flatMap(({ states }) => states)]).toEqual([0, []]);
  });

  it('that is taken back lets the invoice stand again, as a correction', async () => {
    const tenant = await tenantOf();
    await bring(tenant, [INVOICE]);
    const { summary } = await bring(tenant, [CORRECTED]);
    await calculateDue(story.ports, tenant);
    taken(
      await undoImport(story.ports, tenant, { document: summary.document.id, reason: 'wrong', actor: ACTOR }),
    );
    expect(documents(await known(tenant))).toEqual(['4711/3']);
    const [booked] = await calculateDue(story.ports, tenant);
    expect(booked?.bookings.flatMap(({ causes }) => causes)).toEqual([{ cause: 'corrections', minor: 200n }]);
  });

  it('of a line that nobody has said waits, and comes in with it, with all that waits for it', async () => {
    const tenant = await tenantOf();
    const later: Texts = { ...CORRECTED, document: '4711-B', correctionOfDocument: '4711-A' };
    const { items } = await bring(tenant, [later, CORRECTED]);
    expect(items.map(({ refusals }) => refusals.map(({ code }) => code).join())).toEqual([
      'line-correction-unknown',
      'line-correction-unknown',
    ]);
    expect(await waiting(tenant)).toEqual({ 'line-correction-unknown': 2 });
    expect(await known(tenant)).toEqual([]);
    await bring(tenant, [INVOICE]);
    expect(await waiting(tenant)).toEqual({});
    expect(documents(await known(tenant))).toEqual(['4711-B/3']);
    await bring(tenant, [later, CORRECTED]);
    await bring(tenant, [INVOICE]);
    expect(documents(await known(tenant))).toEqual(['4711-B/3']);
  });

  it('and another one are blocked: which of them is meant, nobody can say', async () => {
    const tenant = await tenantOf();
    await bring(tenant, [INVOICE]);
    await bring(tenant, [CORRECTED]);
    await calculateDue(story.ports, tenant);
    const { summary } = await bring(tenant, [{ ...CORRECTED, document: '4711-X', netValue: '700.00' }]);
    const [booked] = await calculateDue(story.ports, tenant);
    expect(booked?.bookings.flatMap(({ causes }) => causes)).toEqual([
      { cause: 'corrections', minor: -1800n },
    ]);
    const why = taken(
      await explainLine(story.ports, tenant, { source: 'erp', document: '4711-A', line: '3' }),
    );
    expect(why.terms.map(({ match }) => match)).toMatchObject([
      { state: 'blocked', reason: 'correctionContradicted' },
    ]);
    taken(
      await undoImport(story.ports, tenant, { document: summary.document.id, reason: 'twice', actor: ACTOR }),
    );
    expect(documents(await known(tenant))).toEqual(['4711-A/3']);
  });

  it('knows no line of another tenant', async () => {
    const [own, other] = [await tenantOf(), await tenantOf()];
    await bring(own, [INVOICE]);
    await bring(other, [CORRECTED]);
    expect(await waiting(other)).toEqual({ 'line-correction-unknown': 1 });
    expect(documents(await known(own))).toEqual(['4711/3']);
  });

  it('is not owed on the invoice any more; each of the two is paid by its own payments', async () => {
    const tenant = await tenantOf();
    await bring(tenant, [INVOICE, { ...INVOICE, line: '4', netValue: '10.00' }, CORRECTED]);
    const paid = (payment: string, document: string, amount: string, paidOn: string) => ({
      ...{ source: 'erp', payment, document, amount, paidOn, currency: 'EUR' },
    });
    const items = [paid('Z1', '4711', '10.00', '2026-04-01'), paid('Z2', '4711-A', '900.00', '2026-04-02')];
    taken(await writeFacts(story.ports, tenant, 'payments', items, ACTOR));
    const days = (await known(tenant)).map(({ document, dates }) => [document, dates.payment]);
    expect(days).toEqual([
      ['4711', dayOf('2026-04-01')],
      ['4711-A', dayOf('2026-04-02')],
    ]);
    const asked = { source: 'erp', document: '4711' };
    const { owed, paidOn } = taken(await documentPayments(story.ports, tenant, asked));
    expect([owed, paidOn]).toEqual([rational(10n), dayOf('2026-04-01')]);
  });
});

it('in whatever order and files lines and corrections come, the same is known and earned, and nothing waits that could count', {
  timeout: IS_DEEP ? 3_600_000 : 120_000,
}, async () => {
  let corrected = 0;
  await fc.assert(
    fc.asyncProperty(correctionCases, async (given) => {
      const rows = given.rows.map((texts, row) => ({
        ...{ file: 0, document: '', row },
        line: lineOf(texts),
      }));
      const expected = knownLines(rows, dayOf('2026-12-31'));
      const tenant = await tenantOf();
      for (const file of filesOf(given)) await bring(tenant, file);
      const lines = await known(tenant);
      expect(shown(lines)).toBe(shown(expected.lines));
      const sorted = expected.lines.toSorted((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1));
      expect(amounts(lines)).toBe(amounts(sorted));
      const waits = expected.dispositions.filter((end) => end === 'quarantined').length;
      expect((await waiting(tenant))['line-correction-unknown'] ?? 0).toBe(waits);
      if (sorted.some(({ correction }) => correction !== undefined)) corrected += 1;
    }),
    { numRuns: IS_DEEP ? 500 : 12, seed: SEED },
  );
  expect(corrected).toBeGreaterThan(IS_DEEP ? 100 : 3);
});
