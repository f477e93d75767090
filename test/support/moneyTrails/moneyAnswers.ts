import { expect } from 'vitest';
import { type Body, cents, heldIn, same, sumOf } from './amounts.ts';
import { MoneyTrails } from './moneyTrails.ts';

/** How to go on from the amounts of an answer. */
type GoOn = (trails: MoneyTrails, body: Body, of: Asked) => Promise<void> | void;

/** What an answer was asked for. */
type Asked = { readonly partner: string; readonly days: string };

const of = (rows: readonly Body[], key: string): readonly string[] => rows.map((row) => row[key]);

/** Each answer with amounts of money, by what is asked for; `{…}` is put in by whoever asks. */
export const MONEY_ANSWERS: Readonly<Record<string, GoOn>> = {
  'settlements?partner={partner}': async (trails, { rows }) => {
    for (const { id } of trails.some<Body>(rows)) await trails.settlement(id);
  },
  'documents?partner={partner}': async (trails, { rows }) => {
    for (const { settlement: id, net, gross } of trails.some<Body>(rows)) {
      const shown = await trails.settlement(id);
      expect([net, gross]).toEqual([shown.net, shown.gross]);
    }
  },
  payables: async (trails, { rows }) => {
    for (const { settlement: id, amount } of trails.some<Body>(rows)) {
      const { gross, withheld } = await trails.settlement(id);
      expect(cents(amount)).toBe(cents(gross) - cents(withheld));
    }
  },
  claims: async (trails, { rows }) => {
    for (const { id } of trails.some<Body>(rows)) await trails.claim(id);
  },
  'claims/unrecognised': async (trails, { rows }) => {
    for (const row of rows) expect(await trails.toTerms(row)).toBe(row.amount);
  },
  'claims/left-out': async (trails, { rows }) => {
    for (const { agreement, why } of trails.some<Body>(rows)) {
      const { term, partner, window, amount } = why.facts;
      const [firstDay] = window.split('…');
      expect(await trails.toTerms({ agreement, term, partner, firstDay })).toBe(amount);
    }
  },
  deductions: async (trails, { rows }) => {
    for (const { id } of rows) trails.deduction(await trails.ask(`deductions/${id}`));
  },
  'funds/MDF': (trails, body) => trails.fund(body),
  funds: async (trails, { rows }) => {
    for (const { code } of rows) trails.fund(await trails.ask(`funds/${code}`));
  },
  adjustments: async (trails, { rows }) => {
    for (const { id } of rows) await trails.adjustment(id);
  },
  'earnings?partner={partner}': async (trails, { rows, totals }) => {
    for (const row of trails.some<Body>(rows)) expect(await trails.toSteps(row.id)).toBe(row.amount);
    for (const { direction, currency, amount } of totals) {
      const own = rows.filter((row: Body) => row.direction === direction && row.currency === currency);
      same(amount, of(own, 'amount'), 'all earnings');
    }
  },
  home: async (trails, { earned, paid, balances, duties }) => {
    const { totals } = await trails.ask('earnings?limit=1');
    const sums = (rows: readonly Body[]) =>
      rows.map((row) => `${row.direction} ${row.currency} ${row.amount}`).sort();
    expect(sums(earned)).toEqual(sums(totals));
    expect(paid.length + balances.length + duties.length).toBeGreaterThan(0);
  },
  'reports/table?name=earnedByAgreement': async (trails, { rows, totals }) => {
    for (const { cells } of trails.some<Body>(rows)) {
      const own = await trails.pages(`earnings?agreement=${cells.agreement}`);
      const rated = own.filter((row: Body) => row.currency === cells.currency);
      same(cells.earnedAmount, of(rated, 'amount'), 'an agreement in a report');
      for (const row of trails.some<Body>(rated)) expect(await trails.toSteps(row.id)).toBe(row.amount);
    }
    for (const { cells } of totals) {
      const own = rows.filter(
        ({ cells: one }: Body) => one.direction === cells.direction && one.currency === cells.currency,
      );
      same(
        cells.earnedAmount,
        own.map(({ cells: one }: Body) => one.earnedAmount),
        'a report',
      );
    }
  },
  'agreements/{agreement}/qualifying?partner={partner}': async (trails, { agreement, rows }) => {
    for (const row of trails.some<Body>(rows)) {
      if (row.amount !== null && cents(row.amount) !== 0n)
        expect(await trails.toTerms({ agreement, ...row })).toBe(row.amount);
    }
  },
  'ledger/transfers?partner={partner}&limit=200': async (trails, { rows }) => {
    const byOrigin = Map.groupBy(rows as readonly Body[], ({ origin }) => `${origin.kind} ${origin.id}`);
    for (const own of trails.some([...byOrigin.values()])) await trails.origin(own[0].origin, own);
  },
  'ledger/balances?company=EU': async (trails, { rows }) => {
    const { rows: parts } = await trails.ask('ledger/roll-forward?company=EU&{days}');
    for (const { role, balance } of rows) {
      const own = parts.filter((part: Body) => part.role === role);
      expect([role, sumOf(of(own, 'closing'))]).toEqual([role, cents(balance)]);
    }
  },
  'ledger/roll-forward?company=EU&{days}': async (trails, { rows }, { days }) => {
    for (const { opening, closing, movements, partner, agreement, role } of trails.some<Body>(rows)) {
      same(closing, [opening, ...of(movements, 'amount')], 'a roll-forward');
      const all = await trails.transfers(`company=EU&${days}&partner=${partner}`);
      const own = all.filter((transfer) => (transfer.agreement ?? null) === agreement);
      const moved = cents(closing) - cents(opening);
      expect([role, partner, agreement, heldIn(own, role)]).toEqual([role, partner, agreement, moved]);
    }
  },
  'partners/{partner}/statement?company=EU&{days}': async (trails, body, { partner }) => {
    for (const { opening, entries, closing } of body.currencies) {
      same(closing, [opening, ...of(entries, 'amount')], 'a statement');
      const all = await trails.transfers(`partner=${partner}`);
      for (const { origin } of trails.some<Body>(entries)) {
        await trails.origin(
          origin,
          all.filter((one) => one.origin.id === origin.id),
        );
      }
    }
    for (const { id, earned } of trails.some<Body>(body.earnings))
      expect(await trails.toSteps(id)).toBe(earned);
  },
  'cash-flow?partner={owed}': (trails, body) => cashFlow(trails, body),
  'cash-flow': (trails, body) => cashFlow(trails, body),
  'payment-runs/{run}': async (trails, { id }) => {
    for (const { items } of (await trails.run(id)).payments) {
      for (const { settlement } of trails.some<Body>(items)) await trails.settlement(settlement);
    }
  },
  'payment-runs': async (trails, { rows }) => {
    for (const { id } of rows) await trails.run(id);
  },
  'portal/payments?partner={partner}': async (trails, { rows }) => {
    for (const { id, amount } of trails.some<Body>(rows)) {
      const { documents } = await trails.ask(`portal/payments/${id}`);
      same(amount, of(documents, 'paid'), 'a payment to a partner');
      for (const { settlement: paid, gross, parts } of documents) {
        expect((await trails.settlement(paid)).gross).toBe(gross);
        for (const { earning } of parts) if (earning !== null) await trails.toSteps(earning);
      }
    }
  },
  'balance-confirmations': async (trails, { rows }) => {
    for (const row of rows) await confirmation(trails, row);
  },
};

