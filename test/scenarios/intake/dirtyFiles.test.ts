import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTable } from '../../../adapters/files/openTable.ts';
import { readLines } from '../../../adapters/files/readLines.ts';
import { holdTable, type TableRow } from '../../../adapters/files/tableFile.ts';
import { type FailedRow, writeFailedRows } from '../../../adapters/files/writeFailedRows.ts';
import { systemActor } from '../../../app/actor.ts';
import { importLines } from '../../../app/intake/importLines.ts';
import type { ImportSummary } from '../../../app/ports.ts';
import { LANGUAGES } from '../../../core/wording/language.ts';
import { seededRandom } from '../../crash/seededRandom.ts';
import { type DirtyRow, dirtyBytes, dirtyRows, placeOf } from '../../support/dirtyFile.ts';
import { DIRT, MESSY_HEADER, MESSY_MASTER, writeMessyFile } from '../../support/messyFile.ts';
import { openScenario, type Scenario, taken } from '../../support/scenario.ts';
import { IS_DEEP } from '../../support/tradeCases.ts';

// Random dirty files: all errors in one pass, each with row, column, value, rule and remedy in both
// languages; as many rows in the file of failures as failed; the same file again adds nothing; the file
// of failures, repaired, adds exactly what was repaired.
const SEED = Number(process.env.OPENREBATE_SEED ?? 20_261_129);
const FILES = IS_DEEP ? 1000 : 50;
const COLUMNS = MESSY_HEADER.split(',');

let story: Scenario;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dirty-'));
  story = await openScenario('EU');
  await story.master(MESSY_MASTER);
});
afterAll(async () => {
  await story.close();
  await rm(folder, { recursive: true });
});

type Brought = { readonly summary: ImportSummary; readonly failed: readonly FailedRow[] };

async function bringIn(path: string): Promise<Brought> {
  const failed: FailedRow[] = [];
  const summary = taken(
    await importLines(story.ports, story.tenant, {
      source: 'shop',
      open: () => readLines(path),
      actor: systemActor('cli'),
      onRefused: async (pages) => {
        for await (const page of pages) failed.push(...page);
      },
    }),
  );
  return { summary, failed };
}

/** The file of failures in each language, as it is read again; all have the same rows. */
async function failuresOf({ summary, failed }: Brought): Promise<ReadonlyMap<string, readonly TableRow[]>> {
  const files = new Map<string, readonly TableRow[]>();
  for (const language of LANGUAGES) {
    const path = join(folder, `failed-${language}-${summary.document.id}.csv`);
    const file = { columns: COLUMNS, import: summary.document.id, language };
    const pages = (async function* () {
      yield failed;
    })();
    expect(taken(await writeFailedRows(path, file, pages))).toBe(failed.length);
    files.set(language, taken(await holdTable(await openTable(path))).rows);
  }
  return files;
}

/** What a person does with the file of failures: puts right what can be put right, leaves the rest. */
async function repaired(rows: readonly TableRow[], clean: ReadonlyMap<number, readonly string[]>) {
  const path = join(folder, 'repaired.csv');
  const header = [...COLUMNS, 'openrebate.import', 'openrebate.row', 'openrebate.texts'];
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map(({ texts }) => {
    const place = COLUMNS.length;
    const [id = '', row = '', count = ''] = texts.slice(place, place + 3);
    const right = clean.get(Number(row));
    return right === undefined ? [...texts.slice(0, place), id, row, count] : [...right, id, row, ''];
  });
  await writeFile(path, [header, ...lines].map((line) => line.map(quoted).join(',')).join('\n'));
  return path;
}

const accepted = ({ summary }: Brought) => summary.dispositions.accepted.rows;

