import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFacts } from '../../adapters/files/readFacts.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { cellsOver, columnsOver } from '../../app/calculation/cellsOver.ts';
import { StandingLines } from '../../app/calculation/standingLines.ts';
import { importFacts } from '../../app/facts/importFacts.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { type Line, lineKey } from '../../core/fact/line.ts';
import { NO_MASTER } from '../../core/master/master.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { execute } from '../../engine/simple/execute.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import {
  AS_FILE,
  AT,
  accepted,
  aDocument,
  aLine,
  day,
  decimal,
  rowsOf,
  takeBatch,
} from '../support/facts.ts';
import { agreementOf, UNITS } from '../support/trade.ts';

let database: TestDatabase;
let ports: Ports;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'standing-'));
  const clock = { now: () => AT };
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  ports = { store: database.store, clock, ids: uuidV7(clock), sha256 };
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

type Said = {
  readonly document: number;
  readonly line: number;
  readonly about: 'sale' | 'return' | 'correction';
  readonly of: number;
  readonly partner: number;
  readonly value: number;
};

/** A file of lines, the payment of a document, or a file taken back; whether the lines kept are dropped before it, and what is asked of them. */
type Step = {
  readonly lines: readonly Said[];
  readonly does: 'file' | 'payment' | 'undo';
  readonly document: number;
  readonly isDropped: boolean;
  readonly asked: 'now' | 'before' | 'nothing';
};

const DOCUMENTS = 6;
const said: fc.Arbitrary<Said> = fc.record({
  document: fc.nat(DOCUMENTS),
  line: fc.nat(1),
  about: fc.constantFrom('sale', 'sale', 'return', 'correction'),
  of: fc.nat(DOCUMENTS),
  partner: fc.nat(2),
  value: fc.integer({ min: -3, max: 9 }),
});
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    lines: fc.uniqueArray(said, {
      minLength: 1,
      maxLength: 6,
      selector: (one) => `${one.document}/${one.line}`,
    }),
    does: fc.constantFrom('file', 'file', 'file', 'payment', 'undo'),
    document: fc.nat(DOCUMENTS),
    isDropped: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
    asked: fc.constantFrom('now', 'now', 'before', 'nothing'),
  }),
  { minLength: 3, maxLength: 8, size: 'max' },
);

function toLine({ document, line, about, of, partner, value }: Said): Line {
  const isOther = of !== document;
  return aLine({
    document: `D${document}`,
    line: String(line),
    partner: `P${partner}`,
    currency: 'EUR',
    product: `A${value % 3}`,
    dates: { invoice: day('2026-01-01') + 10 * document, ...(value === 2 && { payment: day('2026-03-01') }) },
    netValue: decimal(value === 9 ? '9007199254740993.010' : `${value}.50`),
    ...(about === 'return' && { returnOf: { document: `D${of}`, line: '0' } }),
    ...(about === 'correction' && isOther && { correctionOf: { document: `D${of}`, line: '0' } }),
    ...(value === 5 && { numbers: { order: 'O1' }, kind: 'goods' as const, taxRate: decimal('19') }),
    ...(value === 6 && {
      discounts: [{ origin: 'coupon' as const, code: 'C', kind: 'amount' as const, value: decimal('1.20') }],
    }),
    attributes: value === 4 ? { region: '北', a: '1' } : {},
  });
}

async function take(tenant: TenantId, step: Step, imported: string[]): Promise<void> {
  if (step.does === 'payment') return pay(tenant, step.document);
  const last = imported.pop();
  if (step.does === 'undo' && last !== undefined) {
    await database.store.inTenant(tenant, async (tx) =>
      tx.undo.undo({
        document: last,
        batch: await takeBatch(tx, 'lines'),
        reason: 'test',
        actor: 'system:test',
      }),
    );
    return;
  }
  if (last !== undefined) imported.push(last);
  const document = aDocument(JSON.stringify([step, imported.length]));
  await database.store.inTenant(tenant, async (tx) => {
    await tx.imports.stage(rowsOf(...step.lines.map(toLine)));
    await tx.imports.commit(document, await takeBatch(tx, 'lines'), AS_FILE);
  });
  imported.push(document.id);
}

async function pay(tenant: TenantId, document: number): Promise<void> {
  const path = join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(
    path,
    `source,payment,paidOn,documentSource,document,amount,currency\nbank,${crypto.randomUUID()},2026-04-0${document + 1},erp,D${document},9,EUR\n`,
  );
  const open = () => readFacts(path, 'payments', { name: 'file.csv' });
  accepted(
    await importFacts(ports, tenant, { kind: 'payments', open, actor: { kind: 'service', id: 'bank' } }),
  );
}

const byKey = (lines: readonly Line[]) => new Map(lines.map((line) => [lineKey(line), line]));
const CONTEXT = { master: NO_MASTER, effective: day('2026-12-31') };
const AGREEMENTS = [{}, { qualifier: UNITS, date: 'payment' }].map((term) => {
  const agreement = agreementOf(term, { company: 'NW' });
  return compilePlan(agreement, NO_MASTER);
});

it('keeps the lines that the database gives, whatever comes in, and their cells are those of the simple executor', async () => {
  let [cells, kept] = [0, 0];
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const tenant = await database.tenant();
      const standing = new StandingLines();
      const imported: string[] = [];
      for (const step of history) {
        if (step.isDropped) standing.drop();
        await take(tenant, step, imported);
        if (step.asked === 'nothing') continue;
        await database.store.inTenant(tenant, async (tx) => {
          const last = await tx.batches.last();
          const batch = step.asked === 'now' ? last : Math.max(1, last - 2);
          const [lines, known] = [
            await standing.knownAt(tx, tenant, batch, {}),
            await tx.lines.knownAt(batch, {}),
          ];
          expect(byKey(lines)).toStrictEqual(byKey(known));
          expect(lines.length).toBe(known.length);
          if (columnsOver(lines) !== undefined) kept += 1;
          for (const plan of AGREEMENTS) {
            const found = cellsOver(plan, lines, CONTEXT);
            cells += found.cells.length;
            expect(found).toEqual(execute(plan, known, CONTEXT));
          }
        });
      }
    }),
    { numRuns: 12, seed: 20_261_201 },
  );
  expect(cells).toBeGreaterThan(50);
  expect(kept).toBeGreaterThan(20);
});

it('lets go of what was asked for longest ago', async () => {
  const [first, second] = [await database.tenant(), await database.tenant()];
  const loads: number[] = [];
  const standing = new StandingLines({
    linesMax: 5,
    loading:
      () =>
      (count = 0) =>
        void loads.push(count),
  });
  const of = (tenant: TenantId) =>
    database.store.inTenant(tenant, async (tx) => standing.knownAt(tx, tenant, await tx.batches.last(), {}));
  for (const tenant of [first, second]) {
    const lines = [1, 2, 3].map((line) => aLine({ line: String(line) }));
    await database.store.inTenant(tenant, async (tx) => {
      await tx.imports.stage(rowsOf(...lines));
      await tx.imports.commit(aDocument(tenant), await takeBatch(tx, 'lines'), AS_FILE);
    });
  }
  const lines = await of(first);
  expect(await of(first)).toBe(lines);
  await of(second);
  const again = await of(first);
  expect(again).not.toBe(lines);
  expect(again).toStrictEqual(lines);
  expect(loads).toEqual([3, 3, 3]);
});
