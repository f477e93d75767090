import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FiledLine, knownLines } from '../../core/fact/knownLines.ts';
import { type Line, lineKey } from '../../core/fact/line.ts';
import { lineContent } from '../../core/fact/lineContent.ts';
import { parseLine } from '../../core/fact/parseLine.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';

// Deliveries as they come: overlapping files, a correction, the old file once more, a contradiction,
// a return before its sale. The database and a calculation over the files alone must know the same.
const COLUMNS = ['source', 'document', 'line', 'side', 'company', 'partner', 'product', 'invoiceDate'];
const HEADER = [
  ...COLUMNS,
  'quantity',
  'unit',
  'netValue',
  'currency',
  'returnOfDocument',
  'returnOfLine',
].join(',');
const line = (document: string, value: string, returnOf = ',') =>
  `erp,${document},1,sale,EU,P1,X,2026-03-0${document.length},1,EA,${value},EUR,${returnOf}`;

const FILES: readonly (readonly string[])[] = [
  [line('A', '10.00'), line('BB', '20.00'), line('RRR', '-10.00', 'CCCC,1')],
  [line('BB', '20.0'), line('CCCC', '30.00')],
  [line('A', '11.00')],
  [line('A', '10.00'), line('A', '10.00')],
  [line('DDDDD', '1.00'), line('DDDDD', '2.00'), line('BB', '20.00')],
];

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'Partner One', attributes: {} },
    { kind: 'product', code: 'X', name: 'Product X', attributes: {} },
  ]);
});
afterAll(() => story.close());

it('knows the same lines and dispositions with a database as without', async () => {
  const counts: Record<string, number>[] = [];
  for (const [index, rows] of FILES.entries()) {
    story.on(`2026-04-0${index + 1}`);
    const { dispositions, received } = await story.lines(HEADER, ...rows);
    const tally = Object.entries(dispositions).map(([name, { rows }]) => [name, rows]);
    counts.push(Object.fromEntries(tally.filter(([, rows]) => rows !== 0)));
    expect(received.rows).toBe(rows.length);
  }
  expect(counts).toEqual([
    { accepted: 3 },
    { accepted: 1, duplicate: 1 },
    { accepted: 1 },
    { superseded: 2 },
    { quarantined: 2, duplicate: 1 },
  ]);
  const filed = FILES.flatMap((rows, file) =>
    rows.map((text, row): FiledLine => ({ file, row, line: typed(text) })),
  );
  const onFiles = knownLines(filed, undefined);
  const onDatabase = await story.ports.store.inTenant(story.tenant, async (tx) =>
    tx.lines.knownAt(await tx.batches.last(), {}),
  );
  expect(onDatabase.map(seen).sort()).toEqual(onFiles.lines.map(seen).sort());
  expect(tallyOf(onFiles.dispositions)).toEqual({ accepted: 5, duplicate: 2, superseded: 2, quarantined: 2 });
});

function typed(text: string): Line {
  const texts = text.split(',');
  return taken(
    parseLine(Object.fromEntries(HEADER.split(',').map((field, index) => [field, texts[index] ?? '']))),
  );
}

function seen(known: Line): string {
  return JSON.stringify([lineKey(known), known.revision, known.original?.dates ?? null, lineContent(known)]);
}

function tallyOf(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(Object.groupBy(names, (name) => name)).map(([name, all]) => [name, all?.length ?? 0]),
  );
}
