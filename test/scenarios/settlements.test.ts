import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { answerClaim } from '../../app/claims/answerClaim.ts';
import type { NewSettlement } from '../../app/ports/settlementStore.ts';
import { approveSettlement, rejectSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { approveDocumentSetting } from '../../app/settlement/decideDocumentSetting.ts';
import { setCompanyParty, setDocumentSeries } from '../../app/settlement/documentSettings.ts';
import { issueSettlement, numberSettlement } from '../../app/settlement/issueSettlement.ts';
import { previewSettlement, type SettlementSelection } from '../../app/settlement/planSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { explainSettlementLine, listPayables, showSettlement } from '../../app/settlement/showSettlements.ts';
import { mirrorOf } from '../../core/document/mirrorOf.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// A credit note's way: proposed, approved by somebody else, numbered, booked, and taken back. What one
// party does not settle twice, whoever runs it, is told on the real database.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,taxRate,knownOn';
const DAY = '2026-04-15';

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  const party = { name: 'EU GmbH', addressLines: ['Ring 1'], country: 'AT', taxId: 'ATU12345678' };
  taken(await setCompanyParty(story.ports, story.tenant, { actor: ANNA, company: 'EU', party }));
  await numbered('creditNote', 'CN', 'here');
  await numbered('debitNote', 'DN', 'here');
  story.on(DAY);
  await story.master([
    ...['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12'].map((code) => ({
      ...{ kind: 'partner' as const, code, name: code, attributes: { country: 'AT' } },
    })),
    { kind: 'product', code: 'X', name: 'X', attributes: { 'unit.CS': '12 EA' } },
    { kind: 'product', code: 'Y', name: 'Y', attributes: {} },
  ]);
});
afterAll(() => story.close());

/** Where a partner is; no document can be issued to one of no country. */
function standsIn(code: string, attributes: Readonly<Record<string, string>>) {
  return story.master([{ kind: 'partner', code, name: code, attributes }]);
}

/** Another word about a series counts once another person has approved it. */
async function numbered(
  kind: 'creditNote' | 'debitNote',
  series: string,
  numberedBy: 'here' | 'elsewhere',
): Promise<void> {
  const { ports, tenant } = story;
  const word = { actor: ANNA, company: 'EU', kind, series, numberedBy };
  const said = taken(await setDocumentSeries(ports, tenant, word));
  if ('id' in said) taken(await approveDocumentSetting(ports, tenant, { id: said.id, actor: BERT }));
}

/** An agreement of one partner: 2 % from 1,000, a window a month. */
async function agreed(partner: string, settlement: object = {}, differs: object = {}): Promise<string> {
  const id = `A-${partner}`;
  const text = agreementText(
    {
      windows: {
        payout: 'month',
        qualifier: 'payoutWindow',
        pays: 'own',
        cut: 'fullThreshold',
        targets: 'same',
      },
    },
    { id, participants: [{ attribute: 'partner.code', in: [partner] }], ...differs },
  );
  const terms = { ...(text.settlement as object), frequency: 'month', finalDays: 10, ...settlement };
  await story.agreement({ ...text, settlement: terms });
  return id;
}

async function sold(
  partner: string,
  day: string,
  net: string,
  rate = '20',
  document = `D-${partner}-${day}`,
) {
  const row = ['erp', document, '1', 'sale', 'EU', partner, 'X', day, '1', 'EA', net, 'EUR', rate, DAY];
  await story.lines(HEADER, row.join(','));
  await story.calculate();
}

const propose = (agreement: string, more: Partial<SettlementSelection> = {}, actor = ANNA) =>
  proposeSettlement(story.ports, story.tenant, { company: 'EU', agreements: [agreement], actor, ...more });

async function proposed(agreement: string, more: Partial<SettlementSelection> = {}): Promise<NewSettlement> {
  const { settlements } = taken(await propose(agreement, more));
  expect(settlements).toHaveLength(1);
  return settlements[0] as NewSettlement;
}

const approve = (id: string, actor = BERT) => approveSettlement(story.ports, story.tenant, { actor, id });
const issue = (id: string) => issueSettlement(story.ports, story.tenant, { actor: ANNA, id });

async function issued(agreement: string): Promise<{ id: string; number: string }> {
  const { id } = await proposed(agreement);
  taken(await approve(id));
  const { number = '' } = taken(await issue(id));
  return { id, number };
}

