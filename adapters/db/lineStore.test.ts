import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LineFilter, TenantId } from '../../app/ports.ts';
import type { Line } from '../../core/fact/line.ts';
import { CODE_LENGTH_MAX } from '../../core/text/key.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { aLine, day, decimal, importRows, rowsOf, TODAY } from '../../test/support/facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const knownAt = (tenant: TenantId, batch: number, filter: LineFilter = {}) =>
  database.store.inTenant(tenant, (tx) => tx.lines.knownAt(batch, filter));

const FULL: Line = {
  source: 'erp "main", \\ tab\u00e9',
  document: '订单-1',
  line: "1'); --",
  revision: 1,
  side: 'purchase',
  company: 'AW',
  partner: 'Bébé \u{1F600} AG',
  product: 'caf\u00e9',
  dates: {
    order: day('0001-12-31'),
    delivery: day('0001-01-01'),
    receipt: day('1969-12-31'),
    invoice: day('2024-02-29'),
    posting: day('9999-12-31'),
    service: day('2024-03-01'),
    payment: day('2024-03-31'),
    submission: day('2024-04-01'),
  },
  quantities: {
    invoiced: decimal('-0.000000001'),
    ordered: decimal('12.50'),
    received: decimal('12.5'),
    rejected: decimal('0.00'),
    stocked: decimal('123456789012345678901234567890.123456789'),
  },
  unit: 'm²',
  listPrice: decimal('4000.00'),
  unitPrice: decimal('3578.269999999'),
  unitCost: decimal('0.10'),
  netValue: decimal('9007199254740993.01'),
  grossValue: decimal('-1'),
  currency: 'JPY',
  discounts: [
    { origin: 'coupon', code: 'Größe_2', kind: 'amount', value: decimal('-12.50') },
    { origin: 'promotion', code: '春', kind: 'percent', value: decimal('2.50') },
    { origin: 'rule', code: 'A', kind: 'price', value: decimal('123456789012345678901.123456789') },
  ],
  returnOf: { document: 'unknown', line: '9' },
  attributes: { b: 'x', a: '\\N', 键: 'null', empty: '', quoted: '{"a":1}' },
  batch: 1,
  knownOn: TODAY,
};

test('every field comes back as it went in: scale, day, script and punctuation', async () => {
  const tenant = await database.tenant();
  await importRows(database.store, tenant, rowsOf({ ...FULL, batch: 0 }));
  const lines = await knownAt(tenant, 1);
  expect(lines).toStrictEqual([FULL]);
});

test('codes of the greatest length have room in every key', async () => {
  const tenant = await database.tenant();
  // Three bytes each, in no order that could be packed.
  const code = (seed: number) =>
    Array.from({ length: CODE_LENGTH_MAX }, (_, i) =>
      String.fromCodePoint(0x4e00 + ((i * i * 7919 + i * seed + seed * 104_729) % 20_000)),
    ).join('');
  const long = aLine({
    source: code(1),
    document: code(2),
    line: code(3),
    partner: code(4),
    product: code(5),
    unit: code(6),
  });
  await importRows(database.store, tenant, rowsOf(long));
  expect(await knownAt(tenant, 1)).toStrictEqual([{ ...long, batch: 1, knownOn: TODAY }]);
});

test('an absent field stays absent', async () => {
  const tenant = await database.tenant();
  const { netValue: _, ...sparse } = aLine({ dates: {}, quantities: {} });
  await importRows(database.store, tenant, rowsOf(sparse));
  expect(await knownAt(tenant, 1)).toStrictEqual([{ ...sparse, batch: 1, knownOn: TODAY }]);
});

test('as known at a batch: the last revision up to it, and nothing before it was known', async () => {
  const tenant = await database.tenant();
  await importRows(database.store, tenant, rowsOf(aLine()), day('2026-01-01'));
  await importRows(database.store, tenant, rowsOf(aLine({ partner: 'P2' }), aLine({ line: '2' })), TODAY);
  expect(await knownAt(tenant, 0)).toEqual([]);
  const first = await knownAt(tenant, 1);
  expect(first.map(({ revision, partner, batch, knownOn }) => [revision, partner, batch, knownOn])).toEqual([
    [1, 'P1', 1, day('2026-01-01')],
  ]);
  const second = await knownAt(tenant, 2);
  expect(second.map(({ line, revision, partner, batch }) => [line, revision, partner, batch])).toEqual([
    ['1', 2, 'P2', 2],
    ['2', 1, 'P1', 2],
  ]);
});

