import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accrualExport } from '../../adapters/files/accrualExport.ts';
import { ledgerExport } from '../../adapters/files/ledgerExport.ts';
import { type AccrualPart, checkAccruals, exportAccruals } from '../../app/accruals/exportAccruals.ts';
import { type Actor, systemActor } from '../../app/actor.ts';
import { cashFlow } from '../../app/cashFlow/cashFlow.ts';
import { raiseClaims } from '../../app/claims/raiseClaims.ts';
import { writeFacts } from '../../app/facts/writeFacts.ts';
import { closeMonth } from '../../app/ledger/closeMonth.ts';
import { reportRollForward } from '../../app/ledger/reportRollForward.ts';
import { verifyMonths } from '../../app/ledger/verifyMonths.ts';
import { exportLedger } from '../../app/ledgerExport/exportLedger.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { OWN_TABLE } from '../../core/ledgerExport/ledgerTable.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { HAS_ACCOUNTING, inBeancount, inHledger } from '../support/plainTextAccounting.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, windowsText } from '../support/trade.ts';

// DE and FR sell under one agreement, and HQ settles for both. Thresholds are reached together; each
// bears what its own lines earn; each ledger stands alone. The figures are worked out by hand.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,taxRate';
const TOGETHER = { settling: 'HQ', trading: ['DE', 'FR'], withoutLines: 'HQ' };
const COMPANIES = ['DE', 'FR', 'HQ'];

let story: Scenario;
beforeAll(async () => {
  story = await openScenario(...COMPANIES);
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: { country: 'AT' } },
    { kind: 'partner', code: 'S1', name: 'S1', attributes: { country: 'AT' } },
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  await onDocuments(story, { creditNote: 'CN', debitNote: 'DN' }, 'HQ');
  const sales = agreementText(
    {
      windows: windowsText('quarter'),
      tiers: {
        boundary: 'atLeast',
        rows: [
          { from: '0', percent: '1' },
          { from: '1000', percent: '2' },
        ],
      },
    },
    { id: 'SALES', company: TOGETHER },
  );
  await story.agreement({ ...sales, settlement: { ...(sales.settlement as object), finalDays: 10 } });
});
afterAll(() => story.close());

/** A line of P1 or S1; said again with another quantity it is a correction. */
async function traded(
  day: string,
  document: string,
  company: string,
  net: string,
  quantity = 1,
): Promise<void> {
  const [side, partner] = document.startsWith('B') ? ['purchase', 'S1'] : ['sale', 'P1'];
  const row = ['erp', document, 1, side, company, partner, 'X', day, quantity, 'EA', net, 'EUR', 20];
  await story.lines(HEADER, row.join(','));
  await story.calculate();
}

/** What accounts hold, debit less credit, in cents: "DE accruedLiability -600". */
async function books(partner = 'P1'): Promise<string[]> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({ partner }));
  for (const company of COMPANIES) {
    const own = balances.filter((balance) => balance.company === company);
    expect(own.reduce((sum, { minor }) => sum + minor, 0n)).toBe(0n);
  }
  return balances.map(({ company, role, minor }) => `${company} ${role} ${minor}`);
}

/** The transfers that were posted since the last look, "company event debit credit minor". */
let seen = 0;
async function posted(): Promise<string[]> {
  const all = await story.ports.store.inTenant(story.tenant, (tx) =>
    tx.ledger.transfers({}, { limit: 1000 }),
  );
  const fresh = all.filter(({ bookedAt }) => bookedAt.getTime() > seen);
  seen = Math.max(seen, ...all.map(({ bookedAt }) => bookedAt.getTime()));
  return fresh.map(({ company, event, debit, credit, minor, cause = '' }) =>
    `${company} ${event} ${debit} ${credit} ${minor} ${cause}`.trimEnd(),
  );
}

async function recognised(): Promise<string[]> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances('SALES'));
  return balances.map(({ account: { kind, company }, minor }) => `${kind} ${company} ${minor}`);
}