it(`${FILES} random dirty files`, async () => {
  const seen = { rows: 0, failed: 0, errors: 0, repaired: 0 };
  for (let number = 0; number < FILES; number += 1) {
    const draw = seededRandom(SEED + number);
    const rows = dirtyRows(`F${number}`, draw);
    const path = join(folder, `dirty-${number}.csv`);
    await writeFile(path, dirtyBytes(rows));

    const first = await bringIn(path);
    const bad = rows.flatMap((row, at) => (row.dirt.length > 0 ? [{ ...row, number: at + 1 }] : []));
    expect(first.failed.map(({ row }) => row)).toEqual(bad.map((row) => row.number));
    expect(accepted(first)).toBe(rows.length - bad.length);
    for (const [at, row] of bad.entries()) expectAllErrors(row, first.failed[at] as FailedRow);

    const files = await failuresOf(first);
    for (const [language, failures] of files) {
      expect(failures.length).toBe(bad.length);
      for (const [at, row] of bad.entries()) expectSaid(row, failures[at] as TableRow, language);
    }

    const again = await bringIn(path);
    // So that whoever waits for the thousand sees whether the last take as long as the first.
    if (number % 100 === 99)
      process.stdout.write(`${number + 1} files, ${Math.round(performance.now())} ms\n`);
    expect([accepted(again), again.failed.length]).toEqual([0, bad.length]);

    if (bad.length === 0) continue;
    const some = new Map(bad.filter(() => draw(3) > 0).map((row) => [row.number, row.clean]));
    const failures = await failuresOf(again);
    const repair = await repaired(failures.get('en') ?? [], some);
    expect(accepted(await bringIn(repair))).toBe(some.size);
    expect(accepted(await bringIn(repair))).toBe(0);
    seen.rows += rows.length;
    seen.failed += bad.length;
    seen.repaired += some.size;
    seen.errors += bad.reduce((sum, { dirt }) => sum + dirt.length, 0);
  }
  expect(seen.errors).toBeGreaterThan(seen.failed);
  const { rows, failed, errors, repaired: right } = seen;
  process.stdout.write(
    `${FILES} files: ${rows} rows, ${failed} failed of ${errors} errors, ${right} repaired\n`,
  );
}, 7_200_000);

/** Every fault of the row at once, and nothing that is none. */
function expectAllErrors(
  { dirt, number }: DirtyRow & { readonly number: number },
  { refusals }: FailedRow,
): void {
  expect(refusals.map(({ code }) => code).sort()).toEqual(dirt.map(({ code }) => code).sort());
  for (const { facts } of refusals) expect(facts.row).toBe(String(number));
}

/** Row, column, value, rule and remedy, as somebody reads them in the file. */
function expectSaid(row: DirtyRow, { texts }: TableRow, language: string): void {
  const [, number, , reason = '', fix = ''] = texts.slice(COLUMNS.length);
  expect(Number(number)).toBeGreaterThan(0);
  expect(reason.length * fix.length).toBeGreaterThan(0);
  expect(/\p{Script=Han}/u.test(reason) && /\p{Script=Han}/u.test(fix)).toBe(language === 'zh-CN');
  expect(reason).toMatch(new RegExp(`(row|第) ?${number}\\b`));
  for (const one of row.dirt) {
    if (one.code === 'line-columns-mismatch') expect.soft(reason).toContain(String(row.texts.length));
    else if (one.code === 'line-return-reference-incomplete') expect.soft(reason).toContain('returnOfLine');
    else expectNamed(row, placeOf(one), reason);
  }
}

function expectNamed({ texts }: DirtyRow, place: number, reason: string): void {
  expect.soft(reason).toContain(COLUMNS[place]);
  const value = (texts[place] ?? '').replace(/^"|"$/g, '').replace('\n', ' ');
  // A very long text is shown by its beginning; bytes that are no text are shown where they stand.
  if (!value.includes('\xfc')) expect.soft(reason).toContain(value.slice(0, 20));
}

it('a file with 25 kinds of dirt: every row ends as it must, and all sums are those of the file', async () => {
  expect(DIRT).toHaveLength(25);
  const path = join(folder, 'messy.csv');
  const truth = await writeMessyFile(path, 2000, 4);
  const { summary, failed } = await bringIn(path);
  const { accepted, duplicate, superseded, quarantined } = summary.dispositions;
  expect({ accepted: accepted.rows, duplicate: duplicate.rows, quarantined: quarantined.rows }).toEqual(
    truth.rows,
  );
  expect(superseded.rows).toBe(0);
  expect(failed).toHaveLength(truth.rows.quarantined);
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
