import { expect, it } from 'vitest';
import { sendConfirmation } from '../../app/claims/confirmBalance.ts';
import { receiveMoney } from '../../app/claims/receiveMoney.ts';
import { endDeductionPart } from '../../app/deductions/endDeduction.ts';
import { settleActivity } from '../../app/funds/useFund.ts';
import { approvedActivity, claimedActivity } from '../crash/money/activityDeeds.ts';
import { ANNA, moneyPorts, moneyWorld, runIn, TODAY } from '../crash/money/moneyWorld.ts';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { taken } from '../support/scenario.ts';
import { testKeys } from '../support/testKeys.ts';
import { decimalOf } from '../support/trade.ts';

// Every amount of money in an answer has a way on: by at most two requests to parts that add up to it to the cent, and
// in the end to the terms, steps and lines that it was earned by. An amount without a way fails here.

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test is about.
type Body = any;

const { database, api } = await servedDatabase();
api.time.now = new Date(`${TODAY}T12:00:00Z`);
const keys = testKeys(1);
const world = await moneyWorld(database.ownerUrl, database.store, keys);
const { tenant } = world;
const ports = moneyPorts(database.store, undefined, keys);
const run = await runIn(ports, tenant, 'sent');
await moved();
const person = await personWith(api, tenant);
let requests = 0;
let slowest = 0;

/** Something of everything: a claim that is paid in part, money kept back, a fund that pays, a balance that is asked for. */
async function moved(): Promise<void> {
  const { claim, partnersClaim, deduction, activity } = world;
  taken(
    await receiveMoney(ports, tenant, { claim, amount: decimalOf('80.00'), reference: 'E-1', actor: ANNA }),
  );
  const part = {
    deduction,
    end: 'matched',
    claim: partnersClaim,
    amount: decimalOf('45.00'),
    actor: ANNA,
  } as const;
  taken(await endDeductionPart(ports, tenant, part));
  taken(await approvedActivity(ports, world));
  taken(await claimedActivity(moneyPorts(database.store, '2026-04-12T12:00:00Z', keys), world));
  const paid = { activity, amount: decimalOf('25.00'), reference: 'CN-9', actor: ANNA };
  taken(await settleActivity(ports, tenant, paid));
  taken(await sendConfirmation(ports, tenant, { partner: 'P4', company: 'EU', actor: ANNA }));
}

async function get(path: string): Promise<Body> {
  requests += 1;
  const begun = performance.now();
  const { status, body } = await api.call(person.key, { url: `/api/v1/${path}` });
  slowest = Math.max(slowest, performance.now() - begun);
  expect([path, status]).toEqual([path, 200]);
  return body;
}

const cents = (text: string): bigint => BigInt(text.replace('.', ''));
const sumOf = (texts: readonly string[]): bigint => texts.reduce((sum, text) => sum + cents(text), 0n);
const same = (amount: string, parts: readonly string[], of: string) =>
  expect([of, cents(amount)]).toEqual([of, sumOf(parts)]);

/** From a place in an agreement to the steps and lines, whose shares are what was earned. */
async function toTerms(place: Body): Promise<string> {
  const partner = place.participant ?? place.partner;
  const { rows } = await get(`earnings?agreement=${place.agreement}&partner=${partner}`);
  const firstDay = place.firstDay ?? place.window?.firstDay;
  const row = rows.find((one: Body) => one.term === place.term && one.window.firstDay === firstDay);
  const explained = await get(`earnings/${row.id}/explanation`);
  same(
    explained.earning.amount,
    explained.lines.map((line: Body) => line.share),
    'an earning',
  );
  expect(explained.explanation.steps.length).toBeGreaterThan(0);
  const [line] = explained.lines;
  const why = await get(`lines/${line.source}/${line.document}/${line.line}`);
  expect(why.terms.every(({ text }: Body) => text !== '')).toBe(true);
  return explained.earning.amount;
}

