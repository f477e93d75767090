import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachDocument } from '../../app/agreements/attachDocument.ts';
import { passDeadlines } from '../../app/claims/claimDeadlines.ts';
import { setClaimRule } from '../../app/claims/claimRules.ts';
import { openDispute } from '../../app/claims/disputeClaim.ts';
import { proveClaim } from '../../app/claims/proveClaim.ts';
import { raiseClaims } from '../../app/claims/raiseClaims.ts';
import { claimHistory, showClaim } from '../../app/claims/showClaims.ts';
import { type SubmittedClaims, submitClaims } from '../../app/claims/submitClaims.ts';
import { recordAcceptance, unrecognisedIncome } from '../../app/claims/supplierIncome.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf, type JsonObject } from '../support/trade.ts';

// Customers claim a bonus of 2 % from 1,000; the claims are held against what was earned. A supplier
// is reminded, and silence counts.

const CLERK = { kind: 'person' as const, id: 'clerk' };
const claimBy = (rule: string, more: JsonObject = {}) => ({
  rule,
  deadlineDays: 90,
  afterDeadline: 'lapses',
  silence: 'rejects',
  ...more,
});
const bonus = agreementText({}, { id: 'BONUS' });
const owed = agreementText({ transactions: 'purchase' }, { id: 'SUPPLY', direction: 'supplierRebate' });
const supplier = { ...owed, settlement: { ...(owed.settlement as object), recognition: 'onAcceptance' } };

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    ...['P1', 'S1'].map((code) => ({ kind: 'partner' as const, code, name: code, attributes: {} })),
    { kind: 'product', code: 'A', name: 'A', attributes: {} },
  ]);
  await story.agreement({
    ...bonus,
    settlement: { ...(bonus.settlement as object), claim: claimBy('partnerClaims') },
  });
  await story.agreement({
    ...supplier,
    settlement: { ...(supplier.settlement as object), claim: claimBy('weClaim', { silence: 'accepts' }) },
  });
  const rule = {
    company: 'EU',
    currency: 'EUR',
    tolerance: { amount: decimalOf('0.05'), percent: decimalOf('1') },
    writeOffLimit: decimalOf('0'),
    remindAfterDays: [1, 15],
    answerDays: 14,
  };
  taken(await setClaimRule(story.ports, story.tenant, rule, CLERK));
  const sale = (document: string, side: string, partner: string, value: string) =>
    `erp,${document},1,${side},EU,${partner},A,2026-02-03,1,EA,${value},EUR`;
  story.on('2027-01-04');
  await story.lines(
    'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency',
    sale('D1', 'sale', 'P1', '3000.00'),
    sale('D2', 'sale', 'P1', '2000.00'),
    sale('B1', 'purchase', 'S1', '5000.00'),
  );
  await story.calculate();
});
afterAll(() => story.close());

const row = (reference: string, amount: string, more: Readonly<Record<string, string>> = {}) => ({
  reference,
  partner: 'P1',
  agreement: 'BONUS',
  currency: 'EUR',
  term: 'volume',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  amount,
  ...more,
});
const of = (document: string) => ({ source: 'erp', document, documentLine: '1' });
const submit = async (
  rows: readonly Readonly<Record<string, string>>[],
  isPreview = false,
): Promise<SubmittedClaims> =>
  taken(
    await submitClaims(story.ports, story.tenant, {
      rows: rows.map((texts, index) => ({ row: index + 1, texts })),
      actor: CLERK,
      isPreview,
    }),
  );
const matches = ({ claims }: SubmittedClaims) =>
  claims.flatMap(({ lines, decided }) =>
    lines.map(({ line, match }) => `${match}${decided.includes(line) ? '' : ' waits'}`),
  );
const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code));
const totals = async (claim: string) => {
  const shown = taken(await showClaim(story.ports, story.tenant, { claim }));
  return Object.fromEntries(
    Object.entries(shown.totals)
      .filter(([, minor]) => minor !== 0n)
      .map(([position, minor]) => [position, moneyText({ minor, currency: 'EUR' })]),
  );
};

