import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOwnMaster } from '../../../adapters/files/readMaster.ts';
import { readMasterTable } from '../../../adapters/files/readMasterTable.ts';
import { writeFailedRows } from '../../../adapters/files/writeFailedRows.ts';
import { systemActor } from '../../../app/actor.ts';
import type { FactImport } from '../../../app/facts/factImport.ts';
import { decodeMaster } from '../../../app/intake/decodeMaster.ts';
import { dismissRows } from '../../../app/intake/dismissRows.ts';
import { importMasterFile } from '../../../app/intake/importMasterFile.ts';
import { openRows } from '../../../app/intake/openRows.ts';
import { previewMaster } from '../../../app/intake/previewMaster.ts';
import { repairRows } from '../../../app/intake/repairRows.ts';
import { replayQuarantine } from '../../../app/intake/replayQuarantine.ts';
import type { ImportSummary } from '../../../app/ports.ts';
import { changesJson } from '../../../main/commands/earningChanges.ts';
import { dayOf, openScenario, type Scenario, taken } from '../../support/scenario.ts';
import { agreementText, lineTexts } from '../../support/trade.ts';

// Files of master data: what they would change is seen before, and is what they change then; what is bad
// waits in the one quarantine.

const ACTOR = systemActor('cli');

let story: Scenario;
let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'master-files-'));
  story = await openScenario('EU');
  story.on('2026-06-30');
});
afterAll(async () => {
  await story.close();
  await rm(folder, { recursive: true });
});

type Opened = Pick<FactImport, 'open'>;

const partner = (code: string, attributes: Record<string, string>, more: object = {}) => ({
  ...{ code, name: code, attributes },
  ...more,
});
const written = async (text: string, ending: string) => {
  files += 1;
  const path = join(folder, `${files}.${ending}`);
  await writeFile(path, text);
  return path;
};
const fileOf = async (json: object): Promise<Opened> => {
  const path = await written(JSON.stringify({ partners: [], products: [], ...json }), 'json');
  return { open: () => readOwnMaster(path) };
};
const tableOf = async (...rows: readonly string[]): Promise<Opened> => {
  const path = await written(`${rows.join('\n')}\n`, 'csv');
  return { open: () => readMasterTable(path, {}) };
};
const look = async (file: Opened, earnings = false) =>
  taken(await previewMaster(story.ports, story.tenant, { ...file, actor: ACTOR }, { earnings }));
const load = (file: Opened, mode?: 'goodRows') =>
  importMasterFile(story.ports, story.tenant, { ...file, actor: ACTOR, ...(mode && { mode }) });
const ends = ({ dispositions }: Pick<ImportSummary, 'dispositions'>) =>
  Object.entries(dispositions)
    .flatMap(([name, { rows }]) => (rows > 0 ? [`${name} ${rows}`] : []))
    .join(', ');
const known = async (code: string) => {
  const page = { effective: dayOf('2026-06-30'), codes: [code], limit: 10 };
  const rows = await story.ports.store.inTenant(story.tenant, async (tx) =>
    tx.master.page({ ...page, batch: await tx.batches.last() }),
  );
  return rows
    .map(({ name, attributes }) => `${name} ${Object.values(attributes).join(' ')}`.trim())
    .join(', ');
};
const waiting = async (id: string) => {
  const rows: number[] = [];
  for await (const page of openRows(story.ports, story.tenant, id)) rows.push(...page.map(({ row }) => row));
  return rows;
};
/** Everything that a preview must leave alone. */
const standing = () =>
  story.ports.store.inTenant(story.tenant, async (tx) => ({
    batch: await tx.batches.last(),
    jobs: (await tx.jobs.list({ limit: 100 })).length,
  }));

it('a file of master data says how many rows are read, page by page', async () => {
  const rows = Array.from({ length: 1200 }, (_, row) => `product,PAGE-${row},Page`);
  const file = await tableOf('kind,code,name', ...rows);
  const said: number[] = [];
  const onProgress = (read: number) => said.push(read);
  taken(await importMasterFile(story.ports, story.tenant, { ...file, actor: ACTOR, onProgress }));
  expect(said.length).toBeGreaterThan(1);
  expect([said.toSorted((a, b) => a - b), said.at(-1)]).toEqual([said, 1200]);
});

