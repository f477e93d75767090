import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '../../app/actor.ts';
import { newestLineYear } from '../../app/facts/newestLineYear.ts';
import { undoImport } from '../../app/intake/undoImport.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';

// A first agreement is about the year of the newest lines, whenever and in whatever order they came.

const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-12-01');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: {} },
    { kind: 'product', code: 'A', name: 'A', attributes: {} },
  ]);
});
afterAll(() => story.close());

const sold = (document: string, day: string, side = 'sale') =>
  story.lines(HEADER, `erp,${document},1,${side},EU,P1,A,${day},1,EA,10.00,EUR`);
const years = async () => [
  await newestLineYear(story.ports, story.tenant, 'sale'),
  await newestLineYear(story.ports, story.tenant, 'purchase'),
];

it('is none where there are no lines, and that of the newest day up to today otherwise', async () => {
  expect(await years()).toEqual([undefined, undefined]);
  await sold('S-2025', '2025-02-03');
  await sold('S-2023', '2023-12-31');
  await sold('S-2062', '2062-01-01');
  await sold('B-2024', '2024-06-30', 'purchase');
  expect(await years()).toEqual([2025, 2024]);
});

it('is this year as soon as one line is, and not what was taken back', async () => {
  const { document } = await sold('S-2026', '2026-01-01');
  expect(await years()).toEqual([2026, 2024]);
  const undone = { document: document.id, reason: 'wrong year', actor: systemActor('demo') };
  taken(await undoImport(story.ports, story.tenant, undone));
  expect(await years()).toEqual([2025, 2024]);
});
