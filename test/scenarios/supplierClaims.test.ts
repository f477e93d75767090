import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, systemActor } from '../../app/actor.ts';
import { keepRefused, listLeftOut } from '../../app/claims/leftOut.ts';
import { previewRaising, raiseClaims } from '../../app/claims/raiseClaims.ts';
import { listClaims } from '../../app/claims/showClaims.ts';
import type { ClaimFilter } from '../../app/ports/claimStore.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { setCompanyParty, setDocumentSeries } from '../../app/settlement/documentSettings.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { refuse } from '../../core/refusal/refusals.ts';
import { faultyRows } from '../crash/money/moneyFaults.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, windowsText } from '../support/trade.ts';

// We claim from suppliers: what is left out says why, what comes late lapses in the books, and what was claimed in
// time does not. Each supplier has an agreement of its own: 2 % from 1,000, a window a month, 60 days to claim.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const SUPPLIERS = ['S1', 'S2', 'S3', 'S4', 'S5'];
const AUTOMATIC = { rule: 'automatic', deadlineDays: 'none', afterDeadline: 'staysOpen' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,taxRate,knownOn';

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    ...SUPPLIERS.map((code) => ({
      kind: 'partner' as const,
      code,
      name: code,
      attributes: { country: 'AT' },
    })),
    { kind: 'product', code: 'A', name: 'A', attributes: {} },
  ]);
  const party = { name: 'EU GmbH', addressLines: ['Ring 1'], country: 'AT', taxId: 'ATU12345678' };
  taken(await setCompanyParty(story.ports, story.tenant, { actor: ANNA, company: 'EU', party }));
  const series = { company: 'EU', kind: 'debitNote', series: 'DN', numberedBy: 'here' } as const;
  taken(await setDocumentSeries(story.ports, story.tenant, { actor: ANNA, ...series }));
  const terms: Readonly<Record<string, object>> = { S3: { afterDeadline: 'staysOpen' }, S4: AUTOMATIC };
  for (const code of SUPPLIERS) await story.agreement(supplied(code, terms[code]));
  story.on('2026-04-02');
  await story.lines(HEADER, ...SUPPLIERS.map((code) => purchase(code, `B-${code}`, '5000.00')));
  await story.calculate();
});
afterAll(() => story.close());

function supplied(partner: string, claim: object = {}) {
  const text = agreementText(
    { transactions: 'purchase', windows: windowsText('month') },
    {
      ...{ id: `A-${partner}`, direction: 'supplierRebate' },
      participants: [{ attribute: 'partner.code', in: [partner] }],
    },
  );
  const rule = { rule: 'weClaim', deadlineDays: 60, afterDeadline: 'lapses', silence: 'rejects', ...claim };
  return { ...text, settlement: { ...(text.settlement as object), frequency: 'month', claim: rule } };
}

const today = () => story.ports.clock.now().toISOString().slice(0, 10);
const purchase = (partner: string, document: string, value: string, currency = 'EUR') =>
  `erp,${document},1,purchase,EU,${partner},A,2026-03-10,1,EA,${value},${currency},20,${today()}`;
async function bought(...said: Parameters<typeof purchase>): Promise<void> {
  await story.lines(HEADER, purchase(...said));
  await story.calculate();
}

const raise = async (partner: string, day?: string) => {
  const asked = { agreement: `A-${partner}`, actor: ANNA, ...(day && { day: dayOf(day) }) };
  // What is told before is what is done.
  const told = taken(await previewRaising(story.ports, story.tenant, asked));
  const { claims, skipped } = taken(await raiseClaims(story.ports, story.tenant, asked));
  expect(told.skipped).toEqual(skipped);
  expect(told.claims.map(({ partner: from, minor, lines }) => [from, minor, lines])).toEqual(
    claims.map(({ partner: from, lines }) => [
      from,
      lines.reduce((sum, { minor }) => sum + minor, 0n),
      lines.length,
    ]),
  );
  return [
    ...claims.map(({ reference, lines }) => `${reference} ${lines.map(({ minor }) => minor).join(' ')}`),
    ...skipped.map(({ code, facts: { amount, deadline = '' } }) => `${code} ${amount} ${deadline}`.trim()),
  ];
};
const settle = async (partner: string) => {
  const selection = { company: 'EU', agreements: [`A-${partner}`], actor: ANNA };
  const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, selection));
  for (const { id } of settlements) {
    taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
    taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
  }
  return settlements.map(({ kind, netMinor }) => `${kind} ${netMinor}`);
};
const books = async (partner: string) => {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({ partner }));
  return Object.fromEntries(balances.flatMap(({ role, minor }) => (minor === 0n ? [] : [[role, minor]])));
};

it('is raised up to the last day of its deadline, and not a day later', async () => {
  // 31 March and 60 days.
  expect(await raise('S1', '2026-05-31')).toEqual(['claim-deadline-passed 100.00 2026-05-30']);
  expect(await raise('S1', '2026-05-30')).toEqual(['A-S1/1 10000']);
  expect(await raise('S1', '2026-05-31')).toEqual([]);
});

it('is settled by itself, and on no debit note', async () => {
  for (const partner of ['S1', 'S2', 'S3']) expect(await settle(partner)).toEqual([]);
});

