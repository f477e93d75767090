import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTenant } from '../../../adapters/db/createTenant.ts';
import { type ReadFactsOptions, readFacts } from '../../../adapters/files/readFacts.ts';
import { readLines } from '../../../adapters/files/readLines.ts';
import { decodeFactSource } from '../../../adapters/files/sourceDescription.ts';
import { writeFailedRows } from '../../../adapters/files/writeFailedRows.ts';
import { systemActor } from '../../../app/actor.ts';
import type { FactImport } from '../../../app/facts/factImport.ts';
import { importFacts } from '../../../app/facts/importFacts.ts';
import { documentPayments, stockOn } from '../../../app/facts/readFacts.ts';
import { dismissRows } from '../../../app/intake/dismissRows.ts';
import { importLines } from '../../../app/intake/importLines.ts';
import { openRows } from '../../../app/intake/openRows.ts';
import { previewFacts } from '../../../app/intake/previewLines.ts';
import { repairRows } from '../../../app/intake/repairRows.ts';
import { replayQuarantine } from '../../../app/intake/replayQuarantine.ts';
import { showImport } from '../../../app/intake/showImport.ts';
import { undoImport } from '../../../app/intake/undoImport.ts';
import type { FactKind } from '../../../app/ports/factStore.ts';
import type { ImportSummary, TenantId } from '../../../app/ports.ts';
import { formatDecimal } from '../../../core/number/decimal.ts';
import { importMaster } from '../../support/importMaster.ts';
import { dayOf, openScenario, type Scenario, taken } from '../../support/scenario.ts';

// Payments and stock go through the intake of lines: what is bad waits, and comes in, or is put
// aside, or is taken back, by the same means and with the same counts.

const ACTOR = systemActor('cli');
const PAID = 'source,payment,paidOn,documentSource,document,amount,currency';
const COUNTED = 'source,company,partner,product,day,quantity,unit';
const named = (kind: 'partner' | 'product', code: string) => ({ kind, code, name: code, attributes: {} });

let story: Scenario;
let folder: string;
let tenant: TenantId;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facts-'));
  story = await openScenario('EU');
  story.on('2026-06-30');
});
afterAll(async () => {
  await story.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  files += 1;
  tenant = await createTenant(story.database.ownerUrl, {
    ...{ id: story.ports.ids.next(), code: `facts-${files}`, name: 'Facts' },
    companies: [{ code: 'EU', name: 'EU', timeZone: 'UTC' }],
  });
  taken(await importMaster(story.ports, tenant, [named('partner', 'P1'), named('product', 'A')], ACTOR));
});

