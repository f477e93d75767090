import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLines } from '../../../adapters/files/readLines.ts';
import { systemActor } from '../../../app/actor.ts';
import { previewLines } from '../../../app/intake/previewLines.ts';
import { openScenario, type Scenario, taken } from '../../support/scenario.ts';

// A unit that nobody knows of its product is told before the lines come in, and not when they wait to be counted.

const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';

let story: Scenario;
let folder: string;
beforeAll(async () => {
  story = await openScenario('EU');
  folder = await mkdtemp(join(tmpdir(), 'openrebate-units-'));
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: {} },
    { kind: 'product', code: 'A', name: 'A', attributes: { 'unit.CS': '12 EA' } },
    { kind: 'product', code: 'B', name: 'B', attributes: {} },
  ]);
});
afterAll(async () => {
  await story.close();
  await rm(folder, { recursive: true });
});

const row = (document: string, product: string, unit: string) =>
  `erp,${document},1,sale,EU,P1,${product},2025-12-01,1,${unit},10.00,EUR`;

async function strangeIn(...rows: readonly string[]): Promise<readonly string[]> {
  const path = join(folder, 'lines.csv');
  await writeFile(path, `${[HEADER, ...rows].join('\n')}\n`);
  const input = { source: 'erp', open: () => readLines(path), actor: systemActor('demo') };
  const { strange = [] } = taken(await previewLines(story.ports, story.tenant, input, { earnings: false }));
  return strange.map(({ unit, lines, products }) => `${unit} ${lines} ${products.join(' ')}`);
}

it('is none of the first lines but one beside another of the same product', async () => {
  expect(await strangeIn(row('1', 'A', 'EA'), row('2', 'B', 'KGM'))).toEqual([]);
  expect(await strangeIn(row('1', 'B', 'EA'), row('2', 'B', 'EA'), row('3', 'B', 'STK'))).toEqual([
    'STK 1 B',
  ]);
});

it('is what neither earlier lines nor master data of the product say', async () => {
  await story.lines(HEADER, row('S-1', 'A', 'EA'), row('S-2', 'B', 'EA'));
  expect(await strangeIn(row('4', 'A', 'CS'), row('5', 'B', 'EA'))).toEqual([]);
  expect(await strangeIn(row('4', 'A', 'STK'), row('5', 'B', 'CS'), row('6', 'B', 'STK'))).toEqual([
    'STK 2 A B',
    'CS 1 B',
  ]);
  // What the file says of lines that are known already is compared with what they were.
  expect(await strangeIn(row('S-1', 'A', 'STK'), row('S-2', 'B', 'STK'))).toEqual(['STK 2 A B']);
});
