import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainEarning } from '../../app/earnings/explainEarning.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { FIRST_LOADER, LOADER, type Row, SIGNER, takeOver } from '../support/takeOver.ts';
import { agreementText, lineTexts, type Texts, windowsText } from '../support/trade.ts';

// Quarters at 2 % from 1,000.00. The first one was over at the cut-over of 15 May 2026, the second one is
// open: the old list has 30.00 of it, where the lines at hand give 24.00.
const HEADER = Object.keys(lineTexts()).join(',');
const rowOf = (texts: Texts) => Object.values(lineTexts(texts)).join(',');
const opening = (differs: Row = {}): Row => ({
  agreement: 'TEST',
  term: 'volume',
  partner: 'P1',
  firstDay: '2026-01-01',
  lastDay: '2026-03-31',
  currency: 'EUR',
  earned: '77.77',
  recognised: '77.77',
  settled: '50.00',
  paid: '50.00',
  openClaims: '27.77',
  ...differs,
});
const SECOND = {
  firstDay: '2026-04-01',
  lastDay: '2026-06-30',
  earned: '30.00',
  recognised: '30.00',
  settled: '0',
  paid: '0',
  openClaims: '0',
};
const figure = (
  { agreement = '', term = '', partner = '', firstDay = '', lastDay = '', currency = '' }: Row,
  amount: string,
  more: Row = {},
): Row => ({
  agreement,
  term,
  partner,
  firstDay,
  lastDay,
  currency,
  amount,
  ...more,
});
const total = (differs: Row = {}): Row => ({
  side: 'sale',
  company: 'EU',
  partner: 'P2',
  product: '',
  takenOverFrom: '2026-04-01',
  invoiceDate: '2026-05-15',
  unit: 'EA',
  netValue: '2000.00',
  currency: 'EUR',
  ...differs,
});

const codesOf = (result: Result<unknown>) =>
  result.ok ? [] : result.refusals.map(({ code, at }) => `${code} ${at}`);

let story: Scenario;
let over: ReturnType<typeof takeOver>;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-05-16');
  await story.master([
    ...['P1', 'P2'].map((code) => ({ kind: 'partner' as const, code, name: code, attributes: {} })),
    { kind: 'product' as const, code: 'A', name: 'A', attributes: {} },
  ]);
  await story.agreement(agreementText({ windows: windowsText('quarter') }));
  over = takeOver(story, 'MAY');
});
afterAll(() => story.close());

async function earned(): Promise<string[]> {
  const { rows } = await story.ports.store.inTenant(story.tenant, (tx) => tx.earnings.list({ limit: 99 }));
  return rows
    .map(({ account, earnedMinor, blockedLines }) => {
      const amount = moneyText({ minor: earnedMinor, currency: 'EUR' });
      return `${account.partner} ${formatDate(account.window.from)} ${amount}${blockedLines > 0 ? ' incomplete' : ''}`;
    })
    .sort();
}