/** What becomes of each account of an agreement. */
async function told(agreement: string): Promise<string[]> {
  const planned = taken(
    await previewSettlement(story.ports, story.tenant, { company: 'EU', agreements: [agreement] }),
  );
  return planned.parties.flatMap(({ plan }) =>
    plan.groups.flatMap(({ accounts }) =>
      accounts.flatMap(({ parts }) => parts.map(({ kind, reason, minor }) => `${kind} ${reason} ${minor}`)),
    ),
  );
}

async function settledOf(agreement: string): Promise<bigint> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances(agreement));
  const own = balances.filter(({ account }) => account.kind === 'settled');
  return own.reduce((sum, { minor }) => sum + minor, 0n);
}

/** Debit less credit of the accounts that an agreement or its partner stands on, by role. */
async function booksOf(partner: string): Promise<Record<string, bigint>> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({ partner }));
  return Object.fromEntries(balances.map(({ role, minor }) => [role, minor]));
}

function codes(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.refusals.map(({ code }) => code).join(', ');
}

describe('a credit note', () => {
  it('is approved by another person, gets a number, and clears what was accrued', async () => {
    const agreement = await agreed('P1');
    await sold('P1', '2026-03-10', '10000.00');
    const { id } = await proposed(agreement);
    expect(codes(await issue(id))).toBe('settlement-not-approved');
    expect(codes(await approve(id, ANNA))).toBe('approver-is-author');
    expect(codes(await approve(id, { kind: 'service', id: 'robot' }))).toBe('person-needed');
    expect(taken(await approve(id))).toMatchObject({ level: 'secondPerson', missing: [] });
    expect(codes(await approve(id))).toBe('settlement-not-proposed');
    expect(await settledOf(agreement)).toBe(0n);
    await standsIn('P1', {});
    expect(codes(await issue(id))).toBe('rebate-document-invalid');
    await standsIn('P1', { country: 'AT' });
    expect(taken(await issue(id))).toEqual({ id, state: 'issued', number: 'CN-2026-000001' });
    expect(codes(await issue(id))).toBe('settlement-not-approved');
    expect(await settledOf(agreement)).toBe(20_000n);
    expect(await booksOf('P1')).toEqual({
      rebateExpense: 20_000n,
      outputTax: 4_000n,
      partnerPayable: -24_000n,
    });
    const shown = taken(await showSettlement(story.ports, story.tenant, id));
    expect(shown.settlement.issue?.document).toMatchObject({
      ...{ kind: 'creditNote', netMinor: 20_000n, taxMinor: 4_000n, dueOn: dayOf('2026-05-15') },
      lines: [{ agreement, netMinor: 20_000n }],
    });
    const explained = taken(await explainSettlementLine(story.ports, story.tenant, { id, line: 1 }));
    expect(explained.shares.map(({ line, shareMinor }) => [line.document, shareMinor])).toEqual([
      ['D-P1-2026-03-10', 20_000n],
    ]);
  });

  it('that comes back as a line is recognised as ours', async () => {
    const before = await told('A-P1');
    await sold('P1', '2026-03-20', '-20000.00', '20', 'CN-2026-000001');
    expect(await told('A-P1')).toEqual(before);
  });

  it('is taken back by a mirrored one, and what it settled is settled anew', async () => {
    const { ports, tenant } = story;
    const payables = () => listPayables(ports, tenant, { partner: 'P1' });
    const [before] = await payables();
    const id = before?.settlement ?? '';
    const entry = { actor: ANNA, id, reason: 'Wrong address' };
    const { id: mirror } = taken(await cancelSettlement(ports, tenant, entry));
    expect(codes(await cancelSettlement(ports, tenant, entry))).toBe('settlement-cancelled-already');
    expect(await told('A-P1')).toEqual([]);
    taken(await approve(mirror));
    expect(taken(await issue(mirror)).number).toBe('DN-2026-000001');
    const first = taken(await showSettlement(ports, tenant, id)).settlement;
    const second = taken(await showSettlement(ports, tenant, mirror)).settlement.issue?.document;
    expect(first.state).toBe('cancelled');
    expect(first.issue?.document && mirrorOf(first.issue.document, second as never)).toEqual(second);
    expect(await settledOf('A-P1')).toBe(0n);
    expect(await payables()).toEqual([]);
    expect(await booksOf('P1')).toEqual({ rebateExpense: 20_000n, accruedLiability: -20_000n });
    expect((await issued('A-P1')).number).toBe('CN-2026-000002');
    expect(await settledOf('A-P1')).toBe(20_000n);
  });
});