describe('a preview of a file of master data', () => {
  it('says row by row and field by field what would change, and why rows are refused', async () => {
    await story.master(taken(decodeMaster({ partners: [partner('P1', { country: 'DE' })], products: [] })));
    await story.master(
      taken(decodeMaster({ partners: [partner('P2', { parent: 'P1', tier: 'A' })], products: [] })),
    );
    const file = await fileOf({
      partners: [
        partner('P1', { country: 'DE' }),
        partner('P2', { parent: 'P1', country: 'FR' }, { name: 'Two' }),
        partner('P1', { country: 'AT' }, { validFrom: '2026-07-01' }),
        partner('P3', { country: 'IT' }),
        partner('P3', { country: 'ES' }, { validFrom: '2026-09-01' }),
        partner('P4', { taxId: '?' }),
        partner('P5', {}),
        partner('P5', { country: 'NL' }),
        { code: 'P6', name: 'Six', attributes: { country: 49 } },
        partner('P7', { parent: 'P8' }),
        partner('P8', { parent: 'P7' }),
      ],
      rates: [{ code: 'USD/EUR', validFrom: '2026-06-30', attributes: { closing: '0,92' } }],
    });
    const before = await standing();
    const { changes, bad, counts, summary } = await look(file);
    expect([ends(summary), summary.received.rows, counts]).toEqual([
      ...['accepted 4, duplicate 1, quarantined 7', 12],
      { newThing: 1, newVersion: 2, correctedVersion: 1 },
    ]);
    expect(changes.map(({ row, change, fields }) => [row, change, fields])).toEqual([
      [
        2,
        'correctedVersion',
        [
          { field: 'name', before: 'P2', after: 'Two' },
          { field: 'attributes.tier', before: 'A', after: undefined },
          { field: 'attributes.country', before: undefined, after: 'FR' },
        ],
      ],
      [3, 'newVersion', [{ field: 'attributes.country', before: 'DE', after: 'AT' }]],
      [
        4,
        'newThing',
        [
          { field: 'name', before: undefined, after: 'P3' },
          { field: 'attributes.country', before: undefined, after: 'IT' },
        ],
      ],
      [
        5,
        'newVersion',
        [
          { field: 'name', before: undefined, after: 'P3' },
          { field: 'attributes.country', before: undefined, after: 'ES' },
        ],
      ],
    ]);
    expect(
      bad.map(({ row, refusals }) => [row, ...refusals.map(({ at, facts }) => [at, facts.value, facts.row])]),
    ).toEqual([
      [6, ['partners[5].attributes.taxId', '?', '6']],
      [7, ['row', undefined, '7']],
      [8, ['row', undefined, '8']],
      [9, ['partners[8].attributes.country', '49', '9']],
      [10, ['parent', 'P8', '10']],
      [11, ['parent', 'P7', '11']],
      [12, ['rates[0].attributes.closing', '0,92', '12']],
    ]);
    const refused = await load(file);
    expect(refused.ok ? [] : refused.refusals.map(({ facts }) => facts.row)).toEqual(
      bad.map(({ row }) => String(row)),
    );
    expect(await standing()).toEqual(before);
  });

  it('is what the import does then, and what is booked after it', async () => {
    await story.master(
      taken(
        decodeMaster({
          partners: [partner('P1', { group: 'A' }), partner('P9', {})],
          products: [partner('A', {})],
        }),
      ),
    );
    await story.agreement(
      agreementText({
        eligibility: {
          ...{ include: [{ attribute: 'partner.group', in: ['A'] }], exclude: [] },
          ...{ attributesAsOf: 'transaction', payment: 'any', submission: 'any' },
        },
        tiers: { boundary: 'atLeast', rows: [{ from: '0', percent: '2' }] },
      }),
    );
    await story.lines(
      Object.keys(lineTexts()).join(','),
      Object.values(lineTexts({ netValue: '1000.00' })).join(','),
    );
    const [first] = await story.calculate();
    expect(first?.delta).toBe(2000n);
    const file = await fileOf({ partners: [partner('P1', { group: 'B' }), partner('P9', {})] });
    const before = await standing();
    const said = await look(file, true);
    expect(await standing()).toEqual(before);
    expect(said.counts).toEqual({ newThing: 0, newVersion: 0, correctedVersion: 1 });
    const { document: _, batch: __, ...done } = taken(await load(file));
    const { document: ___, batch: ____, ...foretold } = said.summary;
    expect(done).toEqual(foretold);
    const booked = await story.calculate();
    expect(booked).toEqual([{ partner: 'P1', delta: -2000n, causes: { masterData: -2000n } }]);
    expect(changesJson(said.calculated)).toMatchObject([{ partner: 'P1', difference: '-20.00' }]);
    const again = await look(file, true);
    expect([ends(again.summary), again]).toMatchObject([
      'duplicate 2',
      { changes: [], bad: [], calculated: [] },
    ]);
  });
});