/** From the thing that has moved money to its parts. */
const ORIGINS: Readonly<Record<string, (id: string, transfers: readonly Body[]) => Promise<void>>> = {
  booking: (_, [transfer]) => toTerms(transfer).then(() => undefined),
  settlement: async (id) => settlement(id),
  claim: async (id) => claim(id),
  deduction: async (id) => deduction(await get(`deductions/${id}`)),
  payment: async (id, transfers) => {
    const { rows } = await get(`payment-runs?payment=${id}`);
    const found = await get(`payment-runs/${rows[0].id}`);
    const payment = found.payments.find((one: Body) => one.id === id);
    same(
      payment.amount,
      transfers.filter(({ event }) => event === 'pay').map(({ amount }) => amount),
      'a payment',
    );
  },
  fundActivity: async (id) => {
    const [{ code }] = (await get(`funds?activity=${id}`)).rows;
    fund(await get(`funds/${code}`));
  },
};

async function settlement(id: string): Promise<void> {
  const shown = await get(`settlements/${id}`);
  same(
    shown.net,
    shown.lines.map(({ net }: Body) => net),
    'net',
  );
  same(
    shown.tax,
    shown.taxes.map(({ tax }: Body) => tax),
    'tax',
  );
  same(shown.gross, [shown.net, shown.tax], 'gross');
  same(shown.withheld, ['0.00'], 'withheld');
  for (const [at, line] of shown.lines.entries()) {
    const { explanation, lines } = await get(`settlements/${id}/lines/${at + 1}`);
    const account = shown.accounts.find(
      (one: Body) => one.term === line.term && one.participant === line.participant,
    );
    same(
      account.earned,
      lines.map(({ share }: Body) => share),
      'an account',
    );
    const documents = account.parts.filter(({ kind }: Body) => kind === 'document');
    same(
      line.stated,
      documents.map(({ amount }: Body) => amount),
      'a line',
    );
    same(
      account.earned,
      [account.documented, account.lapsed, ...account.parts.map(({ amount }: Body) => amount)],
      'parts',
    );
    expect(explanation.steps.length).toBeGreaterThan(0);
    await get(`lines/${lines[0].source}/${lines[0].document}/${lines[0].line}`);
  }
}

async function claim(id: string): Promise<void> {
  const shown = await get(`claims/${id}`);
  const { events } = await get(`claims/${id}/events`);
  same(
    shown.claimed,
    shown.lines.map(({ claimed }: Body) => claimed),
    'claimed',
  );
  same(shown.claimed, Object.values(shown.positions), 'positions');
  const { undecided, accepted, disputed } = shown.positions;
  same(shown.open, [undecided, accepted, disputed], 'open');
  const received = events.flatMap(({ moves }: Body) => moves.filter(({ to }: Body) => to === 'received'));
  same(
    shown.positions.received,
    received.map(({ amount }: Body) => amount),
    'received',
  );
  for (const line of shown.lines) {
    same(line.claimed, Object.values(line.positions), 'a line of a claim');
    await toTerms({ agreement: shown.agreement, ...line });
  }
}

function deduction(shown: Body): void {
  const { deducted, open, matched, denied, writtenOff, events } = shown;
  same(deducted, [open, matched, denied, writtenOff], 'a deduction');
  same(
    matched,
    events.filter(({ kind }: Body) => kind === 'matched').map(({ amount }: Body) => amount),
    'matched',
  );
  expect(events.every(({ claim: by, account }: Body) => by !== null || account !== null)).toBe(true);
}

function fund(shown: Body): void {
  same(shown.budget, [shown.free, shown.reserved, shown.used], 'a budget');
  same(
    shown.reserved,
    shown.activities.map(({ reserved }: Body) => reserved),
    'reserved',
  );
  same(
    shown.used,
    shown.activities.map(({ settled }: Body) => settled),
    'used',
  );
  for (const { approved, settled, released, reserved, granted, events } of shown.activities) {
    same(approved, [settled, released, reserved], 'an activity');
    const of = (kind: string) =>
      events.filter((event: Body) => event.kind === kind).map(({ amount }: Body) => amount);
    same(granted, of('claimed'), 'granted');
    same(settled, of('settled'), 'settled');
  }
}