describe('a cut-over', () => {
  it('is opened once, of agreements that are there and in no other one', async () => {
    expect(codesOf(await over.load('openings', [opening()]))).toEqual(['cut-over-not-found code']);
    expect(codesOf(await over.open('XX', '2026-05-15'))).toEqual(['line-company-unknown company']);
    expect(codesOf(await over.open('EU', '2026-05-15', ['NONE']))).toEqual([
      'agreement-not-found agreements',
    ]);
    // Both wait for the agreement, and find then that only one of them can have it.
    const waiting = await story.ports.store.inTenant(story.tenant, async (tx) => {
      await tx.runs.lock('TEST');
      const both = [over.open('EU', '2026-05-15'), over.open('EU', '2026-05-15')];
      await setTimeout(300);
      return { both };
    });
    const ends = await Promise.all(waiting.both);
    expect(ends.map(codesOf).sort()).toEqual([[], ['cut-over-exists code']]);
    expect(codesOf(await over.open('EU', '2026-05-15'))).toEqual(['cut-over-exists code']);
    const other = takeOver(story, 'OTHER');
    expect(codesOf(await other.open('EU', '2026-05-15', ['TEST']))).toEqual([
      'cut-over-agreement-taken TEST',
    ]);
  });

  it('computes and books nothing', async () => {
    await story.lines(HEADER, rowOf({ document: 'Q2', invoiceDate: '2026-04-20', netValue: '1200.00' }));
    expect(await story.calculate()).toEqual([]);
    expect(await earned()).toEqual(['P1 2026-04-01 24.00']);
  });

  it('takes a file whole or not at all, and a preview writes nothing', async () => {
    const rows = [opening(), opening({ partner: 'P9' })];
    const shown = taken(await over.load('openings', rows, true));
    expect(shown.refusals.map(({ code }) => code)).toEqual(['cut-over-partner-unknown']);
    expect(shown.totals.find(({ column }) => column === 'openClaims')).toEqual({
      column: 'openClaims',
      of: 'EUR',
      sum: '27.77',
    });
    expect(codesOf(await over.load('openings', rows))).toEqual(['cut-over-partner-unknown row 2, partner']);
    expect(codesOf(await over.load('openings', []))).toEqual(['cut-over-file-empty openings.csv']);
  });

  it('replaces what was loaded before and never adds to it', async () => {
    expect(
      taken(await over.load('openings', [opening({ earned: '1.00' })], false, FIRST_LOADER)).revision,
    ).toBe(1);
    expect(taken(await over.load('openings', [opening({ earned: '1.00' })])).revision).toBe(1);
    const both = [opening(), opening(SECOND)];
    expect(taken(await over.load('openings', both, true)).replaces).toBe(1);
    expect(taken(await over.load('openings', both)).revision).toBe(2);
    expect(await story.calculate()).toEqual([]);
    expect(await earned()).toEqual(['P1 2026-01-01 77.77', 'P1 2026-04-01 24.00']);
  });

  it('does not count a line and a total of one time: whichever comes second is refused', async () => {
    expect(codesOf(await over.load('history', [total({ partner: 'P1' })]))).toEqual([
      'cut-over-lines-there row 1',
    ]);
    taken(await over.load('history', [total()]));
    const summary = await story.lines(
      HEADER,
      rowOf({ document: 'INSIDE', partner: 'P2', invoiceDate: '2026-05-15' }),
      rowOf({ document: 'AFTER', partner: 'P2', invoiceDate: '2026-05-16' }),
      rowOf({ document: 'OTHER', partner: 'P1', invoiceDate: '2026-05-15', netValue: '0' }),
    );
    expect(summary.reasons).toEqual({ 'line-taken-over': 1 });
    expect(summary.dispositions.accepted.rows).toBe(2);
    await story.calculate();
    expect(await earned()).toContain('P2 2026-04-01 40.20');
    // A second load replaces: without its total the line may come.
    taken(await over.load('history', [total({ netValue: '1500.00' })]));
    await story.calculate();
    expect(await earned()).toContain('P2 2026-04-01 30.20');
  });

  it('is compared account by account, each difference with its reason', async () => {
    expect(codesOf(await over.compare())).toEqual(['cut-over-nothing-loaded MAY']);
    const places = [opening(), opening(SECOND), opening({ ...SECOND, partner: 'P2' })] as [Row, Row, Row];
    taken(
      await over.load('figures', [
        figure(places[0], '77.77'),
        figure(places[1], '30.00', { volume: '1500', rate: '2', lines: '2' }),
        figure(places[2], '30.21', { volume: '1510', rate: '2', lines: '3' }),
      ]),
    );
    const { figures, totals } = taken(await over.compare());
    expect(
      figures.map(({ place, deltaMinor, reason }) => `${place.partner} ${deltaMinor} ${reason}`),
    ).toEqual(['P1 0 equal', 'P1 -600 missingLines', 'P2 -1 rounding']);
    expect(totals.map(({ reason, accounts }) => `${reason} ${accounts}`)).toEqual([
      'equal 1',
      'missingLines 1',
      'rounding 1',
    ]);
  });

  it('is not signed by the hash of other files, though their figures are the same', async () => {
    const seen = taken(await over.compare());
    expect(seen.loads.map(({ kind, revision }) => `${kind} ${revision}`)).toEqual([
      'figures 1',
      'history 2',
      'openings 2',
    ]);
    taken(await over.load('openings', [opening({ settled: '49.00' }), opening(SECOND)]));
    expect(codesOf(await over.sign('fine', SIGNER, seen.sha256))).toEqual(['cut-over-changed sha256']);
    taken(await over.load('openings', [opening(), opening(SECOND)]));
  });

  it('is not signed where something came in between the comparison and the signature', async () => {
    // It comes in at the last moment: when the signer has compared and is about to hold the counter.
    const meanwhile = async () => {
      await story.lines(HEADER, rowOf({ document: 'BETWEEN', invoiceDate: '2026-05-16' }));
    };
    const inTenant: Scenario['ports']['store']['inTenant'] = (tenant, work) =>
      story.ports.store.inTenant(tenant, (tx) => {
        const lock = () => meanwhile().then(tx.batches.lock);
        return work({ ...tx, batches: { ...tx.batches, lock } });
      });
    const by = { ...story.ports, store: { ...story.ports.store, inTenant } };
    expect(codesOf(await over.sign('fine', SIGNER, undefined, by))).toEqual(['cut-over-changed sha256']);
    await story.lines(HEADER, rowOf({ document: 'BETWEEN', invoiceDate: '2026-05-16', netValue: '0' }));
  });

  it('is signed by a person who has loaded nothing, as it was looked at, with a note on what is left', async () => {
    const sha256 = taken(await over.compare()).sha256;
    expect(codesOf(await over.sign('fine', { kind: 'service', id: 'erp' }))).toEqual([
      'cut-over-person-needed actor',
    ]);
    expect(codesOf(await over.sign('fine', LOADER))).toEqual(['cut-over-four-eyes actor']);
    // Nor is a file that was replaced since forgotten.
    expect(codesOf(await over.sign('fine', FIRST_LOADER))).toEqual(['cut-over-four-eyes actor']);
    expect(codesOf(await over.sign('fine', SIGNER, '0'.repeat(64)))).toEqual(['cut-over-changed sha256']);
    expect(codesOf(await over.sign('  '))).toEqual(['cut-over-note-missing note']);
    expect(await story.calculate()).toEqual([]);
    taken(await over.sign('The list had a line that was cancelled.', SIGNER, sha256));
    expect(codesOf(await over.sign('again'))).toEqual(['cut-over-signed code']);
    expect(codesOf(await over.load('openings', [opening()]))).toEqual(['cut-over-signed code']);
  });

  it('keeps loaders and signers apart in the database as well', async () => {
    const at = new Date();
    const inTenant = story.ports.store.inTenant;
    const signature = { batch: 1, signedAt: at, note: '', comparison: {} };
    await expect(
      inTenant(story.tenant, (tx) =>
        tx.cutOvers.sign('MAY', { ...signature, signedBy: 'person:first-loader' }),
      ),
    ).rejects.toThrow('cut_over_part_pkey');
    const load = { id: randomUUID(), cutOver: 'MAY', kind: 'history' as const, batch: 1, rows: 0 };
    const file = { name: 'x', sha256: '0'.repeat(64), loadedBy: 'person:signer', loadedAt: at };
    await expect(
      inTenant(story.tenant, (tx) =>
        tx.cutOvers.record({ ...load, ...file }, { kind: 'history', entries: [] }),
      ),
    ).rejects.toThrow('cut_over_load_by');
  });

  it('then books what differs from its balances, once, as an adjustment, and what had none by its lines', async () => {
    expect(await story.calculate()).toEqual([
      { partner: 'P1', delta: -600n, causes: { adjustments: -600n } },
      { partner: 'P2', delta: 3020n, causes: { onTimeLines: 3020n } },
    ]);
    expect(await story.calculate()).toEqual([]);
    story.on('2026-06-10');
    await story.lines(HEADER, rowOf({ document: 'JUNE', invoiceDate: '2026-06-09', netValue: '100.00' }));
    expect(await story.calculate()).toEqual([{ partner: 'P1', delta: 200n, causes: { onTimeLines: 200n } }]);
  });

  it('says of a window that was over that it is incomplete without lines that came later', async () => {
    await story.lines(HEADER, rowOf({ document: 'LATE', invoiceDate: '2026-03-30', netValue: '500.00' }));
    expect(await story.calculate()).toEqual([]);
    expect(await earned()).toContain('P1 2026-01-01 77.77 incomplete');
  });

  it('explains what was taken over, and what each account began with', async () => {
    const { rows } = await story.ports.store.inTenant(story.tenant, (tx) => tx.earnings.list({ limit: 99 }));
    const explained = await Promise.all(
      rows.map(async ({ id, account }) => {
        const {
          explanation,
          opening: began,
          bookings,
        } = taken(await explainEarning(story.ports, story.tenant, id));
        const steps = explanation.steps
          .map(({ kind }) => kind)
          .filter((kind) => /takenOver|incomplete/.test(kind));
        const booked = bookings.reduce((sum, { deltaMinor }) => sum + deltaMinor, began?.earned ?? 0n);
        return `${account.partner} ${formatDate(account.window.from)} ${steps.join(' ')} ${began?.openClaims ?? '-'} ${booked}`;
      }),
    );
    expect(explained.sort()).toEqual([
      'P1 2026-01-01 takenOverAmount incomplete 2777 7777',
      'P1 2026-04-01  0 2600',
      'P2 2026-04-01 takenOverTotals - 3020',
    ]);
  });

  it('is past for an agreement that has booked', async () => {
    await story.agreement(agreementText({}, { id: 'LATER' }));
    await story.calculate();
    expect(codesOf(await takeOver(story, 'NEXT').open('EU', '2026-06-10', ['LATER']))).toEqual([
      'cut-over-agreement-booked LATER',
    ]);
  });

  it('leaves a trace of who did what', async () => {
    const audits = await story.ports.store.inTenant(story.tenant, (tx) => tx.cutOvers.list());
    expect(audits.map(({ code, signature }) => `${code} ${signature?.signedBy} ${signature?.note}`)).toEqual([
      'MAY person:signer The list had a line that was cancelled.',
    ]);
  });
});