async function cashFlow(trails: MoneyTrails, { buckets, ageing, balances, flows }: Body): Promise<void> {
  const ofRole = (...roles: readonly string[]) =>
    sumOf(
      of(
        balances.filter(({ role }: Body) => roles.includes(role)),
        'amount',
      ),
    );
  const signed = (stage: string) => MoneyTrails.ofStage(flows, stage);
  expect(signed('accrued')).toBe(ofRole('accruedLiability', 'accruedReceivable'));
  expect(signed('claimed')).toBe(ofRole('claimedReceivable'));
  const due = (key: 'receipts' | 'payments') => sumOf(of(buckets, key));
  expect(due('receipts') - due('payments')).toBe(sumOf(of(flows, 'amount')));
  expect(sumOf(of(ageing, 'receipts'))).toBe(signed('claimed'));
  for (const flow of trails.some<Body>(flows)) {
    if (flow.agreement) await trails.toTerms(flow);
    else await trails.openItem(flow);
  }
}

async function confirmation(
  trails: MoneyTrails,
  { partner, earned, settled, paid, open }: Body,
): Promise<void> {
  expect(cents(open)).toBe(cents(earned) - cents(paid));
  const { rows: earnings } = await trails.ask(`earnings?partner=${partner}`);
  same(earned, of(earnings, 'amount'), 'a balance');
  for (const { id } of trails.some<Body>(earnings)) await trails.toSteps(id);
  const entries = await trails.transfers(`partner=${partner}`);
  const documents = entries.filter(({ event }) => event === 'settle');
  same(settled, of(documents, 'amount'), 'what is settled');
}