const transfersOf = async (filter: string): Promise<readonly Body[]> =>
  (await get(`ledger/transfers?${filter}`)).rows;
const textOf = (minor: bigint) => `${minor}`;
/** What transfers leave in a role, debit less credit. */
const heldIn = (transfers: readonly Body[], role: string) =>
  transfers.flatMap(({ debit, credit, amount }) => [
    ...(debit === role ? [amount] : []),
    ...(credit === role ? [textOf(-cents(amount))] : []),
  ]);
/** In transfers both sides are texts of cents by now. */
const held = (transfers: readonly Body[], role: string): bigint =>
  heldIn(transfers, role).reduce((sum, text) => sum + (text.includes('.') ? cents(text) : BigInt(text)), 0n);

const ASKED: Readonly<Record<string, (body: Body) => Promise<void>>> = {
  settlements: async ({ rows }) => {
    for (const { id } of rows) await settlement(id);
  },
  documents: async ({ rows }) => {
    for (const { settlement: id, net, gross } of rows) {
      const shown = await get(`settlements/${id}`);
      expect([net, gross]).toEqual([shown.net, shown.gross]);
    }
  },
  payables: async ({ rows }) => {
    for (const { settlement: id, amount } of rows) {
      const { gross, withheld } = await get(`settlements/${id}`);
      expect(cents(amount)).toBe(cents(gross) - cents(withheld));
    }
  },
  claims: async ({ rows }) => {
    for (const { id } of rows) await claim(id);
  },
  deductions: async ({ rows }) => rows.forEach(deduction),
  'funds/MDF': async (body) => fund(body),
  earnings: async ({ rows, totals }) => {
    for (const row of rows) expect(await toTerms(row)).toBe(row.amount);
    for (const { direction, currency, amount } of totals) {
      const own = rows.filter((row: Body) => row.direction === direction && row.currency === currency);
      same(
        amount,
        own.map((row: Body) => row.amount),
        'all earnings',
      );
    }
  },
  'ledger/transfers': async ({ rows }) => {
    const byOrigin = Map.groupBy(rows as readonly Body[], ({ origin }) => `${origin.kind} ${origin.id}`);
    for (const [origin, own] of byOrigin) {
      const [kind = '', id = ''] = origin.split(' ');
      const lead = ORIGINS[kind];
      if (lead === undefined) throw new Error(`nothing leads on from ${origin}`);
      await lead(id, own);
    }
  },
  'ledger/balances': async ({ rows }) => {
    const all = await transfersOf('company=EU&limit=200');
    for (const { role, balance } of rows) expect([role, held(all, role)]).toEqual([role, cents(balance)]);
  },
  'ledger/roll-forward?company=EU&from=2026-03-01&until=2026-04-30': async ({ rows }) => {
    for (const { opening, closing, movements, partner, agreement, role } of rows) {
      same(closing, [opening, ...movements.map(({ amount }: Body) => amount)], 'a roll-forward');
      const own = (
        await transfersOf(`company=EU&from=2026-03-01&until=2026-04-30&partner=${partner}`)
      ).filter((transfer) => (transfer.agreement ?? null) === agreement);
      const moved = held(own, role);
      expect([role, partner, agreement, moved]).toEqual([
        role,
        partner,
        agreement,
        cents(closing) - cents(opening),
      ]);
    }
  },
  'partners/P4/statement?company=EU&from=2026-03-01&until=2026-04-30': async ({ currencies, earnings }) => {
    for (const { opening, entries, closing } of currencies) {
      same(closing, [opening, ...entries.map(({ amount }: Body) => amount)], 'a statement');
      for (const { origin } of entries)
        await ORIGINS[origin.kind]?.(origin.id, await transfersOf('partner=P4&limit=200'));
    }
    for (const earned of earnings) expect(await toTerms({ partner: 'P4', ...earned })).toBe(earned.earned);
  },
  'cash-flow': async ({ buckets, ageing, balances, flows }) => {
    const signed = (stage: string) =>
      sumOf(flows.filter((one: Body) => one.stage === stage).map(({ amount }: Body) => amount));
    const ofRole = (...roles: readonly string[]) =>
      sumOf(balances.filter(({ role }: Body) => roles.includes(role)).map(({ amount }: Body) => amount));
    expect(signed('accrued')).toBe(ofRole('accruedLiability', 'accruedReceivable'));
    expect(signed('claimed')).toBe(ofRole('claimedReceivable'));
    const due = (key: 'receipts' | 'payments') => sumOf(buckets.map((bucket: Body) => bucket[key]));
    expect(due('receipts') - due('payments')).toBe(sumOf(flows.map(({ amount }: Body) => amount)));
    expect(sumOf(ageing.map(({ receipts }: Body) => receipts))).toBe(signed('claimed'));
    for (const flow of flows) {
      if (flow.agreement) await toTerms(flow);
      else await openItem(flow);
    }
  },
  [`payment-runs/${run}`]: async ({ total, payments }) => {
    same(
      total,
      payments.map(({ amount }: Body) => amount),
      'a run',
    );
    for (const { amount, items } of payments) {
      same(
        amount,
        items.map((item: Body) => item.amount),
        'a payment',
      );
      for (const { settlement: id } of items) await settlement(id);
    }
  },
  'balance-confirmations': async ({ rows }) => {
    for (const { partner, earned, settled, paid, open } of rows) {
      same(open, [earned, textOfCents(-cents(paid))], 'what is open');
      const { rows: earnings } = await get(`earnings?partner=${partner}`);
      same(
        earned,
        earnings.map(({ amount }: Body) => amount),
        'a balance',
      );
      for (const row of earnings) await toTerms(row);
      const entries = await transfersOf(`partner=${partner}&limit=200`);
      same(
        settled,
        entries.filter(({ event }) => event === 'settle').map(({ amount }) => amount),
        'what is settled',
      );
    }
  },
};