async function settled(): Promise<string> {
  const run = { company: 'HQ', agreements: ['SALES'], actor: ANNA };
  const [settlement] = taken(await proposeSettlement(story.ports, story.tenant, run)).settlements;
  return issued(settlement?.id ?? '');
}

async function issued(id: string): Promise<string> {
  taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
  taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
  return id;
}

const close = async (company: string, month: string) =>
  taken(
    await closeMonth(story.ports, story.tenant, {
      ...{ company, month: dayOf(`${month}-01`), waivers: {}, actor: ANNA },
    }),
  );

describe('a threshold that two companies reach together', () => {
  it('lets each of them bear what its own lines earn', async () => {
    story.on('2026-01-31');
    await traded('2026-01-10', 'D1', 'DE', '600.00');
    await traded('2026-01-20', 'F1', 'FR', '300.00');
    // 1 % of 900.00.
    expect(await recognised()).toEqual(['earned  900', 'recognised DE 600', 'recognised FR 300']);
    story.on('2026-02-28');
    await posted();
    story.on('2026-03-01');
    await traded('2026-02-20', 'F2', 'FR', '600.00');
    // 2 % of 1,500.00, of which 600.00 are of DE.
    expect(await recognised()).toEqual(['earned  3000', 'recognised DE 1200', 'recognised FR 1800']);
    expect(await posted()).toEqual([
      'DE accrue rebateExpense accruedLiability 600 onTimeLines',
      'FR accrue rebateExpense accruedLiability 1500 onTimeLines',
    ]);
  });

  it('is expected to be paid by the one that settles, whoever bears it', async () => {
    const flowsOf = async (company?: string) => {
      const question = { grain: 'month' as const, partner: 'P1', ...(company && { company }) };
      const { flows } = taken(await cashFlow(story.ports, story.tenant, question));
      return flows.map((flow) => `${flow.company} ${flow.borneBy ?? '-'} ${flow.minor}`).sort();
    };
    const all = ['HQ DE -1200', 'HQ FR -1800'];
    expect(await flowsOf()).toEqual(all);
    expect(await flowsOf('HQ')).toEqual(all);
    expect(await flowsOf('DE')).toEqual([]);
  });

  it('has each ledger closed on its own', async () => {
    await close('DE', '2026-01');
    await close('DE', '2026-02');
    story.on('2026-04-05');
    await story.calculate();
    await close('DE', '2026-03');
    await posted();
  });

  it('is settled by the third, and each ledger balances alone', async () => {
    story.on('2026-04-12');
    await settled();
    expect(await posted()).toEqual([
      'DE intercompany accruedLiability intercompany 1200',
      'FR intercompany accruedLiability intercompany 1800',
      'HQ settle accruedLiability partnerPayable 3000',
      'HQ tax outputTax partnerPayable 600',
      'HQ intercompany intercompany accruedLiability 1200',
      'HQ intercompany intercompany accruedLiability 1800',
    ]);
    expect(await books()).toEqual([
      'DE intercompany -1200',
      'DE rebateExpense 1200',
      'FR intercompany -1800',
      'FR rebateExpense 1800',
      'HQ intercompany 3000',
      'HQ outputTax 600',
      'HQ partnerPayable -3600',
    ]);
  });

  it('has a late line of one company in the books of that company alone', async () => {
    story.on('2026-04-14');
    await traded('2026-03-30', 'F3', 'FR', '100.00');
    expect(await posted()).toEqual(['FR accrue rebateExpense accruedLiability 200 lateLines']);
    await story.calculate();
    expect(await posted()).toEqual([]);
    story.on('2026-07-12');
    await settled();
    expect((await books()).filter((line) => line.includes('intercompany'))).toEqual([
      'DE intercompany -1200',
      'FR intercompany -2000',
      'HQ intercompany 3200',
    ]);
    await posted();
  });

  it('follows a line that turns out to be of the other company, although the sum stays', async () => {
    story.on('2026-07-13');
    await traded('2026-01-10', 'D1', 'FR', '600.00');
    expect(await recognised()).toEqual(
      expect.arrayContaining(['earned  3200', 'recognised DE 0', 'recognised FR 3200', 'settled HQ 3200']),
    );
    expect(await books()).toEqual([
      'FR intercompany -3200',
      'FR rebateExpense 3200',
      'HQ intercompany 3200',
      'HQ outputTax 640',
      'HQ partnerPayable -3840',
    ]);
    await traded('2026-01-10', 'D1', 'DE', '600.00', 2);
    expect(await recognised()).toEqual(
      expect.arrayContaining(['recognised DE 1200', 'recognised FR 2000', 'settled HQ 3200']),
    );
    await posted();
  });

  it('is open again with each of them where a document is taken back', async () => {
    const last = taken(
      await proposeSettlement(story.ports, story.tenant, {
        company: 'HQ',
        agreements: ['SALES'],
        actor: ANNA,
      }),
    );
    expect(last.settlements).toEqual([]);
    const [first] = await story.ports.store.inTenant(story.tenant, async (tx) =>
      (await tx.settlements.list({ limit: 10 })).filter(({ netMinor }) => netMinor === 3000n),
    );
    story.on('2026-07-14');
    const mirror = taken(
      await cancelSettlement(story.ports, story.tenant, {
        actor: ANNA,
        id: first?.id ?? '',
        reason: 'wrong',
      }),
    );
    await issued(mirror.id);
    // 30.00 of 32.00 are open again: 12.00 and 20.00 less 2.00 in proportion.
    const open = (await books()).filter((line) => /accruedLiability|intercompany/.test(line));
    expect(open).toEqual([
      'DE accruedLiability -1125',
      'DE intercompany -75',
      'FR accruedLiability -1875',
      'FR intercompany -125',
      'HQ intercompany 200',
    ]);
    await settled();
    expect((await books()).filter((line) => line.includes('accruedLiability'))).toEqual([]);
  });
});

