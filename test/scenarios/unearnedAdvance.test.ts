import { beforeEach, expect, it } from 'vitest';
import { readCamt } from '../../adapters/files/statements/readCamt.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { approveRun } from '../../app/payments/decideRun.ts';
import { importStatement } from '../../app/payments/importStatement.ts';
import { openItems } from '../../app/payments/openItems.ts';
import { proposeRun } from '../../app/payments/proposeRun.ts';
import { sendRun } from '../../app/payments/sendRun.ts';
import { approveSettlement, rejectSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { setDocumentSeries } from '../../app/settlement/documentSettings.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';
import { proposeAdvance } from '../../app/settlement/proposeAdvance.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { plannedJson } from '../../app/settlement/settlementJson.ts';
import { showSettlement } from '../../app/settlement/showSettlements.ts';
import { documentJson } from '../../core/document/documentJson.ts';
import { freshWorlds } from '../crash/money/freshWorlds.ts';
import { inFile } from '../crash/money/inFile.ts';
import { ANNA, BERT, CARLA, DORA, deliver, RUN, saleOf } from '../crash/money/moneyWorld.ts';
import { camtText } from '../support/camtText.ts';
import { documentedFlows, flowsOfStages } from '../support/documentedFlows.ts';
import { code } from '../support/paymentStory.ts';
import { dayOf, taken } from '../support/scenario.ts';
import { decimalOf } from '../support/trade.ts';

// P4 is paid 500.00 ahead. It earns 100.00 of it, 120.00 with tax, or nothing at all; once all of the agreement is
// settled for good, what it has not earned is asked back, once, by a notice that names the advance.

const own = freshWorlds('2026-04-26');
beforeEach(async () => {
  for (const [kind, series] of [
    ['paymentNotice', 'PN'],
    ['reclaimNotice', 'RN'],
  ] as const) {
    const numbered = { actor: ANNA, company: 'EU', kind, series, numberedBy: 'here' } as const;
    taken(await setDocumentSeries(own.ports, own.world.tenant, numbered));
  }
});

const { at } = own;
const asked = (amount: string, differs: object = {}) =>
  proposeAdvance(own.ports, own.world.tenant, {
    ...{ agreement: 'CUST', term: 'volume', participant: 'P4', reason: 'shop', actor: ANNA },
    ...{ amount: decimalOf(amount), ...differs },
  });

async function issued(id: string): Promise<string> {
  taken(await approveSettlement(own.ports, own.world.tenant, { actor: BERT, id }));
  return taken(await issueSettlement(own.ports, own.world.tenant, { actor: ANNA, id })).number ?? '';
}

/** An advance that was issued and, where the bank says so, paid; so much of it came back. */
async function ahead(isPaid = true, returned = 0n): Promise<string> {
  const { id } = taken(await asked('500.00'));
  await issued(id);
  if (!isPaid) return id;
  const { run, instructions } = taken(
    await proposeRun(own.ports, own.world.tenant, { ...RUN, methods: ['payment'], actor: ANNA }),
  );
  taken(await approveRun(own.ports, own.world.tenant, { id: run.id, actor: BERT }));
  taken(await sendRun(own.ports, own.world.tenant, { id: run.id, actor: CARLA }));
  const endToEndId = instructions[0]?.id.replaceAll('-', '') ?? '';
  await bank('1', -50_000n, endToEndId);
  if (returned > 0n) await bank('2', returned, endToEndId);
  return id;
}

async function bank(reference: string, cents: bigint, endToEndId: string): Promise<void> {
  const entry = { reference, cents, on: '2026-04-28', endToEndId };
  const statements = await inFile('s.xml', camtText('DE89370400440532013000', [entry]), async (path) =>
    taken(await readCamt(path, 's.xml')),
  );
  const file = { name: 's.xml', sha256: reference.padStart(64, '0'), statements, actor: DORA };
  const [outcome] = taken(await importStatement(own.ports, own.world.tenant, file));
  expect(outcome?.matched).toBe(1);
}

const P4 = { company: 'EU', agreements: ['CUST'], partners: ['P4'] };

/** Proposes what the preview says; gives the settlements. */
async function proposed() {
  const preview = taken(await previewSettlement(own.ports, own.world.tenant, P4));
  const done = taken(await proposeSettlement(own.ports, own.world.tenant, { ...P4, actor: ANNA }));
  expect(plannedJson(done)).toEqual(plannedJson(preview));
  const asked = done.parties.flatMap(({ reclaims }) => reclaims.map(({ minor }) => -minor));
  const found = done.settlements.filter(({ reclaims }) => reclaims !== undefined);
  expect(found.map(({ grossMinor }) => grossMinor)).toEqual(asked);
  return done.settlements.map(({ id, kind, grossMinor }) => ({ id, kind, grossMinor }));
}

async function balances() {
  const all = await own.ports.store.inTenant(own.world.tenant, (tx) =>
    tx.ledger.balances({ company: 'EU', partner: 'P4' }),
  );
  const of = (role: string) => all.reduce((sum, one) => (one.role === role ? sum + one.minor : sum), 0n);
  return [of('advance'), of('partnerPayable')];
}

/** What a run would pay the partner. */
async function open(): Promise<bigint[]> {
  const selection = {
    ...{ company: 'EU', currency: 'EUR', dueUntil: dayOf('2027-12-31'), partners: ['P4'] },
    methods: ['creditNote', 'payment'] as const,
  };
  const items = await own.ports.store.inTenant(own.world.tenant, (tx) => openItems(tx, selection));
  return items.map(({ minor }) => minor);
}

const { sound } = own;

it('is asked back whole where nothing was earned, by a notice that names it, once', async () => {
  const advance = await ahead();
  // 240.00 of March are open by a document that came before.
  expect(await balances()).toEqual([50_000n, -24_000n]);
  expect((await proposed()).filter(({ kind }) => kind === 'reclaimNotice')).toEqual([]);
  at('2027-02-01');
  await calculateDue(own.ports, own.world.tenant);
  const [reclaim, ...others] = await proposed();
  expect([reclaim?.kind, reclaim?.grossMinor, others]).toEqual(['reclaimNotice', -50_000n, []]);
  expect(await proposed()).toEqual([]);
  await issued(reclaim?.id ?? '');
  const { settlement } = taken(await showSettlement(own.ports, own.world.tenant, reclaim?.id ?? ''));
  expect(settlement.reclaims).toBe(advance);
  expect(documentJson(settlement.issue?.document as never)).toMatchObject({
    ...{ kind: 'reclaimNotice', number: 'RN-2027-000001', gross: '500.00', reason: 'clawBack' },
    preceding: { number: 'PN-2026-000001' },
  });
  expect(await balances()).toEqual([0n, 26_000n]);
  // What P4 has to pay back stands beside what it gets, each on its own day; the day before, nothing was asked back.
  const known = (day?: string) => documentedFlows({ ports: own.ports, tenant: own.world.tenant }, 'P4', day);
  const owed = await known('2027-01-31');
  expect(Object.values(owed)).toEqual([-24_000n]);
  expect(await known()).toEqual({ ...owed, '2027-03-03 comes': 50_000n });
  expect(await proposed()).toEqual([]);
  const again = await cancelSettlement(own.ports, own.world.tenant, {
    actor: ANNA,
    id: advance,
    reason: 'wrong',
  });
  expect(code(again)).toBe('settlement-cancelled-already');
  await sound();
});

it('is asked back by what was not earned, beside the document that it is set off against', async () => {
  await ahead();
  const expected = () =>
    flowsOfStages({ ports: own.ports, tenant: own.world.tenant }, ['accrued', 'advance'], 'P4');
  expect(await expected()).toEqual({ '2027-02-09 comes': 50_000n });
  await deliver(own.ports, own.world.tenant, 'later', [saleOf('P4', '2026-04-26', '5000.00')]);
  await calculateDue(own.ports, own.world.tenant);
  // 100.00 are accrued and not paid again; what else was paid ahead comes back in the end.
  expect(await expected()).toEqual({
    ...{ '2026-05-31 leaves': -10_000n, '2026-05-31 less': 10_000n },
    '2027-02-09 comes': 40_000n,
  });
  at('2027-02-01');
  await calculateDue(own.ports, own.world.tenant);
  const [document, reclaim, ...others] = await proposed();
  expect([document?.kind, document?.grossMinor]).toEqual(['creditNote', 12_000n]);
  expect([reclaim?.kind, reclaim?.grossMinor, others]).toEqual(['reclaimNotice', -38_000n, []]);
  // Rejected, it is asked back by the next run, be the document issued by then or not.
  const no = { actor: BERT, id: reclaim?.id ?? '', reason: 'not yet' };
  taken(await rejectSettlement(own.ports, own.world.tenant, no));
  await issued(document?.id ?? '');
  expect(await balances()).toEqual([38_000n, -24_000n]);
  const [anew, ...more] = await proposed();
  expect([anew?.grossMinor, more]).toEqual([-38_000n, []]);
  await issued(anew?.id ?? '');
  expect(await balances()).toEqual([0n, 14_000n]);
  // Taken back, it is open again, and asked back again.
  const wrong = { actor: ANNA, id: anew?.id ?? '', reason: 'wrong' };
  await issued(taken(await cancelSettlement(own.ports, own.world.tenant, wrong)).id);
  expect(await balances()).toEqual([38_000n, -24_000n]);
  expect((await proposed()).map(({ grossMinor }) => grossMinor)).toEqual([-38_000n]);
  await sound();
});

it('is not asked back before it has been paid', async () => {
  const advance = await ahead(false);
  at('2027-02-01');
  await calculateDue(own.ports, own.world.tenant);
  expect(await proposed()).toEqual([]);
  taken(
    await cancelSettlement(own.ports, own.world.tenant, { actor: ANNA, id: advance, reason: 'not needed' }),
  );
});

it('of which a part came back is asked back whole, and in money by what the partner has', async () => {
  await ahead(true, 12_000n);
  expect(await balances()).toEqual([50_000n, -36_000n]);
  at('2027-02-01');
  await calculateDue(own.ports, own.world.tenant);
  const [reclaim, ...others] = await proposed();
  expect([reclaim?.kind, reclaim?.grossMinor, others]).toEqual(['reclaimNotice', -50_000n, []]);
  await issued(reclaim?.id ?? '');
  const { settlement } = taken(await showSettlement(own.ports, own.world.tenant, reclaim?.id ?? ''));
  const document = settlement.issue?.document;
  expect(document?.setOff).toEqual([{ number: 'PN-2026-000001', minor: 12_000n }]);
  // The rest of the advance is not paid any more: open are the 240.00 of March alone.
  expect(await open()).toEqual([24_000n]);
  expect(await balances()).toEqual([0n, 14_000n]);
  await sound();
  // Taken back, the rest of the advance is owed again.
  const wrong = { actor: ANNA, id: reclaim?.id ?? '', reason: 'wrong' };
  await issued(taken(await cancelSettlement(own.ports, own.world.tenant, wrong)).id);
  expect([(await open()).sort(), await balances()]).toEqual([
    [12_000n, 24_000n],
    [50_000n, -36_000n],
  ]);
  expect((await proposed()).map(({ grossMinor }) => grossMinor)).toEqual([-50_000n]);
  await sound();
});

it('of which a part came back and the most was earned is asked back by the rest, without money', async () => {
  await ahead(true, 12_000n);
  await deliver(own.ports, own.world.tenant, 'later', [saleOf('P4', '2026-04-26', '18000.00')]);
  await calculateDue(own.ports, own.world.tenant);
  at('2027-02-01');
  await calculateDue(own.ports, own.world.tenant);
  const [document, reclaim, ...others] = await proposed();
  expect([document?.grossMinor, reclaim?.grossMinor, others]).toEqual([43_200n, -6_800n, []]);
  await issued(document?.id ?? '');
  await issued(reclaim?.id ?? '');
  // 380.00 were kept, 432.00 earned: 52.00 of the advance are still to be paid, beside the 240.00 of March.
  expect((await open()).sort()).toEqual([24_000n, 5200n]);
  expect(await balances()).toEqual([0n, -29_200n]);
  await sound();
});

it('that is paid anew is asked back once the bank has spoken', async () => {
  await ahead(true, 12_000n);
  const next = taken(
    await proposeRun(own.ports, own.world.tenant, { ...RUN, methods: ['payment'], actor: ANNA }),
  );
  expect(next.instructions.map(({ minor }) => minor)).toEqual([12_000n]);
  at('2027-02-01');
  await calculateDue(own.ports, own.world.tenant);
  expect(await proposed()).toEqual([]);
});

it('asked for twice is told what stands, and comes beside it only where somebody says so', async () => {
  const { id } = taken(await asked('500.00'));
  expect(code(await asked('500.00'))).toBe('advance-stands');
  expect(code(await asked('100.00', { beside: decimalOf('400.00') }))).toBe('advance-stands');
  const { id: second } = taken(await asked('100.00', { beside: decimalOf('500.00') }));
  expect(code(await asked('100.00', { beside: decimalOf('500.00') }))).toBe('advance-stands');
  for (const one of [id, second]) {
    taken(await rejectSettlement(own.ports, own.world.tenant, { actor: BERT, id: one, reason: 'no' }));
  }
  taken(await asked('500.00'));
});
