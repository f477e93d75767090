import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeMaster } from '../../../adapters/files/readMaster.ts';
import { systemActor } from '../../../app/actor.ts';
import { importMaster } from '../../../app/intake/importMaster.ts';
import type { MasterFile } from '../../../app/intake/masterFile.ts';
import { wholeMaster } from '../../../app/intake/masterFile.ts';
import { previewMaster } from '../../../app/intake/previewMaster.ts';
import { changesJson } from '../../../main/commands/earningChanges.ts';
import { ownMaster } from '../../support/ownMaster.ts';
import { openScenario, type Scenario, taken } from '../../support/scenario.ts';
import { agreementText, lineTexts } from '../../support/trade.ts';

// Files of master data: what they would change is seen before, and is what they change then.

const ACTOR = systemActor('cli');

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-06-30');
});
afterAll(() => story.close());

const partner = (code: string, attributes: Record<string, string>, more: object = {}) => ({
  ...{ code, name: code, attributes },
  ...more,
});
const fileOf = (json: object): MasterFile => ownMaster({ partners: [], products: [], ...json });
const look = async (file: MasterFile, earnings = false) =>
  taken(await previewMaster(story.ports, story.tenant, { file, actor: ACTOR }, { earnings }));
const load = async (file: MasterFile) =>
  importMaster(story.ports, story.tenant, taken(wholeMaster(file)), ACTOR);
/** Everything that a preview must leave alone. */
const written = () =>
  story.ports.store.inTenant(story.tenant, async (tx) => ({
    batch: await tx.batches.last(),
    jobs: (await tx.jobs.list({ limit: 100 })).length,
  }));

describe('a preview of a file of master data', () => {
  it('says row by row and field by field what would change, and why rows are refused', async () => {
    await story.master(taken(decodeMaster({ partners: [partner('P1', { country: 'DE' })], products: [] })));
    await story.master(
      taken(decodeMaster({ partners: [partner('P2', { parent: 'P1', tier: 'A' })], products: [] })),
    );
    const file = fileOf({
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
    const before = await written();
    const { changes, bad, ...counts } = await look(file);
    expect(counts).toEqual({
      ...{ received: 12, unchanged: 1 },
      counts: { newThing: 1, newVersion: 2, correctedVersion: 1 },
    });
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
      [6, ['partners[5], partner P4', '?', '6']],
      [7, ['partners[6]', undefined, '7']],
      [8, ['partners[7]', undefined, '8']],
      [9, ['partners[8].attributes.country', undefined, '9']],
      [10, ['partners[9], partner P7', 'P8', '10']],
      [11, ['partners[10], partner P8', 'P7', '11']],
      [12, ['rates[0].attributes.closing', '0,92', '12']],
    ]);
    expect(await written()).toEqual(before);
    expect(wholeMaster(file).ok).toBe(false);
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
    const file = fileOf({ partners: [partner('P1', { group: 'B' }), partner('P9', {})] });
    const before = await written();
    const said = await look(file, true);
    expect(await written()).toEqual(before);
    expect([said.unchanged, said.counts.correctedVersion]).toEqual([1, 1]);
    const done = taken(await load(file));
    expect(done).toMatchObject({ received: said.received, changed: said.changes.length });
    const booked = await story.calculate();
    expect(booked).toEqual([{ partner: 'P1', delta: -2000n, causes: { masterData: -2000n } }]);
    expect(changesJson(said.calculated)).toMatchObject([{ partner: 'P1', difference: '-20.00' }]);
    expect(await look(file, true)).toMatchObject({ unchanged: 2, changes: [], bad: [], calculated: [] });
  });
});
