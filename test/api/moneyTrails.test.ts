import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { sendConfirmation } from '../../app/claims/confirmBalance.ts';
import { raiseClaims } from '../../app/claims/raiseClaims.ts';
import { receiveMoney } from '../../app/claims/receiveMoney.ts';
import { endDeductionPart } from '../../app/deductions/endDeduction.ts';
import { settleActivity } from '../../app/funds/useFund.ts';
import { approvedActivity, claimedActivity } from '../crash/money/activityDeeds.ts';
import { MONEY_CASES, type MoneyCase } from '../crash/money/moneyCases.ts';
import { ANNA, moneyPorts, moneyWorld, runIn, TODAY } from '../crash/money/moneyWorld.ts';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { amountsIn, amountsOn, type Body } from '../support/moneyTrails/amounts.ts';
import { AskedTrails } from '../support/moneyTrails/askedTrails.ts';
import { EXPORT_TRAILS, rowsOf } from '../support/moneyTrails/exportTrails.ts';
import { incomeInWaiting } from '../support/moneyTrails/incomeInWaiting.ts';
import { MONEY_ANSWERS } from '../support/moneyTrails/moneyAnswers.ts';
import { HAS_PDF_CHECKS, pagesOf } from '../support/pdfChecks.ts';
import { taken } from '../support/scenario.ts';
import { testKeys } from '../support/testKeys.ts';
import { decimalOf } from '../support/trade.ts';

// Every amount of money in an answer has a way on: by at most two requests to parts that add up to it to the cent, and
// in the end to the terms, steps and lines that it was earned by. An amount without a way fails here.

const { database, api } = await servedDatabase();
api.time.now = new Date(`${TODAY}T12:00:00Z`);
const keys = testKeys(1);
const world = await moneyWorld(database.ownerUrl, database.store, keys);
const { tenant } = world;
const ports = moneyPorts(database.store, undefined, keys);
const run = await runIn(ports, tenant, 'sent');
await moved();
const person = await personWith(api, tenant);

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
  const adjusting = MONEY_CASES.find(({ does }) => does === 'approveAdjustment') as MoneyCase;
  taken(await adjusting.ask(ports, world, (await adjusting.before?.(ports, world)) ?? {}));
  await incomeInWaiting(ports, tenant);
  await calculateDue(ports, tenant);
  taken(await raiseClaims(ports, tenant, { agreement: 'INCOME', actor: ANNA }));
}

const DEEP = process.env.OPENREBATE_DEEP === '1';
const places = {
  run,
  partner: 'P4',
  owed: 'P1',
  agreement: 'CUST',
  days: 'from=2026-03-01&until=2026-04-30',
};
const trails = new AskedTrails((path) => api.call(person.key, { url: `/api/v1/${path}` }), places);

it.each(Object.keys(MONEY_ANSWERS))('%s', async (answer) => {
  expect(await trails.follow(answer)).toBeGreaterThan(0);
});

/** Answers with amounts that no person reads as money that was earned, moved or owed. */
const OTHER_AMOUNTS: Readonly<Record<string, string>> = {
  listPayments: 'what customers paid, as it was sent to us: a fact, and no amount of ours',
  getClaimRule: 'limits that somebody has set',
  compareCutOver: 'amounts of another system, beside ours',
  listComparedFigures: 'amounts of another system, beside ours',
  getClaimMessage: 'what somebody has written to us',
  listLines: 'what was traded, as it was sent to us: a fact, and no amount of ours',
  listOwnLines: 'the same, of one partner',
  listInvitations: 'limits that somebody has set',
  getTrust: 'what is at stake, as detectors guess it; what was prevented, as somebody has said it',
  listTrustCases: 'the same, case by case',
  listTrustCasesAbout: 'the same, of one thing',
  getTrustCase: 'the same, of one case, with the records that show it',
  earningsAsOf: 'worked out for the question alone; the answer holds its parts',
};

it('every answer with amounts of money has its ways on', () => {
  const addresses = [...Object.keys(MONEY_ANSWERS), ...trails.took.keys()].map(addressOf);
  const missing = apiRoutes.filter(({ id, method, path, example }) => {
    const answered = example !== undefined && 'answer' in example ? example.answer : undefined;
    const isAmount = method === 'GET' && amountsIn(answered).length > 0;
    return isAmount && OTHER_AMOUNTS[id] === undefined && !addresses.includes(addressOf(path.slice(8)));
  });
  expect(missing.map(({ id }) => id)).toEqual([]);
});

/** Without what is asked for; a part that stands for something is any. */
function addressOf(path: string): string {
  return (path.split('?')[0] ?? '').replaceAll(/\{\w+\}|(?<=funds\/)MDF/g, '*');
}

/** Papers, with the answers that lead on from what they show. */
const PAPERS: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  'settlements/{id}/document?format=pdf': async () => [`settlements/${world.issued}`],
  'partners/P4/statement/file?format=pdf&company=EU&from=2026-03-01&until=2026-04-30': async () => [
    'partners/P4/statement?company=EU&from=2026-03-01&until=2026-04-30',
    `settlements/${world.issued}`,
  ],
  'payments/{payment}/remittance-advice?format=pdf': async () => [
    `payment-runs/${run}`,
    `settlements/${world.issued}`,
  ],
};

// What a paper shows is read by a program of others, which the pipeline has.
it.runIf(HAS_PDF_CHECKS).each(Object.keys(PAPERS))('%s: every amount is in an answer', async (paper) => {
  const { payments } = await trails.get(`payment-runs/${run}`);
  const path = paper.replace('{id}', world.issued).replace('{payment}', payments[0].id);
  const { statusCode, rawPayload } = await api.server.inject({
    url: `/api/v1/${path}`,
    headers: { authorization: `Bearer ${person.key}` },
  });
  expect(statusCode).toBe(200);
  const known = new Set<string>();
  for (const answer of (await PAPERS[paper]?.()) ?? [])
    for (const amount of amountsOn(JSON.stringify(await trails.get(answer)))) known.add(amount);
  const shown = amountsOn(pagesOf(rawPayload).join('\n'));
  expect(shown.size).toBeGreaterThan(0);
  expect([...shown].filter((amount) => !known.has(amount))).toEqual([]);
});

it.each(Object.keys(EXPORT_TRAILS))('%s: every row leads on', { timeout: 120_000 }, async (path) => {
  const rows = rowsOf(parse(await trails.get(path)) as string[][]);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) await EXPORT_TRAILS[path]?.(trails.trails, row);
});

it('says of a line that earned nothing why, for every term', async () => {
  const { terms } = await trails.get('lines/erp/D-P4-2026-03-10/1');
  const nothing = terms.filter(({ state }: Body) => state !== 'counted');
  expect(nothing.length).toBeGreaterThan(0);
  expect(nothing.every(({ reason, text, change }: Body) => reason && text && change)).toBe(true);
});

it('answers each step in 300 ms', () => {
  const all = [...trails.took.values()].flat().sort((a, b) => a - b);
  const figures = { requests: all.length, medianMs: all[all.length >> 1], slowestMs: all.at(-1) };
  process.stdout.write(
    `${JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Math.round(value) : value))}\n`,
  );
  expect(all.at(-1)).toBeLessThan(DEEP ? 300 : 3_000);
});
