import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerClaim } from '../../../app/claims/answerClaim.ts';
import { setClaimRule } from '../../../app/claims/claimRules.ts';
import { resolveDispute } from '../../../app/claims/disputeClaim.ts';
import { raiseClaims } from '../../../app/claims/raiseClaims.ts';
import { receiveMoney, returnMoney } from '../../../app/claims/receiveMoney.ts';
import { claimHistory, type ShownClaim, showClaim } from '../../../app/claims/showClaims.ts';
import { askWriteOff, decideWriteOff } from '../../../app/claims/writeOffClaim.ts';
import { claimedMinor } from '../../../core/claim/claim.ts';
import { disputedByReason } from '../../../core/claim/standing.ts';
import { moneyText } from '../../../core/money/money.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { dayOf, openScenario, type Scenario, taken } from '../../support/scenario.ts';
import { agreementText, decimalOf, windowsText } from '../../support/trade.ts';

// A supplier rebate over half a year, claimed from the supplier, paid short, disputed, conceded in part,
// and written off for the rest by a second person. Every figure is the specification's; none may be
// edited to pass. What still lies in stock is told with the accrual.

const MEASURE = { of: 'value', basis: 'stockedAtPrice' };
const AGREEMENT = agreementText(
  {
    transactions: 'purchase',
    date: 'receipt',
    qualifier: MEASURE,
    payout: MEASURE,
    windows: windowsText('halfYear'),
    formula: 'marginal',
    tiers: {
      boundary: 'atLeast',
      rows: [
        { from: '0', percent: '1' },
        { from: '50000', percent: '2.5' },
        { from: '120000', percent: '4' },
      ],
    },
  },
  {
    id: 'B-2026',
    direction: 'supplierRebate',
    validity: { firstDay: '2026-01-01', lastDay: '2026-06-30' },
  },
);

const HEADER =
  'source,document,line,side,company,partner,product,receiptDate,orderedQuantity,receivedQuantity,rejectedQuantity,stockedQuantity,unit,unitPrice,currency';
const row = (document: string, quantities: string, price: string) =>
  `erp,${document},1,purchase,EU,S1,X,2026-05-01,${quantities},EA,${price},EUR`;
const ROWS = [
  row('B1', '500,500,20,480', '83.40'),
  row('B2', '250,250,0,250', '61.15'),
  row('B3', '1000,960,0,960', '47.25'),
  row('B4', '300,300,10,290', '128.90'),
];

const BUYER = { kind: 'person' as const, id: 'buyer' };
const CONTROLLER = { kind: 'person' as const, id: 'controller' };
const B3 = { source: 'erp', document: 'B3', line: '1' };
const B4 = { source: 'erp', document: 'B4', line: '1' };

let story: Scenario;
let claim: string;

beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'S1', name: 'Supplier One', attributes: {} },
    { kind: 'product', code: 'X', name: 'Product X', attributes: {} },
  ]);
  await story.agreement(AGREEMENT);
  const rule = {
    company: 'EU',
    currency: 'EUR',
    tolerance: { amount: decimalOf('0'), percent: decimalOf('0') },
    writeOffLimit: decimalOf('5.00'),
    remindAfterDays: [1, 15],
  };
  taken(await setClaimRule(story.ports, story.tenant, rule, CONTROLLER));
});
afterAll(() => story.close());

const raise = () => raiseClaims(story.ports, story.tenant, { agreement: 'B-2026', actor: BUYER });
const receive = (amount: string, reference: string) =>
  receiveMoney(story.ports, story.tenant, { claim, amount: decimalOf(amount), reference, actor: BUYER });
const shown = async (day?: string): Promise<ShownClaim> =>
  taken(await showClaim(story.ports, story.tenant, { claim, ...(day && { day: dayOf(day) }) }));
