import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLines } from '../../../adapters/files/readLines.ts';
import { decodeLineSource, type LineSource } from '../../../adapters/files/sourceDescription.ts';
import { writeFailedRows } from '../../../adapters/files/writeFailedRows.ts';
import { systemActor } from '../../../app/actor.ts';
import { dismissRows } from '../../../app/intake/dismissRows.ts';
import { importLines } from '../../../app/intake/importLines.ts';
import type { LineImport } from '../../../app/intake/lineImport.ts';
import { occurrenceNamer } from '../../../app/intake/occurrenceNamer.ts';
import { openRows } from '../../../app/intake/openRows.ts';
import { reconcileImport } from '../../../app/intake/reconcile.ts';
import { repairRows } from '../../../app/intake/repairRows.ts';
import { replayQuarantine } from '../../../app/intake/replayQuarantine.ts';
import { showImport } from '../../../app/intake/showImport.ts';
import { suggestAliases } from '../../../app/intake/suggestAliases.ts';
import { undoImport } from '../../../app/intake/undoImport.ts';
import type { ImportSummary } from '../../../app/ports.ts';
import { openScenario, type Scenario, taken } from '../../support/scenario.ts';

// A shop without line numbers: rows that fail wait, and come in one way or another, each once.
const DESCRIPTION = taken(
  decodeLineSource({
    format: 'openrebate-lines/v1',
    source: 'shop',
    file: 'shop.csv',
    identity: { by: 'occurrence', document: 'Invoice' },
    fields: {
      side: { constant: 'sale' },
      company: { constant: 'EU' },
      partner: { column: 'Customer' },
      product: { column: 'Item' },
      quantity: { column: 'Pieces' },
      netValue: { column: 'Value' },
      unit: { constant: 'EA' },
      currency: { constant: 'EUR' },
      invoiceDate: { column: 'Day' },
    },
  }),
) as LineSource;
const HEADER = 'Invoice,Customer,Item,Pieces,Value,Day';
const ACTOR = systemActor('cli');
const named = (kind: 'partner' | 'product', code: string) => ({ kind, code, name: code, attributes: {} });

let story: Scenario;
let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarantine-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(): Promise<void> {
  story = await openScenario('EU');
  story.on('2026-02-01');
  await story.master([named('partner', 'P1'), named('product', 'X')]);
}

