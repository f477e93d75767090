import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLines } from '../../../adapters/files/readLines.ts';
import { systemActor } from '../../../app/actor.ts';
import { importLines } from '../../../app/intake/importLines.ts';
import { DIRT, MESSY_MASTER, writeMessyFile } from '../../support/messyFile.ts';
import { openScenario, type Scenario, taken } from '../../support/scenario.ts';

let story: Scenario;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'messy-'));
  story = await openScenario('EU');
  await story.master(MESSY_MASTER);
});
afterAll(async () => {
  await story.close();
  await rm(folder, { recursive: true });
});

it('a file with 25 kinds of dirt: every row ends as it must, and all sums are those of the file', async () => {
  expect(DIRT).toHaveLength(25);
  const path = join(folder, 'messy.csv');
  const truth = await writeMessyFile(path, 2000, 4);
  let failed = 0;
  const summary = taken(
    await importLines(story.ports, story.tenant, {
      source: 'shop',
      open: () => readLines(path),
      actor: systemActor('cli'),
      onRefused: async (pages) => {
        for await (const page of pages) failed += page.length;
      },
    }),
  );
  const { accepted, duplicate, superseded, quarantined } = summary.dispositions;
  expect({ accepted: accepted.rows, duplicate: duplicate.rows, quarantined: quarantined.rows }).toEqual(
    truth.rows,
  );
  expect(superseded.rows).toBe(0);
  expect(failed).toBe(truth.rows.quarantined);
  expect(summary.reasons).toEqual(truth.codes);
  const cents = (text: string) => BigInt(text.replace('.', ''));
  expect({
    accepted: cents(accepted.netValue),
    duplicate: cents(duplicate.netValue),
    quarantined: cents(quarantined.netValue),
  }).toEqual(truth.cents);
  expect(summary.received.rows).toBe(2000);
  expect(cents(summary.received.netValue)).toBe(
    truth.cents.accepted + truth.cents.duplicate + truth.cents.quarantined,
  );
});