test('a filter is on what is known: a correction that moves a line takes it from its old partner', async () => {
  const tenant = await database.tenant();
  await importRows(database.store, tenant, rowsOf(aLine(), aLine({ line: '2', document: 'D2' })));
  await importRows(
    database.store,
    tenant,
    rowsOf(aLine({ partner: 'P2', company: 'AW', side: 'purchase', dates: {} })),
  );
  const found = async (filter: LineFilter, batch = 2) =>
    (await knownAt(tenant, batch, filter)).map(({ line }) => line).join(' ');
  expect(await found({ partners: ['P1'] })).toBe('2');
  expect(await found({ partners: ['P1'] }, 1)).toBe('1 2');
  expect(await found({ partners: ['P2'] })).toBe('1');
  expect(await found({ sides: ['purchase'] })).toBe('1');
  expect(await found({ companies: ['NW'] })).toBe('2');
  expect(await found({ companies: ['AW', 'NW'] })).toBe('1 2');
  expect(await found({ document: 'D1' })).toBe('1');
  expect(await found({ document: 'D1', partners: ['P1'] })).toBe('');
  expect(await found({ partners: ["P1' OR true --"] })).toBe('');
});

test('a filter by days takes lines with a day of their own among them, and all that take something back', async () => {
  const tenant = await database.tenant();
  const dated = (line: string, ...days: readonly string[]) => {
    const [invoice = '', order = invoice] = days;
    return aLine({ line, dates: { invoice: day(invoice), order: day(order) } });
  };
  await importRows(
    database.store,
    tenant,
    rowsOf(
      dated('before', '2025-12-31'),
      dated('first', '2026-01-01'),
      dated('last', '2026-01-31'),
      dated('after', '2026-02-01'),
      dated('around', '2026-02-01', '2025-12-31'),
      { ...dated('linked', '2030-01-01'), returnOf: { document: 'D0', line: '1' } },
      { ...dated('negative', '2030-01-01'), quantities: { stocked: decimal('-1') } },
    ),
  );
  const found = async (from: number, until: number) =>
    (await knownAt(tenant, 1, { days: { from, until } })).map(({ line }) => line).join(' ');
  expect(await found(day('2026-01-01'), day('2026-02-01'))).toBe('around first last linked negative');
  expect(await found(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)).toBe('linked negative');
  expect(await found(Number.NEGATIVE_INFINITY, day('2026-01-01'))).toBe('around before linked negative');
});

test('a return has its original as known at the same batch, of the same source', async () => {
  const tenant = await database.tenant();
  const back = aLine({
    document: 'R1',
    returnOf: { document: 'D1', line: '1' },
    netValue: decimal('-10.00'),
  });
  const otherSource = aLine({ source: 'legacy', dates: { order: day('1990-01-01') } });
  const sale = aLine({
    dates: { order: day('1997-02-03'), payment: day('1997-03-04') },
    attributes: { delivery: 'L7' },
  });
  const corrected = { ...sale, dates: { order: day('1997-03-03') }, attributes: { 键: '\\N' } };
  const known = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];
  for (const [index, line] of [back, otherSource, sale, corrected].entries()) {
    await importRows(database.store, tenant, rowsOf(line), day(known[index] as string));
  }
  const originals: unknown[] = [];
  for (const batch of [1, 2, 3, 4]) {
    const line = (await knownAt(tenant, batch, { document: 'R1' }))[0];
    originals.push(line && 'original' in line ? line.original : 'absent');
  }
  const seen = ({ dates, attributes }: Line, batch: number) => {
    const knownOn = day(known[batch - 1] as string);
    return { document: 'D1', line: '1', dates, attributes, batch, knownOn };
  };
  expect(originals).toStrictEqual(['absent', 'absent', seen(sale, 3), seen(corrected, 4)]);
});

test('lines come in the order of their identity', async () => {
  const tenant = await database.tenant();
  const names = ['b', 'B', 'a', 'é', 'z', '10', '9'];
  await importRows(database.store, tenant, rowsOf(...names.map((document) => aLine({ document }))));
  const documents = (await knownAt(tenant, 1)).map(({ document }) => document);
  expect(documents).toEqual(['10', '9', 'B', 'a', 'b', 'z', 'é']);
});