describe('a settlement', () => {
  it('that two persons run at once is one', async () => {
    const agreement = await agreed('P2');
    await sold('P2', '2026-03-10', '2000.00');
    const runs = await Promise.all([propose(agreement), propose(agreement, {}, BERT), propose(agreement)]);
    expect(runs.map((run) => taken(run).settlements.length).sort()).toEqual([0, 0, 1]);
    expect(await told(agreement)).toEqual([]);
  });

  it('that is issued twice at once has one number', async () => {
    const agreement = await agreed('P3');
    await sold('P3', '2026-03-10', '3000.00');
    const { id } = await proposed(agreement);
    taken(await approve(id));
    const both = await Promise.all([issue(id), issue(id)]);
    expect(both.map(codes).sort()).toEqual(['ok', 'settlement-not-approved']);
    expect(await settledOf(agreement)).toBe(6_000n);
  });

  it('that is rejected is settled by the next run', async () => {
    const agreement = await agreed('P4');
    await sold('P4', '2026-03-10', '4000.00');
    const { id } = await proposed(agreement);
    const reject = (reason: string) =>
      rejectSettlement(story.ports, story.tenant, { actor: BERT, id, reason });
    expect(codes(await reject(' '))).toBe('reason-missing');
    taken(await reject('The rate is disputed'));
    expect(codes(await approve(id))).toBe('settlement-closed');
    expect((await proposed(agreement)).netMinor).toBe(8_000n);
  });

  it('waits for the number of another system, and takes none twice', async () => {
    await numbered('creditNote', 'CN', 'elsewhere');
    const agreement = await agreed('P5');
    await sold('P5', '2026-03-10', '5000.00');
    const { id } = await proposed(agreement);
    taken(await approve(id));
    expect(taken(await issue(id))).toEqual({ id, state: 'awaitingNumber' });
    expect(await settledOf(agreement)).toBe(0n);
    const give = (number: string) => numberSettlement(story.ports, story.tenant, { actor: ANNA, id, number });
    expect(codes(await give('CN-2026-000001'))).toBe('settlement-number-taken');
    expect(codes(await give(' '))).toBe('settlement-number-invalid');
    expect(taken(await give('9000017'))).toEqual({ id, state: 'issued', number: '9000017' });
    expect(await settledOf(agreement)).toBe(10_000n);
    await numbered('creditNote', 'CN', 'here');
  });

  it('that was final forgets what became known too late, and names it', async () => {
    const agreement = await agreed('P8', { afterFinal: { ignoredAfterDays: 5 } });
    await sold('P8', '2026-03-10', '8000.00');
    await issued(agreement);
    story.on('2026-04-20');
    await sold('P8', '2026-03-11', '1000.00');
    expect(await told(agreement)).toEqual(['lapsed lateFacts 2000']);
    const lapse = await proposed(agreement);
    taken(await approve(lapse.id));
    taken(await issue(lapse.id));
    expect(await settledOf(agreement)).toBe(18_000n);
    expect(await told(agreement)).toEqual([]);
  });

  it('for good that comes too late counts what one in time would have counted', async () => {
    const agreement = await agreed('P12', { finalDays: 20, afterFinal: { ignoredAfterDays: 3 } });
    await sold('P12', '2026-03-10', '8000.00');
    story.on('2026-04-24');
    await sold('P12', '2026-03-11', '1000.00');
    expect(await told(agreement)).toEqual(['lapsed lateFacts 2000', 'document settlement 16000']);
    for (const { id } of taken(await propose(agreement)).settlements) {
      taken(await approve(id));
      taken(await issue(id));
    }
    expect(await settledOf(agreement)).toBe(18_000n);
    expect(await told(agreement)).toEqual([]);
  });

  it('that was final takes what came late along with the next window', async () => {
    const agreement = await agreed('P9', { afterFinal: 'nextWindow' });
    await sold('P9', '2026-03-10', '9000.00');
    await issued(agreement);
    await sold('P9', '2026-03-11', '1000.00');
    expect(await told(agreement)).toEqual(['held nextWindow 2000']);
    story.on('2026-05-02');
    await sold('P9', '2026-04-12', '5000.00');
    expect(await told(agreement)).toEqual(['document settlement 2000', 'document settlement 10000']);
    expect((await proposed(agreement)).netMinor).toBe(12_000n);
  });

  it('pays of what a partner claims what we have accepted', async () => {
    const claim = {
      rule: 'partnerClaims',
      deadlineDays: 'none',
      afterDeadline: 'staysOpen',
      silence: 'rejects',
    };
    const agreement = await agreed('P10', { claim });
    await sold('P10', '2026-03-10', '10000.00');
    const { ports, tenant } = story;
    const window = { from: dayOf('2026-03-01'), until: dayOf('2026-04-01') };
    const line = { number: 1, term: 'volume', participant: 'P10', window, minor: 20_000n };
    const sent = {
      ...{
        id: ports.ids.next(),
        reference: 'R-1',
        claimant: 'partner' as const,
        company: 'EU',
        partner: 'P10',
      },
      ...{ agreement, currency: 'EUR', sentOn: dayOf(DAY), dueOn: dayOf(DAY), lines: [line] },
    } as const;
    await ports.store.inTenant(tenant, (tx) =>
      tx.claims.send(sent, { number: 1, actor: 'person:p10', at: ports.clock.now() }),
    );
    expect(await told(agreement)).toEqual(['held awaitsClaim 20000']);
    const objected = [{ reason: 'price' as const, amount: decimalOf('50.00') }];
    const lines = [{ line: 1, accepted: decimalOf('150.00'), objected }];
    taken(await answerClaim(ports, tenant, { claim: sent.id, actor: ANNA, lines }));
    expect(await told(agreement)).toEqual(['held awaitsClaim 5000', 'document settlement 15000']);
  });

  it('with two rates of tax stands under both, and each needs one', async () => {
    const agreement = await agreed('P11');
    await sold('P11', '2026-03-10', '3000.00', '10', 'D-P11-a');
    await sold('P11', '2026-03-11', '1000.00', '20', 'D-P11-b');
    const { netMinor, taxMinor, taxes } = await proposed(agreement);
    expect([netMinor, taxMinor]).toEqual([8_000n, 1_000n]);
    expect(Object.fromEntries(taxes)).toEqual({
      '10': { netMinor: 6_000n, taxMinor: 600n },
      '20': { netMinor: 2_000n, taxMinor: 400n },
    });
    await sold('P11', '2026-03-12', '1000.00', '', 'D-P11-c');
    expect(await told(agreement)).toEqual(['held taxRateMissing 2000']);
  });

  it('names what is not settled, and why', async () => {
    const claim = { rule: 'partnerClaims', deadlineDays: 60, afterDeadline: 'lapses', silence: 'accepts' };
    const agreement = await agreed('P6', { claim });
    await sold('P6', '2026-03-10', '6000.00');
    expect(await told(agreement)).toEqual(['held awaitsClaim 12000']);
    expect(taken(await propose(agreement)).settlements).toEqual([]);
    story.on('2026-06-01');
    const lapse = await proposed(agreement);
    expect(lapse).toMatchObject({ kind: 'lapse', netMinor: 12_000n });
    taken(await approve(lapse.id));
    expect(taken(await issue(lapse.id))).toEqual({ id: lapse.id, state: 'issued' });
    expect(await settledOf(agreement)).toBe(12_000n);
    expect(await booksOf('P6')).toEqual({ rebateExpense: 12_000n, lapsed: -12_000n });
    expect(await told(agreement)).toEqual([]);
  });

  it('of a window with missing lines waits for them, or for a person who waives them', async () => {
    const agreement = await agreed('P7', { interimPercent: '50' }, {});
    await sold('P7', '2026-03-10', '7000.00');
    const row = 'erp,D-P7-2,1,sale,EU,P7,X,2026-03-11,1,EA,100.00,USD,20,2026-06-01';
    await story.lines(HEADER, row);
    await story.calculate();
    expect(await told(agreement)).toEqual(['held incomplete 7000', 'document settlement 7000']);
    const waiver = { agreement, term: 'volume', reason: 'Samples, agreed by mail' };
    const selection = { waivers: [waiver] };
    expect(codes(await propose(agreement, { waivers: [{ ...waiver, term: 'other' }] }))).toBe(
      'settlement-waiver-unknown',
    );
    expect(codes(await propose(agreement, { waivers: [{ ...waiver, reason: ' ' }] }))).toBe('reason-missing');
    const { id, netMinor } = await proposed(agreement, selection);
    expect(netMinor).toBe(14_000n);
    const { run } = taken(await showSettlement(story.ports, story.tenant, id));
    expect(run.waivers).toEqual([waiver]);
  });

  it('refuses what it cannot look at', async () => {
    const refused = async (selection: Partial<SettlementSelection>) =>
      codes(await propose('A-P1', selection));
    expect(await refused({ company: 'XX' })).toBe('company-not-found');
    expect(await refused({ agreements: ['NO'] })).toBe('agreement-not-found');
    expect(await refused({ partners: ['NO'] })).toBe('partner-not-found');
    expect(await refused({ day: dayOf('2027-01-01') })).toBe('settlement-day-ahead');
  });
});