describe('what is recognised of each line', () => {
  async function exported(format: 'csv' | 'ndjson', part: AccrualPart = {}): Promise<string[]> {
    return exportAccruals(story.ports, story.tenant, part, async (pages) => {
      let text = '';
      for await (const chunk of accrualExport(format, pages)) text += chunk;
      return text.trimEnd().split(/\r?\n/);
    });
  }

  it('sums to what each company bears, to the cent', async () => {
    const rows = (await exported('ndjson')).map((row) => JSON.parse(row) as Record<string, string>);
    expect(rows.map(({ company, document, day, recognised: of }) => [company, document, day, of])).toEqual([
      ['DE', 'D1', '2026-01-10', '12.00'],
      ['FR', 'F1', '2026-01-20', '6.00'],
      ['FR', 'F2', '2026-02-20', '12.00'],
      ['FR', 'F3', '2026-03-30', '2.00'],
    ]);
    const days = { company: 'FR', first: dayOf('2026-02-01'), last: dayOf('2026-02-28') };
    expect(await exported('csv', days)).toEqual([
      'company,agreement,term,partner,windowFirst,windowLast,day,source,document,line,product,netValue,lineCurrency,recognised,currency',
      'FR,SALES,volume,P1,2026-01-01,2026-03-31,2026-02-20,erp,F2,1,X,600.00,EUR,12.00,EUR',
    ]);
    const none = await checkAccruals(story.ports, story.tenant, { agreement: 'NONE' });
    expect(none).toMatchObject({ ok: false, refusals: [{ code: 'agreement-not-found' }] });
  });
});