async function written(...rows: readonly string[]): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.csv`);
  await writeFile(path, `${[HEADER, ...rows].join('\n')}\n`);
  return path;
}

async function bringIn(path: string, more: Partial<LineImport> = {}): Promise<ImportSummary> {
  const input = { source: 'shop', open: () => readLines(path, { source: DESCRIPTION }), actor: ACTOR };
  return taken(await importLines(story.ports, story.tenant, { ...input, ...more }));
}

const counts = ({ dispositions }: ImportSummary) =>
  Object.fromEntries(
    Object.entries(dispositions)
      .filter(([, { rows }]) => rows > 0)
      .map(([name, { rows }]) => [name, rows]),
  );

async function known(): Promise<string[]> {
  const lines = await story.ports.store.inTenant(story.tenant, async (tx) =>
    tx.lines.knownAt(await tx.batches.last(), {}),
  );
  return lines.map(({ document, product, netValue }) => `${document} ${product} ${netValue?.digits}`).sort();
}

async function waiting(id: string): Promise<readonly number[]> {
  const rows: number[] = [];
  for await (const page of openRows(story.ports, story.tenant, id)) rows.push(...page.map(({ row }) => row));
  return rows;
}

const ROWS = [
  '1,P1,X,1,10,2026-01-05',
  '1,P1,X,1,10,2026-01-05',
  '1,P1,Y,1,7,2026-01-05',
  '2,P1,X,one,9,2026-01-06',
];

describe('rows that fail', () => {
  let first: ImportSummary;
  beforeAll(open);
  afterAll(() => story.close());

  it('wait, whatever else of the file comes in', async () => {
    first = await bringIn(await written(...ROWS));
    expect(counts(first)).toEqual({ accepted: 2, quarantined: 2 });
    expect(await waiting(first.document.id)).toEqual([3, 4]);
  });

  it('wait once, however often the same file comes', async () => {
    const again = await bringIn(await written(...ROWS));
    expect(counts(again)).toEqual({ duplicate: 2, quarantined: 2 });
    expect(await waiting(first.document.id)).toEqual([]);
    expect(await waiting(again.document.id)).toEqual([3, 4]);
    taken(
      await undoImport(story.ports, story.tenant, {
        document: again.document.id,
        reason: 'twice',
        actor: ACTOR,
      }),
    );
    expect(await waiting(first.document.id)).toEqual([3, 4]);
  });

  it('stay when they are tried again and nothing has changed; nothing is written then', async () => {
    const before = await story.ports.store.inTenant(story.tenant, (tx) => tx.batches.last());
    const replayed = taken(await replayQuarantine(story.ports, story.tenant, { actor: ACTOR }));
    expect(replayed).toEqual({ tried: 2, imports: [] });
    expect(await story.ports.store.inTenant(story.tenant, (tx) => tx.batches.last())).toBe(before);
  });

  it('come in when master data knows them, once', async () => {
    await story.master([named('product', 'Y')]);
    const { imports } = taken(await replayQuarantine(story.ports, story.tenant, { actor: ACTOR }));
    expect(imports.map(counts)).toEqual([{ accepted: 1 }]);
    expect(taken(await replayQuarantine(story.ports, story.tenant, { actor: ACTOR })).imports).toEqual([]);
    expect(await known()).toEqual(['1 X 10', '1 X 10', '1 Y 7']);
    expect(await waiting(first.document.id)).toEqual([4]);
  });

  it('are duplicates when their file comes again afterwards', async () => {
    const path = await written(...ROWS);
    const again = await bringIn(path);
    expect(counts(again)).toEqual({ duplicate: 3, quarantined: 1 });
    taken(
      await undoImport(story.ports, story.tenant, {
        document: again.document.id,
        reason: 'twice',
        actor: ACTOR,
      }),
    );
  });

  it('come in repaired, with what was received left as it is', async () => {
    const id = first.document.id;
    const repairs = [
      { row: 4, fields: { quantity: 'uno' } },
      { row: 9, fields: { quantity: '1' } },
    ];
    const refusedOnes = taken(
      await repairRows(story.ports, story.tenant, { import: id, repairs, actor: ACTOR }),
    );
    expect(
      refusedOnes.rows.map((row) => ('refusals' in row ? row.refusals.map(({ code }) => code) : [])),
    ).toEqual([['line-decimal-invalid'], ['quarantined-row-not-found']]);
    const good = [{ row: 4, fields: { quantity: '1' } }];
    const repaired = taken(
      await repairRows(story.ports, story.tenant, { import: id, repairs: good, actor: ACTOR }),
    );
    expect(repaired.rows).toEqual([{ row: 4, disposition: 'accepted' }]);
    expect(await known()).toEqual(['1 X 10', '1 X 10', '1 Y 7', '2 X 9']);
    const kept = await story.ports.store.inTenant(story.tenant, (tx) =>
      tx.received.quarantined({ document: id, withEnded: true, rows: [4] }, { limit: 1 }),
    );
    expect(kept[0]?.texts).toEqual(['2', 'P1', 'X', 'one', '9', '2026-01-06']);
    const { stored } = taken(await showImport(story.ports, story.tenant, id));
    expect(stored).toMatchObject({ open: 0, ended: { repaired: 1, replayed: 1, arrived: 0, dismissed: 0 } });
  });

  it('go with their import when it is undone, and the file can come again', async () => {
    const id = first.document.id;
    const undone = taken(
      await undoImport(story.ports, story.tenant, { document: id, reason: 'wrong', actor: ACTOR }),
    );
    expect(undone).toMatchObject({ withdrawn: 4, restored: 0, isNew: true });
    expect(await known()).toEqual([]);
    const twice = taken(
      await undoImport(story.ports, story.tenant, { document: id, reason: 'wrong', actor: ACTOR }),
    );
    expect(twice).toEqual({ batch: undone.batch, isNew: false });
    const again = await bringIn(await written(...ROWS));
    expect(counts(again)).toEqual({ accepted: 3, quarantined: 1 });
  });
});

describe('a file of rows that failed', () => {
  let first: ImportSummary;
  let path: string;
  beforeAll(async () => {
    await open();
    first = await bringIn(await written(...ROWS, '2,P1,X,1,=4,2026-01-06', '3,P1,X,1'));
    path = join(folder, 'failed.csv');
  });
  afterAll(() => story.close());

  it('has as many rows as failed, each with the reason and what helps', async () => {
    expect(counts(first)).toEqual({ accepted: 2, quarantined: 4 });
    const file = { columns: first.document.columns, import: first.document.id, language: 'en' as const };
    const rows = taken(
      await writeFailedRows(path, file, openRows(story.ports, story.tenant, first.document.id)),
    );
    expect(rows).toBe(4);
    const text = await readFile(path, 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(5);
    expect(text).toContain(",'=4,");
    expect(text).toMatch(/row 5.*netValue.*“=4”/);
  });

  it('adds exactly the rows that were corrected, and the same file again adds none', async () => {
    const corrected = (await readFile(path, 'utf8'))
      .replace(',Y,', ',X,')
      .replace(',one,', ',1,')
      .replace(",'=4,", ',4,');
    await writeFile(path, corrected);
    const fixed = await bringIn(path);
    expect(counts(fixed)).toEqual({ accepted: 3, quarantined: 1 });
    expect(await known()).toEqual(['1 X 10', '1 X 10', '1 X 7', '2 X 4', '2 X 9']);
    expect(await waiting(first.document.id)).toEqual([]);
    expect(await waiting(fixed.document.id)).toHaveLength(1);
    expect(counts(await bringIn(path))).toEqual({ duplicate: 3, quarantined: 1 });
    expect(await known()).toHaveLength(5);
  });

  it('belongs to one import, and to one that is there', async () => {
    const input = { source: 'shop', open: () => readLines(path, { source: DESCRIPTION }), actor: ACTOR };
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(first.document.id, ''));
    const mixed = await importLines(story.ports, story.tenant, input);
    expect(mixed.ok ? [] : mixed.refusals.map(({ code }) => code)).toEqual(['import-repairs-mixed']);
    await writeFile(path, text.replaceAll(first.document.id, '00000000-0000-4000-8000-000000000000'));
    const foreign = await importLines(story.ports, story.tenant, input);
    expect(foreign.ok ? [] : foreign.refusals.map(({ code }) => code)).toEqual(['import-not-found']);
  });
});

describe('a number that cannot be read', () => {
  beforeAll(open);
  afterAll(() => story.close());

  it('is not nothing: its row waits until somebody says what stands there', async () => {
    const source = { ...DESCRIPTION, reading: { columns: { Value: { number: '1.234,56' } } } } as LineSource;
    const path = await written('8,P1,X,1,"1,2,3",2026-01-05', '8,P1,X,1,"7,50",2026-01-05');
    const { document, reasons } = await bringIn(path, { open: () => readLines(path, { source }) });
    expect(reasons).toEqual({ 'line-number-unread': 1 });
    const replayed = taken(await replayQuarantine(story.ports, story.tenant, { actor: ACTOR }));
    expect(replayed).toEqual({ tried: 1, imports: [] });
    const repair = async (fields: Readonly<Record<string, string>>) => {
      const input = { import: document.id, repairs: [{ row: 1, fields }], actor: ACTOR };
      return taken(await repairRows(story.ports, story.tenant, input)).rows;
    };
    expect(await repair({ quantity: '2' })).toMatchObject([{ refusals: [{ code: 'line-number-unread' }] }]);
    expect(await repair({ netValue: '4' })).toEqual([{ row: 1, disposition: 'accepted' }]);
    expect(await known()).toEqual(['8 X 4', '8 X 750']);
  });
});

describe('two equal lines without a number', () => {
  beforeAll(open);
  afterAll(() => story.close());

  it('are two, also where they are named at the same time', async () => {
    await bringIn(await written('9,P1,X,1,10,2026-01-05'));
    const names = await story.ports.store.inTenant(story.tenant, async (tx) => {
      const [line] = await tx.lines.knownAt(await tx.batches.last(), {});
      if (line === undefined) throw new Error('The line is not known.');
      const name = occurrenceNamer(story.ports, tx);
      const both = await Promise.all([name(line), name(line)]);
      return [line, ...both].map((one) => one.line);
    });
    expect(names.map((name) => name.split('-').at(-1))).toEqual(['1', '2', '3']);
  });
});

describe('all or nothing', () => {
  beforeAll(open);
  afterAll(() => story.close());

  it('writes nothing of a file with one bad row, and says which', async () => {
    const path = await written(...ROWS);
    const seen: number[] = [];
    const refused = await importLines(story.ports, story.tenant, {
      source: 'shop',
      open: () => readLines(path, { source: DESCRIPTION }),
      actor: ACTOR,
      mode: 'allOrNothing',
      onRefused: async (pages) => {
        for await (const page of pages) seen.push(...page.map(({ row }) => row));
      },
    });
    expect(refused).toMatchObject({
      ok: false,
      refusals: [{ code: 'import-not-whole', facts: { refused: '2', rows: '4' } }],
    });
    expect(seen).toEqual([3, 4]);
    expect(await story.ports.store.inTenant(story.tenant, (tx) => tx.received.imports({ limit: 9 }))).toEqual(
      [],
    );
    expect(counts(await bringIn(await written(ROWS[0] as string), { mode: 'allOrNothing' }))).toEqual({
      accepted: 1,
    });
  });

  it('two alike, repaired at the same time, are two lines', async () => {
    const bad = '9,P1,X,one,5,2026-01-09';
    const { document } = await bringIn(await written(bad, bad));
    const repair = (row: number) =>
      repairRows(story.ports, story.tenant, {
        import: document.id,
        repairs: [{ row, fields: { quantity: '1' } }],
        actor: ACTOR,
      });
    await Promise.all([repair(1), repair(2)]);
    expect((await known()).filter((line) => line.startsWith('9 '))).toEqual(['9 X 5', '9 X 5']);
  });

  it('what can be no id is not there, like one that nobody has', async () => {
    const { ports, tenant } = story;
    const answers = [
      await showImport(ports, tenant, 'nobody'),
      await reconcileImport(ports, tenant, 'nobody'),
      await undoImport(ports, tenant, { document: 'nobody', reason: 'wrong', actor: ACTOR }),
      await dismissRows(ports, tenant, { import: 'nobody', reason: 'wrong', actor: ACTOR }),
      await repairRows(ports, tenant, { import: 'nobody', repairs: [], actor: ACTOR }),
      await replayQuarantine(ports, tenant, { import: 'nobody', actor: ACTOR }),
    ];
    expect(answers.map((answer) => (answer.ok ? 'taken' : answer.refusals[0]?.code))).toEqual(
      answers.map(() => 'import-not-found'),
    );
    expect(await suggestAliases(ports, tenant, { import: 'nobody', limit: 9 })).toEqual([]);
    expect(
      await ports.store.inTenant(tenant, async (tx) => [
        await tx.received.reasons('nobody'),
        await tx.received.quarantined({ document: 'nobody' }, { limit: 9 }),
      ]),
    ).toEqual([{}, []]);
  });

  it('rows put aside end excluded, with a reason', async () => {
    const { document } = await bringIn(await written(...ROWS));
    const input = { import: document.id, code: 'line-decimal-invalid', actor: ACTOR };
    const silent = await dismissRows(story.ports, story.tenant, { ...input, reason: ' ' });
    expect(silent.ok ? [] : silent.refusals.map(({ code }) => code)).toEqual(['reason-missing']);
    const put = () => dismissRows(story.ports, story.tenant, { ...input, reason: 'a test order' });
    expect(taken(await put())).toEqual({ dismissed: 1 });
    expect(taken(await put())).toEqual({ dismissed: 0 });
    const { stored, reasons } = taken(await showImport(story.ports, story.tenant, document.id));
    expect(stored).toMatchObject({ open: 1, ended: { dismissed: 1 } });
    expect(reasons).toEqual({ 'line-product-unknown': 1 });
  });
});
