import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import type { MasterRow, Ports, TenantId } from '../../app/ports.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { setCompanyParty, setDocumentSeries } from '../../app/settlement/documentSettings.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { plannedJson } from '../../app/settlement/settlementJson.ts';
import { DOCUMENT_KINDS } from '../../core/document/rebateDocument.ts';
import type { LedgerRole } from '../../core/ledger/ledgerRole.ts';
import { draftTotals } from '../../core/settlement/planDocuments.ts';
import { openLedger, portsOn, quickCommits } from '../crash/books.ts';
import { importTexts, masterRows } from '../support/caseImport.ts';
import type { CaseTexts } from '../support/caseTexts.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { importMaster } from '../support/importMaster.ts';
import { taken } from '../support/scenario.ts';
import { dayAfter, IS_DEEP, SEED, tradeCases } from '../support/tradeCases.ts';

// What a preview of a settlement says is what its run proposes, what is issued, and what the books hold then.

const CASES = IS_DEEP ? 1000 : 25;
const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const EU = { company: 'EU' };

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await testDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await quickCommits(admin);
  await admin.end();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

type Drawn = {
  readonly trade: CaseTexts;
  readonly later: number;
  readonly interimPercent: string;
  readonly method: 'creditNote' | 'goods' | 'deduction';
};

const drawn: fc.Arbitrary<Drawn> = fc.record({
  trade: tradeCases,
  later: fc.integer({ min: 10, max: 400 }),
  interimPercent: fc.constantFrom('100', '50', '33.3'),
  method: fc.constantFrom('creditNote', 'goods', 'deduction'),
});

test('what a preview of a settlement says is what is proposed, issued and posted', {
  timeout: IS_DEEP ? 3_600_000 : 120_000,
}, async () => {
  const figures = { cases: 0, documents: 0, lapses: 0 };
  await fc.assert(
    fc.asyncProperty(drawn, async (one) => {
      const { documents, lapses } = await play(one);
      figures.cases += 1;
      figures.documents += documents;
      figures.lapses += lapses;
    }),
    { numRuns: CASES, seed: SEED, endOnFailure: true },
  );
  process.stdout.write(`${JSON.stringify({ ...figures, differences: 0 })}\n`);
  expect(figures.documents).toBeGreaterThan(CASES / 6);
});

async function play({ trade, later, interimPercent, method }: Drawn) {
  const tenant = await openLedger(owner);
  const ports = portsOn(database.store, trade.known);
  taken(await importMaster(ports, tenant, masterRows(trade).map(withCountry), systemActor('demo')));
  const text = trade.agreement as { readonly settlement: object; readonly direction: string };
  const terms = { frequency: 'month', finalDays: 20, interimPercent, method, tax: { percent: '20' } };
  const agreement = { ...text, settlement: { ...text.settlement, ...terms } };
  taken(await recordAgreement(ports, tenant, agreement, { actor: systemActor('demo'), asNewVersion: false }));
  await importTexts(
    ports,
    tenant,
    trade.lines.map(({ knownOn: _, ...texts }) => texts),
  );
  await calculateDue(ports, tenant);
  const on = portsOn(database.store, dayAfter(trade.known, later));
  const party = { name: 'EU GmbH', addressLines: [], country: 'AT', taxId: 'ATU12345678' };
  taken(await setCompanyParty(on, tenant, { ...EU, actor: ANNA, party }));
  for (const [index, kind] of DOCUMENT_KINDS.entries()) {
    const numbering = { kind, series: `S${index}`, numberedBy: 'here' } as const;
    taken(await setDocumentSeries(on, tenant, { ...EU, actor: ANNA, ...numbering }));
  }
  const before = await standing(on, tenant);
  const preview = taken(await previewSettlement(on, tenant, EU));
  const proposed = taken(await proposeSettlement(on, tenant, { ...EU, actor: ANNA }));
  expect(plannedJson(proposed)).toEqual(plannedJson(preview));
  const said = preview.parties
    .flatMap(({ plan }) => plan.documents.map((draft) => draftTotals(draft).grossMinor))
    .map(String)
    .sort();
  const documents = proposed.settlements.filter(({ kind }) => kind !== 'lapse');
  expect(documents.map(({ grossMinor }) => String(grossMinor)).sort()).toEqual(said);
  const issued: string[] = [];
  for (const { id, kind, grossMinor } of proposed.settlements) {
    taken(await approveSettlement(on, tenant, { actor: BERT, id }));
    taken(await issueSettlement(on, tenant, { actor: ANNA, id }));
    if (kind === 'lapse') continue;
    const found = await on.store.inTenant(tenant, (tx) => tx.settlements.documentOf(id));
    const gross = found?.document.grossMinor ?? 0n;
    issued.push(String(grossMinor < 0n ? -gross : gross));
  }
  expect(issued.sort()).toEqual(said);
  const after = await standing(on, tenant);
  const netMinor = documents.reduce((sum, one) => sum + one.netMinor, 0n);
  const grossMinor = documents.reduce((sum, one) => sum + one.grossMinor, 0n);
  const isGoods = method === 'goods';
  expect(after.open - before.open).toBe(isGoods ? 0n : grossMinor);
  const came = text.direction === 'supplierRebate' ? netMinor : -netMinor;
  expect(after.stock - before.stock).toBe(isGoods ? came : 0n);
  return { documents: documents.length, lapses: proposed.settlements.length - documents.length };
}

/** What is open with partners by documents, in the direction of their agreements, and what stands in stock. Units: minor. */
async function standing(on: Ports, tenant: TenantId) {
  const balances = await on.store.inTenant(tenant, (tx) => tx.ledger.balances(EU));
  const of = (role: LedgerRole) =>
    balances.reduce((sum, balance) => (balance.role === role ? sum + balance.minor : sum), 0n);
  return { open: of('partnerReceivable') - of('partnerPayable'), stock: of('inventory') };
}

/** A document is issued to a partner of some country. */
function withCountry(row: MasterRow): MasterRow {
  if (row.kind !== 'partner') return row;
  return { ...row, attributes: { ...row.attributes, country: 'AT', taxId: 'ATU87654321' } };
}
