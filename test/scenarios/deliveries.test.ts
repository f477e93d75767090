import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CalculatedLines, calculateLines } from '../../app/calculation/calculateLines.ts';
import { masterOf } from '../../app/masterOf.ts';
import type { MasterRow } from '../../app/ports.ts';
import { type Line, lineKey } from '../../core/fact/line.ts';
import { lineContent } from '../../core/fact/lineContent.ts';
import { parseLine } from '../../core/fact/parseLine.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementOf, dayOf } from '../support/trade.ts';

// Deliveries as they come: overlapping files, a correction, the old file once more, another file
// that takes the correction back, a contradiction, a return before its sale. The database and a calculation over the files alone must know the same.
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

const FIRST = [line('A', '10.00'), line('BB', '20.00'), line('RRR', '-10.00', 'CCCC,1')];
const FILES: readonly (readonly string[])[] = [
  FIRST,
  [line('BB', '20.0'), line('CCCC', '30.00')],
  [line('A', '11.00')],
  FIRST,
  [line('A', '10.00'), line('A', '10.00')],
  [line('DDDDD', '1.00'), line('DDDDD', '2.00'), line('BB', '20.00')],
];

const MASTER: readonly MasterRow[] = [
  { kind: 'partner', code: 'P1', name: 'Partner One', attributes: {} },
  { kind: 'product', code: 'X', name: 'Product X', attributes: {} },
];

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  await story.master(MASTER);
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
    { duplicate: 2, superseded: 1 },
    { accepted: 1, duplicate: 1 },
    { quarantined: 2, duplicate: 1 },
  ]);
  const onFiles = ofFiles(FILES);
  expect(onFiles.rows).toEqual({ accepted: 6, duplicate: 5, superseded: 1, quarantined: 2 });
  expect(await ofDatabase()).toEqual(onFiles.lines.map(seen).sort());
});

it('knows the same of any deliveries, whatever is sent again', async () => {
  let run = 0;
  const document = fc.constantFrom('A', 'BB');
  const value = fc.constantFrom('1.00', '1.0', '2.00', '3.00');
  const partner = fc.constantFrom('P1', 'P1', 'P1', 'P9');
  const row = fc.record({ document, value, partner });
  const sent = fc.array(fc.array(row, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
  const order = fc.array(fc.nat(), { minLength: 1, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(sent, order, async (files, indexes) => {
      run += 1;
      const texts = files.map((rows) =>
        rows.map((one) =>
          line(one.document, one.value).replace(/^erp/, `run${run}`).replace('P1', one.partner),
        ),
      );
      const all = indexes.map((index) => texts[index % texts.length] as readonly string[]);
      const rows: Record<string, number> = {};
      for (const file of all) {
        const { dispositions } = await story.lines(HEADER, ...file);
        for (const [name, tally] of Object.entries(dispositions)) rows[name] = (rows[name] ?? 0) + tally.rows;
      }
      const onFiles = ofFiles(all);
      expect(rows).toEqual(onFiles.rows);
      expect(await ofDatabase(`run${run}`)).toEqual(onFiles.lines.map(seen).sort());
    }),
    { numRuns: 40, seed: 20261124 },
  );
});

/** What a calculation over the files alone knows; the master data is that of the story. */
function ofFiles(files: readonly (readonly string[])[]): CalculatedLines {
  const received = files.map((rows) => ({
    sha256: rows.join('\n'),
    rows: rows.map((text, index) => ({ row: index + 1, texts: [], parsed: { line: typed(text) } })),
  }));
  return calculateLines({
    agreement: agreementOf(),
    files: received,
    master: masterOf(MASTER),
    effective: dayOf('2026-12-31'),
  });
}

async function ofDatabase(source = 'erp'): Promise<string[]> {
  const lines = await story.ports.store.inTenant(story.tenant, async (tx) =>
    tx.lines.knownAt(await tx.batches.last(), {}),
  );
  return lines
    .filter((known) => known.source === source)
    .map(seen)
    .sort();
}

function typed(text: string): Line {
  const texts = text.split(',');
  return taken(
    parseLine(Object.fromEntries(HEADER.split(',').map((field, index) => [field, texts[index] ?? '']))),
  );
}

function seen(known: Line): string {
  const { dates, attributes } = known.original ?? {};
  return JSON.stringify([lineKey(known), known.revision, dates, attributes, lineContent(known)]);
}