async function written(header: string, ...rows: readonly string[]): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.csv`);
  await writeFile(path, `${[header, ...rows].join('\n')}\n`);
  return path;
}

async function bring(
  kind: FactKind,
  path: string,
  more: Partial<FactImport> = {},
  read: ReadFactsOptions = {},
): Promise<ImportSummary> {
  const open = () => readFacts(path, kind, { name: 'file.csv', ...read });
  return taken(await importFacts(story.ports, tenant, { kind, open, actor: ACTOR, ...more }));
}

const ends = ({ dispositions }: Pick<ImportSummary, 'dispositions'>) =>
  Object.entries(dispositions)
    .flatMap(([name, { rows }]) => (rows > 0 ? [`${name} ${rows}`] : []))
    .join(', ');

async function paid(document = 'D1'): Promise<string> {
  const found = await documentPayments(story.ports, tenant, { source: 'erp', document });
  if (!found.ok) return 'nothing';
  return found.value.payments.map(({ payment, amount }) => `${payment} ${formatDecimal(amount)}`).join(', ');
}

async function stock(): Promise<string> {
  const { counts } = await stockOn(story.ports, tenant, { day: dayOf('2026-06-30') });
  return counts.map(({ partner = 'ours', quantity }) => `${partner} ${formatDecimal(quantity)}`).join(', ');
}

async function waiting(id: string): Promise<readonly number[]> {
  const rows: number[] = [];
  for await (const page of openRows(story.ports, tenant, id)) rows.push(...page.map(({ row }) => row));
  return rows;
}

describe('rows of payments that are bad', () => {
  const BAD = [
    'bank,Z1,2026-03-05,erp,D1,100,EUR',
    'bank,Z2,soon,erp,D1,80,EUR',
    'bank,Z3,2026-03-05,erp,D1,5',
  ];

  it('wait with their reasons, are repaired one by one, and what was received stays', async () => {
    const { document, ...summary } = await bring('payments', await written(PAID, ...BAD));
    expect([ends(summary), summary.received.netValue]).toEqual(['accepted 1, quarantined 2', '100']);
    const repairs = [
      { row: 2, fields: { paidOn: '2026-03-06' } },
      { row: 3, fields: { paidOn: 'never' } },
    ];
    const done = taken(await repairRows(story.ports, tenant, { import: document.id, repairs, actor: ACTOR }));
    expect(done.rows.map((row) => ('disposition' in row ? row.disposition : row.refusals.length))).toEqual([
      'accepted',
      6,
    ]);
    expect([await paid(), await waiting(document.id)]).toEqual(['Z1 100, Z2 80', [3]]);
    const { stored } = taken(await showImport(story.ports, tenant, document.id));
    expect([stored.open, stored.ended.repaired, stored.document.kind]).toEqual([1, 1, 'payments']);
    const again = taken(
      await repairRows(story.ports, tenant, { import: document.id, repairs, actor: ACTOR }),
    );
    expect(again.rows.map((row) => 'refusals' in row)).toEqual([true, true]);
  });

  it('are corrected in a spreadsheet, come in once, and a second time change nothing', async () => {
    const { document } = await bring('payments', await written(PAID, ...BAD));
    const path = join(folder, 'failed.csv');
    const about = { columns: document.columns, import: document.id, language: 'en' as const };
    taken(await writeFailedRows(path, about, openRows(story.ports, tenant, document.id)));
    await writeFile(path, (await readFile(path, 'utf8')).replace('soon', '2026-03-06'));
    const first = await bring('payments', path);
    expect([ends(first), await paid()]).toEqual(['accepted 1, quarantined 1', 'Z1 100, Z2 80']);
    expect(await waiting(document.id)).toEqual([]);
    expect(ends(await bring('payments', path))).toBe('duplicate 1, quarantined 1');
  });

  /** A payment whose number is no text. */
  async function damaged(): Promise<string> {
    const path = join(folder, 'damaged.csv');
    const [before, after] = [`${PAID}\nbank,Z`, ',2026-03-05,erp,D1,1,EUR\n'];
    await writeFile(path, Buffer.concat([Buffer.from(before), Buffer.of(0xff), Buffer.from(after)]));
    return path;
  }

  it('stay where they are while bytes in them are no text, whatever is tried, until they are put right', async () => {
    const { document, reasons } = await bring('payments', await damaged());
    expect(reasons).toEqual({ 'line-text-invalid': 1 });
    expect(taken(await replayQuarantine(story.ports, tenant, { actor: ACTOR })).imports).toEqual([]);
    const repair = (fields: Readonly<Record<string, string>>) =>
      repairRows(story.ports, tenant, { import: document.id, repairs: [{ row: 1, fields }], actor: ACTOR });
    expect(taken(await repair({ amount: '2' })).rows[0]).toHaveProperty('refusals');
    expect(taken(await repair({ payment: 'Z9' })).rows[0]).toHaveProperty('disposition', 'accepted');
    expect(await paid()).toBe('Z9 1');
  });

  it('come in by the file of failures when the damaged text is put right there, whatever our reason shows', async () => {
    const { document } = await bring('payments', await damaged());
    const path = join(folder, 'failed-damaged.csv');
    const about = { columns: document.columns, import: document.id, language: 'en' as const };
    taken(await writeFailedRows(path, about, openRows(story.ports, tenant, document.id)));
    const failed = await readFile(path, 'utf8');
    expect(failed.split('Z\ufffd')).toHaveLength(3);
    expect(ends(await bring('payments', path))).toBe('quarantined 1');
    await writeFile(path, failed.replace('bank,Z\ufffd', 'bank,Z9'));
    expect(ends(await bring('payments', path))).toBe('accepted 1');
    expect(await paid()).toBe('Z9 1');
  });

  it('are put aside with a reason, and end when another file says them', async () => {
    const { document } = await bring('payments', await written(PAID, ...BAD));
    const said = { import: document.id, rows: [3], reason: 'a test', actor: ACTOR };
    expect(taken(await dismissRows(story.ports, tenant, said))).toEqual({ dismissed: 1 });
    const twice = await bring(
      'payments',
      await written(PAID, 'bank,Z4,2026-03-05,erp,D1,1,EUR', 'bank,Z4,2026-03-05,erp,D1,2,EUR'),
    );
    expect(ends(twice)).toBe('quarantined 2');
    await bring('payments', await written(PAID, 'bank,Z4,2026-03-05,erp,D1,2,EUR'));
    expect([await waiting(document.id), await waiting(twice.document.id)]).toEqual([[2], []]);
  });

  it('refuse the file where it is all or nothing; a look at it writes nothing', async () => {
    const path = await written(PAID, ...BAD);
    const open = () => readFacts(path, 'payments', { name: 'file.csv' });
    const input = { kind: 'payments' as const, open, actor: ACTOR };
    const looked = taken(await previewFacts(story.ports, tenant, input, { earnings: true }));
    expect([ends(looked.summary), looked.calculated]).toEqual(['accepted 1, quarantined 2', []]);
    const refused = await importFacts(story.ports, tenant, { ...input, mode: 'allOrNothing' });
    expect(refused.ok ? [] : refused.refusals.map(({ code }) => code)).toEqual(['import-not-whole']);
    expect(await paid()).toBe('nothing');
    const kept = await story.ports.store.inTenant(tenant, (tx) => tx.received.imports({ limit: 5 }));
    expect(kept).toEqual([]);
  });
});

describe('rows of stock whose names nobody knows', () => {
  it('come in by themselves when they are tried again after master data came', async () => {
    const { document } = await bring(
      'stock',
      await written(
        COUNTED,
        'wms,EU,P1,A,2026-03-31,10,EA',
        'wms,EU,P9,B,2026-03-31,7,EA',
        'wms,EU,,A,2026-03-31,1,EA',
      ),
    );
    expect([await stock(), await waiting(document.id)]).toEqual(['ours 1, P1 10', [2]]);
    taken(await importMaster(story.ports, tenant, [named('partner', 'P9'), named('product', 'B')], ACTOR));
    const { tried, imports } = taken(await replayQuarantine(story.ports, tenant, { actor: ACTOR }));
    expect([tried, imports.map(ends), await stock()]).toEqual([1, ['accepted 1'], 'ours 1, P1 10, P9 7']);
    expect(taken(await replayQuarantine(story.ports, tenant, { actor: ACTOR })).tried).toBe(0);
  });
});

describe('lines, payments and stock that wait together', () => {
  const LINE =
    'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
  const bringLines = async (...rows: readonly string[]) => {
    const path = await written(LINE, ...rows);
    const open = () => readLines(path);
    taken(await importLines(story.ports, tenant, { source: 'erp', open, actor: ACTOR }));
  };
  const repaired = async (document: string, row: number, fields: Readonly<Record<string, string>>) => {
    const input = { import: document, repairs: [{ row, fields }], actor: ACTOR };
    taken(await repairRows(story.ports, tenant, input));
  };
  const files = {
    'lines nobody can read': () => bringLines('erp,D1,1,sale,EU,P1,A,soon,1,EA,10,EUR'),
    'lines of a partner': () =>
      bringLines('erp,D2,1,sale,EU,P9,A,2026-03-01,1,EA,10,EUR', 'erp,D2,2,sale,EU,P1,A,soon,1,EA,10,EUR'),
    'payments nobody can read': async () => {
      await bring('payments', await written(PAID, 'bank,Z1,soon,erp,D1,1,EUR'));
    },
    'a payment said in two ways': async () => {
      const path = await written(PAID, 'bank,Z2,2026-03-05,erp,D1,2,EUR', 'bank,Z2,2026-03-05,erp,D1,3,EUR');
      const { document } = await bring('payments', path);
      await repaired(document.id, 2, { payment: 'Z3' });
    },
    'stock of a partner': async () => {
      const rows = ['wms,EU,P9,A,2026-03-31,7,EA', 'wms,EU,P1,A,soon,7,EA'];
      await bring('stock', await written(COUNTED, ...rows));
    },
  };
  const names = Object.keys(files) as (keyof typeof files)[];

  it.each([
    [names],
    [names.toReversed()],
    [[2, 1, 0, 4, 3].map((at) => names[at] as keyof typeof files)],
    [[4, 0, 3, 2, 1].map((at) => names[at] as keyof typeof files)],
  ])('are tried together, and each comes in that can: %j', async (order) => {
    for (const name of order) await files[name]();
    const none = taken(
      await replayQuarantine(story.ports, tenant, { code: 'line-date-invalid', actor: ACTOR }),
    );
    expect(none).toEqual({ tried: 4, imports: [] });
    taken(await importMaster(story.ports, tenant, [named('partner', 'P9')], ACTOR));
    const { tried, imports } = taken(await replayQuarantine(story.ports, tenant, { actor: ACTOR }));
    const came = imports.map(
      ({ document, dispositions }) => `${document.kind} ${dispositions.accepted.rows}`,
    );
    expect([tried, came.toSorted()]).toEqual([7, ['lines 1', 'payments 1', 'stock 1']]);
    expect([await paid(), await stock()]).toEqual(['Z2 2, Z3 3', 'P9 7']);
  });
});

describe('an import that is taken back', () => {
  it('lets the word of other imports stand again, and what nobody else said is no more', async () => {
    const first = await bring('payments', await written(PAID, 'bank,Z1,2026-03-05,erp,D1,100,EUR'));
    const path = await written(PAID, 'bank,Z1,2026-03-05,erp,D1,90,EUR', 'bank,Z2,2026-03-06,erp,D1,x,EUR');
    const second = await bring('payments', path);
    const repairs = [{ row: 2, fields: { amount: '7' } }];
    taken(await repairRows(story.ports, tenant, { import: second.document.id, repairs, actor: ACTOR }));
    expect(await paid()).toBe('Z1 90, Z2 7');
    const undo = (document: string) =>
      undoImport(story.ports, tenant, { document, reason: 'wrong month', actor: ACTOR });
    expect(taken(await undo(second.document.id))).toMatchObject({ withdrawn: 1, restored: 1, isNew: true });
    expect(await paid()).toBe('Z1 100');
    expect(taken(await undo(second.document.id)).isNew).toBe(false);
    expect(ends(await bring('payments', path))).toBe('accepted 1, quarantined 1');
    expect(await paid()).toBe('Z1 90');
    taken(await undo(first.document.id));
    expect(await paid()).toBe('Z1 90');
    const asOf = await story.ports.store.inTenant(tenant, (tx) =>
      tx.facts.paymentsOf('erp', 'D1', first.batch),
    );
    expect(asOf.map(({ amount }) => formatDecimal(amount))).toEqual(['100']);
  });

  it('takes repairs along, and what was repaired of these', async () => {
    const { document } = await bring('payments', await written(PAID, 'bank,Z1,soon,erp,D1,x,EUR'));
    const again = join(folder, 'again.csv');
    const about = { columns: document.columns, import: document.id, language: 'en' as const };
    taken(await writeFailedRows(again, about, openRows(story.ports, tenant, document.id)));
    await writeFile(again, (await readFile(again, 'utf8')).replace('soon', '2026-03-06'));
    const child = await bring('payments', again);
    expect([ends(child), await waiting(document.id)]).toEqual(['quarantined 1', []]);
    const repairs = [{ row: 1, fields: { amount: '7' } }];
    taken(await repairRows(story.ports, tenant, { import: child.document.id, repairs, actor: ACTOR }));
    expect(await paid()).toBe('Z1 7');
    const input = { document: document.id, reason: 'wrong month', actor: ACTOR };
    expect(taken(await undoImport(story.ports, tenant, input))).toMatchObject({ withdrawn: 1 });
    expect(await paid()).toBe('nothing');
  });

  it('of stock too, also one that only said again what was known', async () => {
    const row = 'wms,EU,P1,A,2026-03-31,10,EA';
    const first = await bring('stock', await written(COUNTED, row));
    const second = await bring('stock', await written(COUNTED, row, 'wms,EU,,A,2026-03-31,1,EA'));
    expect(ends(second)).toBe('accepted 1, duplicate 1');
    const undo = (document: string) =>
      undoImport(story.ports, tenant, { document, reason: 'twice', actor: ACTOR });
    taken(await undo(first.document.id));
    expect(await stock()).toBe('ours 1, P1 10');
    taken(await undo(second.document.id));
    expect(await stock()).toBe('');
  });
});

describe('a file of another system', () => {
  it('is read through its description, with its numbers and days', async () => {
    const source = taken(
      decodeFactSource({
        format: 'openrebate-facts/v1',
        kind: 'payments',
        file: 'bank.csv',
        reading: { columns: { Betrag: { number: '1.234,56' }, Tag: { date: 'day-month-year' } } },
        fields: {
          source: { constant: 'bank' },
          payment: { column: 'Beleg' },
          paidOn: { column: 'Tag' },
          documentSource: { constant: 'erp' },
          document: { column: 'Rechnung' },
          amount: { column: 'Betrag' },
          currency: { constant: 'EUR' },
        },
      }),
    );
    const path = await written(
      'Beleg;Tag;Rechnung;Betrag',
      'Z1;05.03.2026;D1;1.234,50',
      'Z2;05.03.2026;D1;1,2,3',
    );
    const summary = await bring('payments', path, {}, { source });
    expect([ends(summary), summary.reasons]).toEqual([
      'accepted 1, quarantined 1',
      { 'line-number-unread': 1 },
    ]);
    expect(await paid()).toBe('Z1 1234.50');
  });

  it('whose cell cannot be read waits until somebody says what stands there: nothing is no discount', async () => {
    const source = taken(
      decodeFactSource({
        format: 'openrebate-facts/v1',
        kind: 'payments',
        file: 'bank.csv',
        reading: { columns: { Skonto: { number: '1.234,56' } } },
        fields: {
          source: { constant: 'bank' },
          payment: { column: 'Beleg' },
          paidOn: { column: 'Tag' },
          documentSource: { constant: 'erp' },
          document: { constant: 'D1' },
          amount: { column: 'Betrag' },
          discount: { column: 'Skonto' },
          currency: { constant: 'EUR' },
        },
      }),
    );
    const path = await written('Beleg;Tag;Betrag;Skonto', 'Z1;2026-03-05;98;1,2,3', 'Z2;2026-03-05;98;1,2,3');
    const { document, reasons } = await bring('payments', path, {}, { source });
    expect(reasons).toEqual({ 'line-number-unread': 2 });
    expect(taken(await replayQuarantine(story.ports, tenant, { actor: ACTOR }))).toEqual({
      tried: 2,
      imports: [],
    });
    const repair = async (row: number, fields: Readonly<Record<string, string>>) => {
      const repairs = [{ row, fields }];
      const input = { import: document.id, repairs, actor: ACTOR };
      const [end] = taken(await repairRows(story.ports, tenant, input)).rows;
      return end !== undefined && 'disposition' in end
        ? end.disposition
        : end?.refusals.map(({ code }) => code);
    };
    expect(await repair(1, { amount: '99' })).toEqual(['line-number-unread']);
    expect(await repair(1, { discount: '1.23' })).toBe('accepted');
    expect(await repair(2, { discount: '' })).toBe('accepted');
    expect(await paid()).toBe('Z1 98, Z2 98');
  });

  it.each([
    [{ fields: { source: { constant: 'b' } } }, 'fields.payment'],
    [{ fields: { colour: { column: 'x' } } }, 'fields.colour'],
    [{ kind: 'lines' }, 'kind'],
  ])('whose description is wrong, %j, is refused', (differs, at) => {
    const description = {
      format: 'openrebate-facts/v1',
      kind: 'payments',
      file: 'b.csv',
      fields: {},
      ...differs,
    };
    const decoded = decodeFactSource(description);
    expect(decoded.ok ? [] : decoded.refusals.map((one) => one.at)).toContain(at);
  });
});

it('a large file streams: rows wait for nothing but their own page', async () => {
  const rows = Array.from({ length: 12_000 }, (_, at) => `bank,Z${at},2026-03-05,erp,D${at % 100},1.25,EUR`);
  const summary = await bring('payments', await written(PAID, ...rows));
  expect([ends(summary), summary.received.netValue]).toEqual(['accepted 12000', '15000.00']);
});