describe('claims of partners', () => {
  let first: string;

  it('are looked at before they are taken in, and nothing is written', async () => {
    const rows = [row('R-1', '60.04', of('D1'))];
    expect(matches(await submit(rows, true))).toEqual(['tolerated']);
    expect(matches(await submit(rows, true))).toEqual(['tolerated']);
  });

  it('are granted within the tolerance; what goes beyond, or is unknown, waits for a person', async () => {
    const done = await submit([
      row('R-1', '60.04', of('D1')),
      row('R-1', '12.00', of('D7')),
      row('R-1', '41.00', of('D2')),
    ]);
    expect(matches(done)).toEqual(['tolerated', 'unknown waits', 'beyond waits']);
    first = done.claims[0]?.claim.id ?? '';
    expect(await totals(first)).toEqual({ accepted: '60.04', undecided: '53.00' });
  });

  it('with a reference that came before are refused, with a pointer to the first', async () => {
    const { claims, refusals } = await submit([row('R-1', '60.04', of('D1'))]);
    expect(claims).toEqual([]);
    expect(refusals.map(({ code, facts }) => [code, facts.first])).toEqual([['claim-repeated', first]]);
  });

  it('with a sale that was claimed before have that line refused, with a pointer to the first', async () => {
    const done = await submit([row('R-2', '60.00', of('D1'))]);
    const [claim] = done.claims;
    expect(claim?.lines[0]?.first).toEqual({ claim: first, reference: 'R-1', line: 1 });
    expect(await totals(claim?.claim.id ?? '')).toEqual({ refused: '60.00' });
  });

  it('with a bad row are left out whole, and other claims of the file come in', async () => {
    const done = await submit([
      row('R-3', '1.00'),
      row('R-3', '0.001'),
      row('R-4', '1.00', { lastDay: '2026-13-01' }),
      row('R-5', '1.00', { agreement: 'SUPPLY' }),
      row('R-6', '1.00', { term: 'other' }),
      row('R-7', '1.00', { partner: 'P9' }),
      row('R-8', '1.00', { changes: 'R-0' }),
      row('R-9', '1.00', { sentOn: '2027-04-01' }),
      row('R-10', '0.50', { changes: 'R-1' }),
    ]);
    expect(done.refusals.map(({ code, facts }) => [facts.row, code])).toEqual([
      ['2', 'claim-field-invalid'],
      ['3', 'claim-field-invalid'],
      ['4', 'claim-not-theirs'],
      ['5', 'claim-term-unknown'],
      ['6', 'partner-not-found'],
      ['7', 'claim-not-found'],
      ['8', 'claim-deadline-passed'],
    ]);
    expect(done.claims.map(({ claim }) => [claim.reference, claim.changes])).toEqual([['R-10', first]]);
  });

  it('are proven by documents, once each, and disputed where the partner does not agree', async () => {
    const content = new TextEncoder().encode('invoice');
    const open = async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const });
    const proving = { claim: first, actor: CLERK, name: 'invoice.txt', open };
    const proof = taken(await proveClaim(story.ports, story.tenant, proving));
    expect(taken(await proveClaim(story.ports, story.tenant, proving))).toEqual(proof);
    const part = { claim: first, reason: 'quantity' as const, line: 2, actor: CLERK };
    taken(await openDispute(story.ports, story.tenant, part));
    expect(await totals(first)).toEqual({ accepted: '60.04', undecided: '41.00', disputed: '12.00' });
    const { events } = taken(await claimHistory(story.ports, story.tenant, first));
    expect(events.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
      'answered system:claims',
      'attached person:clerk',
      'disputed person:clerk',
    ]);
  });

  it('that nobody answers are what the agreement says of silence, from the day after on', async () => {
    const pass = () => passDeadlines(story.ports, story.tenant, { isRecorded: false, actor: CLERK });
    story.on('2027-01-18');
    expect((await pass()).silent).toEqual([]);
    story.on('2027-01-19');
    expect((await pass()).silent.map(({ reference }) => reference).sort()).toEqual(['R-1', 'R-10']);
    expect((await pass()).silent).toEqual([]);
    expect(await totals(first)).toEqual({ accepted: '60.04', refused: '41.00', disputed: '12.00' });
  });
});

describe('a claim against a supplier', () => {
  it('is reminded of, one reminder at a time, as the rules say', async () => {
    const [claim] = taken(
      await raiseClaims(story.ports, story.tenant, { agreement: 'SUPPLY', actor: CLERK }),
    ).claims;
    const id = claim?.id ?? '';
    const reminders = async (day: string, isRecorded = true) => {
      story.on(day);
      const passed = await passDeadlines(story.ports, story.tenant, { isRecorded, actor: CLERK });
      return passed.reminders.map(({ claim: { id: of }, reminder, daysLate }) => [
        of === id,
        reminder,
        daysLate,
      ]);
    };
    expect(claim?.dueOn).toBe(dayOf('2027-02-18'));
    expect(await reminders('2027-02-18')).toEqual([]);
    expect(await reminders('2027-02-19', false)).toEqual([[true, 1, 1]]);
    expect(await reminders('2027-02-19')).toEqual([[true, 1, 1]]);
    expect(await reminders('2027-03-04')).toEqual([]);
    expect(await reminders('2027-03-05')).toEqual([[true, 2, 15]]);
    expect(await reminders('2027-06-01')).toEqual([]);
    expect(await totals(id)).toEqual({ accepted: '100.00' });
  });

  it('is income when the agreement and the acceptance of the supplier are on file, and listed until then', async () => {
    const listed = async () =>
      (await unrecognisedIncome(story.ports, story.tenant)).map(({ account, minor, missing }) => [
        account.agreement,
        minor,
        ...missing,
      ]);
    expect(await listed()).toEqual([['SUPPLY', 10_000n, 'document', 'acceptance']]);
    const content = new TextEncoder().encode('signed');
    const open = async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const });
    const paper = { actor: CLERK, agreement: 'SUPPLY', name: 'signed.txt', open };
    const { id: document } = taken(await attachDocument(story.ports, story.tenant, paper));
    expect(await listed()).toEqual([['SUPPLY', 10_000n, 'acceptance']]);
    const said = { acceptedOn: dayOf('2026-01-15'), acceptedBy: 'Ms Keller', document, actor: CLERK };
    const acceptOn = (agreement: string) =>
      recordAcceptance(story.ports, story.tenant, { agreement, ...said });
    expect(codes(await acceptOn('BONUS'))).toEqual(['acceptance-not-supplier']);
    taken(await acceptOn('SUPPLY'));
    taken(await acceptOn('SUPPLY'));
    expect(await listed()).toEqual([]);
  });
});