/** What accounts of the books hold, debit less credit, those with something in them. */
const books = async (...roles: readonly string[]) => {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({}));
  return roles.map((role) =>
    euros(balances.filter((entry) => entry.role === role).reduce((sum, { minor }) => sum + minor, 0n)),
  );
};
const CLAIMED = ['accruedReceivable', 'claimedReceivable', 'bankClearing', 'writtenOff'] as const;
/** The cost of goods and what of it still lies in stock, together. */
const income = async () => {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({}));
  const own = balances.filter(({ role }) => role === 'rebateIncome' || role === 'inventory');
  return euros(own.reduce((sum, { minor }) => sum + minor, 0n));
};
const euros = (minor: bigint) => moneyText({ minor, currency: 'EUR' });
const open = async (day?: string) => euros((await shown(day)).open);
const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code));

describe('story B on the database', () => {
  it('06-30: earns 2,972.42; nothing is claimed before the window is over', async () => {
    story.on('2026-06-29');
    await story.lines(HEADER, ...ROWS);
    expect((await story.calculate()).map(({ delta }) => delta)).toEqual([297_242n]);
    expect(await books(...CLAIMED)).toEqual(['2972.42', '0.00', '0.00', '0.00']);
    expect(await income()).toBe('-2972.42');
    expect(taken(await raise()).claims).toEqual([]);
  });

  it('07-10: claims it line by line, by value share, due on 08-09; again, nothing', async () => {
    story.on('2026-07-10');
    await story.calculate();
    const raised = taken(await raise());
    expect(raised.skipped).toEqual([]);
    const [sent] = raised.claims;
    claim = sent?.id ?? '';
    expect(sent?.lines.map(({ transaction, minor }) => [transaction?.document, euros(minor)])).toEqual([
      ['B1', '861.88'],
      ['B2', '329.14'],
      ['B3', '976.59'],
      ['B4', '804.81'],
    ]);
    expect([sent?.partner, sent?.dueOn, sent?.reference]).toEqual(['S1', dayOf('2026-08-09'), 'B-2026/1']);
    expect(taken(await raise()).claims).toEqual([]);
    expect(await books(...CLAIMED)).toEqual(['0.00', '2972.42', '0.00', '0.00']);
  });

  it('08-03: the supplier objects to B3 and B4: price 11.52, then validity 1,201.11', async () => {
    story.on('2026-08-03');
    const objections = [
      { transaction: B4, reason: 'validity' as const },
      { transaction: B3, reason: 'price' as const, unitPrice: decimalOf('46.95') },
    ];
    const said = { claim, objections, actor: BUYER };
    taken(await answerClaim(story.ports, story.tenant, said));
    const { standings, totals } = await shown();
    const disputed = [...disputedByReason(standings)].map(([reason, minor]) => [reason, euros(minor)]);
    expect(disputed).toEqual([
      ['price', '11.52'],
      ['validity', '1201.11'],
    ]);
    expect(euros(totals.accepted)).toBe('1759.79');
    expect(codes(await answerClaim(story.ports, story.tenant, said))).toEqual(['claim-answered-already']);
  });

  it('08-10: what is paid short closes nothing; the bank file twice is one receipt', async () => {
    story.on('2026-08-10');
    taken(await receive('1759.79', 'bank 08-10/1'));
    taken(await receive('1759.79', 'bank 08-10/1'));
    expect(codes(await receive('1759.80', 'bank 08-10/1'))).toEqual(['claim-receipt-differs']);
    expect(codes(await receive('1.00', 'paid by ourselves'))).toEqual(['claim-reference-reserved']);
    expect(await open()).toBe('1212.63');
    expect(await books(...CLAIMED)).toEqual(['0.00', '1212.63', '1759.79', '0.00']);
    const { events } = taken(await claimHistory(story.ports, story.tenant, claim));
    expect(events.map(({ kind }) => kind)).toEqual(['answered', 'received']);
  });

  it('08-31: 1,212.63 is 22 days late, all of it disputed', async () => {
    story.on('2026-08-31');
    const { open: minor, daysLate, age, totals } = await shown();
    expect([euros(minor), daysLate, age, euros(totals.disputed)]).toEqual(['1212.63', 22, 'to30', '1212.63']);
  });

  it('09-02: we agree to the price: 11.52 less, and 1,201.11 is left', async () => {
    story.on('2026-09-02');
    const agreed = { claim, outcome: 'agreed' as const, reason: 'price' as const, actor: BUYER };
    taken(await resolveDispute(story.ports, story.tenant, agreed));
    expect([await open(), euros((await shown()).totals.refused)]).toEqual(['1201.11', '11.52']);
    expect(await books(...CLAIMED)).toEqual(['11.52', '1201.11', '1759.79', '0.00']);
  });

  it('09-02: with the price corrected 2,960.90 is earned, and nothing is claimed or taken back for it', async () => {
    const header = `${HEADER},correctionOfDocument,correctionOfLine`;
    await story.lines(header, `${row('B3K', '1000,960,0,960', '46.95')},B3,1`);
    expect((await story.calculate()).map(({ delta }) => delta)).toEqual([-1152n]);
    expect(taken(await raise())).toEqual({ claims: [], skipped: [] });
    // What was given up went back to what is accrued, and is taken back there.
    expect(await books(...CLAIMED)).toEqual(['0.00', '1201.11', '1759.79', '0.00']);
    expect(await income()).toBe('-2960.90');
  });

  it('09-15: another 1,200.00 comes, and 1.11 is left', async () => {
    story.on('2026-09-15');
    taken(await receive('1200.00', 'bank 09-15/4'));
    expect(await open()).toBe('1.11');
    expect(await books(...CLAIMED)).toEqual(['0.00', '1.11', '2959.79', '0.00']);
    expect(codes(await receive('1.12', 'bank 09-15/5'))).toEqual(['claim-receipt-beyond']);
  });

  it('09-16: 1.11 is written off by a second person, and never by whoever asks for it', async () => {
    story.on('2026-09-16');
    const ask = (amount: string) =>
      askWriteOff(story.ports, story.tenant, {
        claim,
        amount: decimalOf(amount),
        reason: 'not worth a letter',
        actor: BUYER,
      });
    const decide = (actor: typeof BUYER) =>
      decideWriteOff(story.ports, story.tenant, { claim, outcome: 'approved', actor });
    expect(codes(await ask('1.12'))).toEqual(['claim-amount-beyond']);
    taken(await ask('1.11'));
    expect(codes(await ask('1.00'))).toEqual(['claim-write-off-asked']);
    expect(codes(await decide(BUYER))).toEqual(['claim-write-off-own']);
    expect(await open()).toBe('1.11');
    taken(await decide(CONTROLLER));
    expect(codes(await decide(CONTROLLER))).toEqual(['claim-write-off-not-asked']);
  });

  it('end: nothing is open, the claim as sent is what it was, and every earlier day still says what it said', async () => {
    const { claim: sent, totals } = await shown();
    expect(euros(claimedMinor(sent))).toBe('2972.42');
    expect(await books(...CLAIMED)).toEqual(['0.00', '0.00', '2959.79', '1.11']);
    expect(Object.fromEntries(Object.entries(totals).map(([name, minor]) => [name, euros(minor)]))).toEqual({
      undecided: '0.00',
      accepted: '0.00',
      disputed: '0.00',
      refused: '11.52',
      received: '2959.79',
      writtenOff: '1.11',
    });
    const days = ['2026-07-31', '2026-08-10', '2026-08-31', '2026-09-02', '2026-09-15', '2026-09-16'];
    expect(await Promise.all(days.map(open))).toEqual([
      '2972.42',
      '1212.63',
      '1212.63',
      '1201.11',
      '1.11',
      '0.00',
    ]);
  });

  it('a receipt that does not stay opens again what it covered, once', async () => {
    const returned = {
      claim,
      reference: 'bank 09-15/4',
      reason: 'the bank took it back',
      actor: BUYER,
    };
    taken(await returnMoney(story.ports, story.tenant, returned));
    taken(await returnMoney(story.ports, story.tenant, returned));
    expect([await open(), euros((await shown()).totals.disputed)]).toEqual(['1200.00', '1200.00']);
    expect(await books(...CLAIMED)).toEqual(['0.00', '1200.00', '1759.79', '1.11']);
  });
});