/** An open item of a partner that is of no agreement, such as what a fund has granted: the transfers that left it open. */
async function openItem({ company, partner, amount }: Body): Promise<void> {
  const all = await transfersOf(`company=${company}&partner=${partner}&limit=200`);
  const own = all.filter(({ agreement }) => agreement === null);
  expect(held(own, 'partnerPayable')).toBe(cents(amount));
  for (const transfer of own) await ORIGINS[transfer.origin.kind]?.(transfer.origin.id, own);
}

function textOfCents(minor: bigint): string {
  const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Where the amounts of an answer stand, each place once. */
function amountsIn(value: Body, path = ''): string[] {
  if (typeof value === 'string') return /^-?\d+\.\d\d$/.test(value) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((one) => amountsIn(one, `${path}[]`));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => amountsIn(one, path === '' ? key : `${path}.${key}`));
}

it.each(Object.keys(ASKED))('%s', async (path) => {
  const body = await get(path);
  expect(new Set(amountsIn(body)).size).toBeGreaterThan(0);
  await ASKED[path]?.(body);
});

it('says of a line that earned nothing why, for every term', async () => {
  const { terms } = await get('lines/erp/D-P4-2026-03-10/1');
  const nothing = terms.filter(({ state }: Body) => state !== 'counted');
  expect(nothing.length).toBeGreaterThan(0);
  expect(nothing.every(({ reason, text, change }: Body) => reason && text && change)).toBe(true);
});

it('answers each step in 300 ms', () => {
  process.stdout.write(`${JSON.stringify({ requests, slowestMs: Math.round(slowest) })}\n`);
  expect(slowest).toBeLessThan(process.env.OPENREBATE_DEEP === '1' ? 300 : 3_000);
});