describe('the books of three companies', () => {
  it('close one after the other, roll forward, and hold what they were closed with', async () => {
    await story.calculate();
    await close('FR', '2026-01');
    await close('HQ', '2026-04');
    for (const company of COMPANIES) {
      const days = { from: dayOf('2026-01-01'), until: dayOf('2026-08-01') };
      const rolled = taken(await reportRollForward(story.ports, story.tenant, { company, days }));
      expect(rolled.reduce((sum, { closing }) => sum + closing, 0n)).toBe(0n);
      const months = taken(await verifyMonths(story.ports, story.tenant, company));
      expect(months.map(({ isSame }) => isSame)).toEqual(months.map(() => true));
      expect(months.length).toBeGreaterThan(0);
    }
  });

  it('say of each amount between two of them with whom it is, twice', async () => {
    const all = await story.ports.store.inTenant(story.tenant, (tx) =>
      tx.ledger.transfers({}, { limit: 1000 }),
    );
    const between = new Map<string, bigint>();
    for (const { company, counterparty, debit, credit, minor } of all) {
      const sum = debit === 'intercompany' ? minor : credit === 'intercompany' ? -minor : 0n;
      expect(sum !== 0n).toBe(counterparty !== undefined);
      const key = `${company} ${counterparty}`;
      between.set(key, (between.get(key) ?? 0n) + sum);
    }
    const of = (key: string) => between.get(key);
    expect([of('HQ DE'), of('DE HQ'), of('HQ FR'), of('FR HQ')]).toEqual([1200n, -1200n, 2000n, -2000n]);
  });

  // On a laptop without Debian's hledger and beancount there is nothing that reads the journals; CI installs them.
  it.skipIf(!HAS_ACCOUNTING).each([
    ['hledger', inHledger],
    ['beancount', inBeancount],
  ] as const)('are read by %s, each alone and all together', async (format, read) => {
    for (const company of [...COMPANIES, undefined]) {
      const part = company === undefined ? {} : { company };
      const journal = await exportLedger(story.ports, story.tenant, part, async (pages) => {
        let text = '';
        for await (const chunk of ledgerExport(format, OWN_TABLE, pages)) text += chunk;
        return text;
      });
      expect(read(journal).faults).toBe('');
      expect(journal).toMatch(/counterparty: ?"?(DE|FR|HQ)/);
    }
  });
});

describe('a supplier rebate of two companies that buy', () => {
  it('is claimed by the third, and each has its own income', async () => {
    story.on('2026-08-01');
    const terms = { id: 'SUPPLY', direction: 'supplierRebate', company: TOGETHER };
    await story.agreement(agreementText({ transactions: 'purchase' }, terms));
    story.on('2027-01-04');
    await traded('2026-09-01', 'B1', 'DE', '4000.00', 2);
    await traded('2026-09-02', 'B2', 'FR', '1000.00');
    expect(await books('S1')).toEqual([
      'DE accruedReceivable 8000',
      'DE rebateIncome -8000',
      'FR accruedReceivable 2000',
      'FR rebateIncome -2000',
    ]);
    // Half of what DE has bought is still there: its part is no income yet. FR has sold all of its own.
    const count = {
      source: 'wms',
      company: 'DE',
      product: 'X',
      day: '2026-12-31',
      quantity: '1',
      unit: 'EA',
    };
    const written = taken(await writeFacts(story.ports, story.tenant, 'stock', [count], systemActor('demo')));
    expect(written.map(({ ok }) => ok)).toEqual([true]);
    await story.calculate();
    const raised = taken(await raiseClaims(story.ports, story.tenant, { agreement: 'SUPPLY', actor: ANNA }));
    expect(raised.claims).toHaveLength(1);
    expect(await books('S1')).toEqual([
      'DE intercompany 8000',
      'DE inventory -4000',
      'DE rebateIncome -4000',
      'FR intercompany 2000',
      'FR rebateIncome -2000',
      'HQ claimedReceivable 10000',
      'HQ intercompany -10000',
    ]);
  });
});

describe('an agreement of one company that takes in another one', () => {
  it('has what that one has sold before as a change of terms, in its books alone', async () => {
    story.on('2027-02-01');
    const rows = { tiers: { boundary: 'atLeast', rows: [{ from: '0', percent: '2' }] } };
    await story.agreement(agreementText(rows, { id: 'TURN', company: 'DE' }));
    await story.calculate();
    await posted();
    story.on('2027-02-02');
    await story.agreement(agreementText(rows, { id: 'TURN', company: TOGETHER }), true);
    await story.calculate();
    // 2 % of the 1,000.00 that FR has sold; the 600.00 of DE cost what they did.
    expect(await posted()).toEqual(['FR accrue rebateExpense accruedLiability 2000 terms']);
  });
});