it('is not raised again for what was on a debit note under earlier terms, nor the other way round', async () => {
  story.on('2026-05-20');
  expect(await settle('S4')).toEqual(['debitNote 10000']);
  await story.agreement(supplied('S4'), true);
  await story.calculate();
  expect(await raise('S4')).toEqual([]);
  await bought('S4', 'B4-2', '1000.00');
  expect(await raise('S4')).toEqual(['A-S4/1 2000']);
  await story.agreement(supplied('S4', AUTOMATIC), true);
  await story.calculate();
  expect(await settle('S4')).toEqual([]);
});

it('lapses in the books where it comes too late, once, and never again where there is more time by then', async () => {
  story.on('2026-05-31');
  expect(await raise('S2')).toEqual(['claim-deadline-passed 100.00 2026-05-30']);
  expect(await settle('S2')).toEqual(['lapse 10000']);
  expect(await settle('S2')).toEqual([]);
  expect(await books('S2')).toEqual({ lapsed: 10_000n, rebateIncome: -10_000n });
  expect(await raise('S2')).toEqual([]);
  await story.agreement(supplied('S2', { afterDeadline: 'staysOpen' }), true);
  await bought('S2', 'B2-2', '1000.00');
  expect(await raise('S2')).toEqual(['A-S2/1 2000']);
  expect(await books('S2')).toEqual({
    ...{ lapsed: 10_000n, claimedReceivable: 2_000n, rebateIncome: -12_000n },
  });
});

it('does not lapse where it went out in time', async () => {
  story.on('2026-06-15');
  expect(await settle('S1')).toEqual([]);
  expect(await books('S1')).toEqual({ claimedReceivable: 10_000n, rebateIncome: -10_000n });
});

it('that was too high is given back by another one, which names it, however late it is', async () => {
  await bought('S1', 'B1-R', '-1000.00');
  expect(await raise('S1')).toEqual(['A-S1/2 -2000']);
  const claims = await story.ports.store.inTenant(story.tenant, (tx) =>
    tx.claims.page({ agreement: 'A-S1', limit: 10 }),
  );
  expect(claims.map(({ changes }) => changes)).toEqual([undefined, claims[0]?.id]);
  expect(await settle('S1')).toEqual([]);
  expect(await books('S1')).toEqual({ claimedReceivable: 8_000n, rebateIncome: -8_000n });
});

it('is found by the amount that it has a line on', async () => {
  const march = { agreement: 'A-S1', participant: 'S1', firstDay: dayOf('2026-03-01') };
  const found = async (filter: Omit<ClaimFilter, 'limit'>) => {
    const { rows } = await listClaims(story.ports, story.tenant, { ...filter, limit: 10 });
    return rows.map(({ claim: { reference } }) => reference);
  };
  const { rows } = await listClaims(story.ports, story.tenant, { agreement: 'A-S1', limit: 1 });
  const [{ term = '' } = {}] = rows[0]?.claim.lines ?? [];
  expect(await found({ ...march, term })).toEqual(['A-S1/1', 'A-S1/2']);
  expect(await found({ ...march, term: `${term}?` })).toEqual([]);
  expect(await found({ ...march, participant: 'S2' })).toEqual([]);
  expect(await found({ ...march, firstDay: dayOf('2026-04-01') })).toEqual([]);
});

it('stays open after its deadline where the agreement says so', async () => {
  story.on('2026-08-01');
  expect(await settle('S3')).toEqual([]);
  expect(await raise('S3')).toEqual(['A-S3/1 10000']);
});

it('waits where a line of its window cannot be computed, and for a calculation at all', async () => {
  await bought('S5', 'B5-2', '100.00', 'USD');
  expect(await raise('S5', '2026-05-30')).toEqual(['claim-earning-incomplete 100.00']);
  await story.agreement({ ...supplied('S5'), id: 'A-NEW' });
  const done = await raiseClaims(story.ports, story.tenant, { agreement: 'A-NEW', actor: ANNA });
  expect(done.ok ? [] : done.refusals.map(({ code }) => code)).toEqual(['claim-not-calculated']);
  // Whoever asks in person is told, and nothing is written; a worker keeps why, for nobody is there.
  const leftOut = async () => {
    const { rows } = await listLeftOut(story.ports, story.tenant, { limit: 10 });
    return rows.map(({ agreement, why }) => `${agreement} ${why.code}`).sort();
  };
  expect(await leftOut()).toEqual(['A-S5 claim-earning-incomplete']);
  const byItself = { actor: systemActor('claims'), agreement: 'A-NEW' };
  const refusals = done.ok ? [] : done.refusals;
  await keepRefused(story.ports, story.tenant, { ...byItself, refusals });
  expect(await leftOut()).toEqual(['A-NEW claim-not-calculated', 'A-S5 claim-earning-incomplete']);
  const notOurs = [refuse('claim-not-ours', 'agreement', {})];
  await keepRefused(story.ports, story.tenant, { ...byItself, refusals: notOurs });
  expect(await leftOut()).toEqual(['A-S5 claim-earning-incomplete']);
});

it('leaves the money sound', async () => {
  const admin = new Client({ connectionString: story.database.adminUrl });
  await admin.connect();
  expect(await faultyRows(admin, story.tenant)).toEqual([]);
  await admin.end();
});
