import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvRow } from '../../../adapters/files/csvText.ts';
import { exactText, safeText } from '../../../adapters/files/formulaText.ts';
import { EXPORT_FORMATS, type ExportFormat, lineExport } from '../../../adapters/files/lineExport.ts';
import { readLines } from '../../../adapters/files/readLines.ts';
import { writeLineExport } from '../../../adapters/files/writeLineExport.ts';
import { systemActor } from '../../../app/actor.ts';
import { exportLines } from '../../../app/exports/exportLines.ts';
import { importLines } from '../../../app/intake/importLines.ts';
import { withoutFormulaGuard } from '../../../core/text/formulaGuard.ts';
import { openScenario, type Scenario, taken } from '../../support/scenario.ts';

const TRIGGERS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,discount.rule.X,attribute.note';

let story: Scenario;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
  story = await openScenario('EU');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: {} },
    { kind: 'product', code: '=X', name: 'X', attributes: {} },
  ]);
});
afterAll(async () => {
  await story.close();
  await rm(folder, { recursive: true });
});

it('no text is taken for a formula, numbers stay numbers, and every text comes back', () => {
  const start = fc.constantFrom(...TRIGGERS, "'", "'=", "''-", '', 'a', '-1', '+1.5', '-1,5', '=1');
  const inside = fc.oneof(
    fc.constant(''),
    fc.tuple(fc.constantFrom(...';,|"\t\r\n'), start).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(start, fc.string({ maxLength: 6 }), inside, (head, tail, inner) => {
      const text = head + tail + inner;
      const safe = safeText(text);
      expect(withoutFormulaGuard(safe)).toBe(text);
      expect(withoutFormulaGuard(exactText(text))).toBe(text);
      const isNumber = /^[+-]?[\d.,'’ ]+$/.test(safe);
      // At the beginning, and behind whatever could begin a cell.
      const cells = safe.split(/(?<=[,;|"\t\r\n])/);
      const live = cells.filter((cell) => TRIGGERS.some((trigger) => cell.startsWith(trigger)));
      expect(isNumber ? [] : live).toEqual([]);
    }),
    { numRuns: 1000, seed: 20_261_129 },
  );
  expect(safeText('-12.50')).toBe('-12.50');
});

const NOTES = [
  '=1+1',
  "'=1",
  '+SUM(A1)',
  '-2+3',
  '@x',
  'plain',
  '"quoted", with comma',
  ' spaced ',
  "it's",
  'a;=1+1',
  "a;'=1",
  'a"=1',
  'b|@x',
  '-5',
];

async function lineRows(path: string) {
  const input = { source: 'story', open: () => readLines(path), actor: systemActor('cli') };
  return taken(await importLines(story.ports, story.tenant, input));
}

it.each(EXPORT_FORMATS)(
  '%s: what goes out comes in again without a difference',
  async (format: ExportFormat) => {
    const rows = NOTES.map((note, index) => [
      ...['erp', `${index % 2 === 0 ? '=D' : 'D'}${index}`, '1', 'sale', 'EU', 'P1', '=X', '2026-01-05'],
      ...['-1.50', 'EA', '-12.340', 'EUR', '=9.99', note],
    ]);
    const path = join(folder, 'first.csv');
    await writeFile(path, [csvRow(HEADER.split(',')), ...rows.map((row) => csvRow(row))].join(''));
    await lineRows(path);
    const out = join(folder, `lines.${format}`);
    const manifest = taken(
      await exportLines(story.ports, story.tenant, {}, (about, pages) =>
        writeLineExport(out, lineExport(format, about, pages)),
      ),
    );
    const bytes = await readFile(out);
    expect(manifest).toMatchObject({ rows: NOTES.length, netValue: '-172.76', bytes: bytes.length });
    expect(manifest.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(JSON.parse(await readFile(`${out}.manifest.json`, 'utf8'))).toEqual(manifest);
    const again = await lineRows(out);
    expect(again.dispositions).toMatchObject({ accepted: { rows: 0 }, duplicate: { rows: NOTES.length } });
    const lines = await story.ports.store.inTenant(story.tenant, async (tx) =>
      tx.lines.knownAt(await tx.batches.last(), {}),
    );
    expect(new Set(lines.map(({ attributes }) => attributes.note))).toEqual(new Set(NOTES));
  },
);

it('a correction has its chain: who said what, by which file, since when', async () => {
  const { revisions } = await story.ports.store.inTenant(story.tenant, async (tx) => ({
    revisions: await tx.revisions.of({ source: 'erp', document: 'D1', line: '1' }),
  }));
  expect(revisions).toHaveLength(1);
  expect(revisions[0]).toMatchObject({ revision: 1, file: 'first.csv', row: 2, actor: 'system:cli' });
});
