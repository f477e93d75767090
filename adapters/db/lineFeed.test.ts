import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LineFilter, TenantId } from '../../app/ports.ts';
import { type Line, lineKey } from '../../core/fact/line.ts';
import { LineColumnsBuilder, lineAt } from '../../engine/columnar/lineColumns.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import {
  AS_FILE,
  aDocument,
  aLine,
  day,
  decimal,
  importRows,
  rowsOf,
  takeBatch,
} from '../../test/support/facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const byKey = (lines: readonly Line[]) => lines.toSorted((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1));

function knownAt(tenant: TenantId, batch: number, filter: LineFilter): Promise<readonly Line[]> {
  return database.store.inTenant(tenant, (tx) => tx.lines.knownAt(batch, filter));
}

/** Through columns, and out of them again. */
function fed(tenant: TenantId, batch: number, filter: LineFilter): Promise<readonly Line[]> {
  return database.store.inTenant(tenant, async (tx) => {
    const builder = new LineColumnsBuilder();
    await tx.lines.feed(batch, filter, builder);
    const { facts } = builder.sorted();
    return Array.from({ length: facts.count }, (_, row) => lineAt(facts, row));
  });
}

/** Documents that were paid, of a file of payments; gives the batch. */
function pay(tenant: TenantId, documents: readonly string[]): Promise<number> {
  return database.store.inTenant(tenant, async (tx) => {
    const batch = await takeBatch(tx, 'payments', day('2026-02-02'));
    const facts = documents.map((document, index) => ({
      ...{ source: 'erp', key: `P${index}`, content: `paid ${document}` },
      value: {
        ...{
          source: 'erp',
          payment: `P${index}`,
          paidOn: day('2026-01-20'),
          documentSource: 'erp',
          document,
        },
        ...{ amount: decimal('10000'), currency: 'USD' },
      },
    }));
    await tx.facts.stage(facts.map((fact, index) => ({ row: index + 1, texts: [], refusals: [], fact })));
    await tx.facts.quarantineUnknown('payments');
    await tx.facts.commit('payments', aDocument(documents.join()), batch, AS_FILE);
    return batch;
  });
}

const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 2 });
const document = fc.constantFrom('D1', 'D2', 'D3', 'D4');
const reference = fc.record({ document, line: fc.constantFrom('1', '2') });
const amount = fc
  .constantFrom('0', '0.00', '12.50', '-3', '9007199254740993.01', '-0.000000001')
  .map(decimal);
const date = fc.constantFrom('1969-12-31', '2024-02-29', '2025-06-01').map(day);

const drawn = fc
  .record({
    ...{ document, line: fc.constantFrom('1', '2', '3'), side: fc.constantFrom('sale', 'purchase') },
    ...{
      partner: fc.constantFrom('P1', 'P2', '北'),
      product: fc.constantFrom('A', 'B'),
      unit: fc.constantFrom('EA', 'm²'),
    },
    ...{
      invoice: some(date),
      order: some(date),
      payment: some(date),
      quantity: some(amount),
      ordered: some(amount),
    },
    ...{ netValue: some(amount), grossValue: some(amount), unitPrice: some(amount), taxRate: some(amount) },
    ...{
      kind: some(fc.constantFrom('goods', 'freight')),
      endCustomer: some(fc.constantFrom('', 'C')),
      order_: some(document),
    },
    ...{
      region: some(fc.constantFrom('North', '')),
      returnOf: some(reference),
      correctionOf: some(reference),
    },
  })
  .map(({ invoice, order, payment, quantity, ordered, order_, region, returnOf, correctionOf, ...said }) => {
    const line = {
      ...said,
      ...{ dates: { invoice, order, payment }, quantities: { invoiced: quantity, ordered } },
      ...{
        numbers: order_ === undefined ? undefined : { order: order_ },
        attributes: region === undefined ? {} : { region },
      },
      ...{ returnOf, correctionOf: correctionOf?.document === said.document ? undefined : correctionOf },
    };
    return aLine(withoutGaps(line) as Partial<Line>);
  });

function withoutGaps(value: object): object {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.map(([name, member]) => [
      name,
      ['dates', 'quantities'].includes(name) ? withoutGaps(member as object) : member,
    ]),
  );
}

const file = fc.uniqueArray(drawn, { minLength: 1, maxLength: 12, selector: lineKey });

test('columns have the very lines that are known, however many fields they have and whatever is said of them', async () => {
  await fc.assert(
    fc.asyncProperty(file, file, fc.subarray(['D1', 'D3']), async (first, second, paid) => {
      const tenant = await database.tenant();
      await importRows(database.store, tenant, rowsOf(...first));
      await importRows(database.store, tenant, rowsOf(...second), day('2026-02-01'));
      const last = paid.length === 0 ? 2 : await pay(tenant, paid);
      for (const batch of [1, 2, last]) {
        for (const filter of [
          {},
          { partners: ['P1'] },
          { days: { from: day('2024-01-01'), until: day('2025-01-01') } },
        ]) {
          const known = await knownAt(tenant, batch, filter);
          expect(byKey(await fed(tenant, batch, filter))).toStrictEqual(byKey(known));
        }
      }
    }),
    { numRuns: 12, seed: 20_261_201, endOnFailure: true },
  );
}, 120_000);

test('columns take in one feed', async () => {
  const tenant = await database.tenant();
  await importRows(database.store, tenant, rowsOf(aLine()));
  const builder = new LineColumnsBuilder();
  builder.push(aLine());
  const again = database.store.inTenant(tenant, (tx) => tx.lines.feed(1, {}, builder));
  await expect(again).rejects.toThrow('Fault: columns that hold lines');
});