describe('the good rows of a file of master data', () => {
  const HEADER = 'kind,code,name,validFrom,attributes.country,attributes.taxId,attributes.parent';
  const BAD = [
    HEADER,
    'partner,G1,Good,,DE,DE 123456789,',
    'partner,G2,Bad number,,DE,?,',
    'partner,G3,Bad day,soon,FR,,',
    'partner,,No code,,IT,,',
    'partner,G5,Round,,IT,,G6',
    'partner,G6,Round,,IT,,G5',
    'partner,G7,Same,,IT,,',
    'partner,G7,Same,,IT,,',
    'partner,G8,One,,IT,,',
    'partner,G8,Another,,IT,,',
  ];

  it('come in, the others wait, are repaired, put aside and counted; a second load adds nothing', async () => {
    const file = await tableOf(...BAD);
    const said = await look(file);
    const { document, ...summary } = taken(await load(file, 'goodRows'));
    expect([ends(summary), ends(said.summary)]).toEqual(
      Array(2).fill('accepted 2, duplicate 1, quarantined 7'),
    );
    expect(summary.reasons).toEqual({ 'master-invalid': 5, 'master-version-repeated': 2 });
    expect([await known('G1'), await known('G2'), await known('G7')]).toEqual([
      'Good DE 123456789 DE',
      '',
      'Same IT',
    ]);
    const repairs = [
      { row: 2, fields: { 'attributes.taxId': '' } },
      { row: 3, fields: { validFrom: 'never' } },
      { row: 4, fields: { code: 'G4' } },
      { row: 5, fields: { 'attributes.parent': '' } },
    ];
    const done = taken(
      await repairRows(story.ports, story.tenant, { import: document.id, repairs, actor: ACTOR }),
    );
    expect(done.rows.map((row) => ('disposition' in row ? row.disposition : row.refusals[0]?.at))).toEqual([
      ...['accepted', 'validFrom', 'accepted', 'accepted'],
    ]);
    expect([await known('G2'), await known('G4'), await known('G5')]).toEqual([
      ...['Bad number DE', 'No code IT', 'Round IT'],
    ]);
    const replayed = taken(await replayQuarantine(story.ports, story.tenant, { actor: ACTOR }));
    expect(replayed.imports.map(ends)).toEqual(['accepted 1']);
    expect([await known('G6'), await waiting(document.id)]).toEqual(['Round G5 IT', [3, 9, 10]]);
    const chosen = { import: document.id, rows: [9], reason: 'an old name', actor: ACTOR };
    expect(taken(await dismissRows(story.ports, story.tenant, chosen)).dismissed).toBe(1);
    const kept = await story.ports.store.inTenant(story.tenant, (tx) => tx.received.import(document.id));
    expect(kept).toMatchObject({
      ...{ open: 2, document: { kind: 'master' } },
      ended: { repaired: 3, replayed: 1, arrived: 0, dismissed: 1 },
    });
    const before = await Promise.all(['G1', 'G2', 'G4', 'G5', 'G6', 'G7', 'G8'].map(known));
    const again = taken(await load(file, 'goodRows'));
    expect(again.dispositions.accepted.rows).toBe(0);
    expect(await Promise.all(['G1', 'G2', 'G4', 'G5', 'G6', 'G7', 'G8'].map(known))).toEqual(before);
  });

  it('are corrected in a spreadsheet and come in once, also from our own JSON', async () => {
    const file = await fileOf({
      partners: [partner('S1', { country: 'DE' }), partner('S2', { taxId: '?' })],
      products: [{ code: 'SP', name: 'Tea', attributes: { weight: 1 } }],
    });
    const { document, ...summary } = taken(await load(file, 'goodRows'));
    expect(ends(summary)).toBe('accepted 1, quarantined 2');
    const tried = taken(await replayQuarantine(story.ports, story.tenant, { actor: ACTOR }));
    expect(tried.imports).toEqual([]);
    const path = join(folder, 'failed.csv');
    const about = { columns: document.columns, import: document.id, language: 'en' as const };
    taken(await writeFailedRows(path, about, openRows(story.ports, story.tenant, document.id)));
    await writeFile(path, (await readFile(path, 'utf8')).replace(',?,', ',DE 999,').replace('"?"', 'DE 999'));
    const fixed = { open: () => readMasterTable(path, {}) };
    expect([ends(taken(await load(fixed, 'goodRows'))), await known('S2')]).toEqual([
      ...['accepted 2', 'S2 DE 999'],
    ]);
    expect([await waiting(document.id), ends(taken(await load(fixed, 'goodRows')))]).toEqual([
      ...[[], 'duplicate 2'],
    ]);
  });

  it('of an old file that is sent again roll nothing back, and what says a waiting row again ends it', async () => {
    const first = await tableOf(HEADER, 'partner,O1,Old,,DE,,', 'partner,O2,Bad,,DE,?,');
    const { document } = taken(await load(first, 'goodRows'));
    const second = await tableOf(HEADER, 'partner,O1,New,,DE,,', 'partner,O2,Good,,DE,,');
    expect(ends(taken(await load(second)))).toBe('accepted 2');
    expect([await known('O1'), await known('O2'), await waiting(document.id)]).toEqual([
      'New DE',
      'Good DE',
      [],
    ]);
    expect(ends(taken(await load(first, 'goodRows')))).toBe('superseded 1, quarantined 1');
    expect([await known('O1'), await known('O2')]).toEqual(['New DE', 'Good DE']);
  });
});
