import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ApiServer, apiServer, type Holder, personWith } from '../support/api/apiServer.ts';
import { newAgreement } from '../support/api/takenOver.ts';
import { makeWorld } from '../support/api/world.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { runHere, type Said } from '../support/listedProgram.ts';
import { workbookBytes } from '../support/workbook.ts';

// A cut-over and a year's end at the terminal: commands, workbooks, two persons with keys.
vi.mock('commander', async (original) =>
  (await import('../support/listedProgram.ts')).listed(await original()),
);

let database: TestDatabase;
let api: ApiServer;
let folder: string;
let one: Holder;
let other: Holder;

beforeAll(async () => {
  database = await testDatabase();
  process.env.DATABASE_URL = database.appUrl;
  process.env.OPENREBATE_TENANT = 'acme';
  api = await apiServer(database);
  // The commands go by the clock of the machine; keys of the past would have run out.
  api.time.now = new Date();
  folder = await mkdtemp(join(tmpdir(), 'openrebate-cut-over-'));
  const world = await makeWorld(database, api, 'ACME');
  one = world.admin;
  other = await personWith(api, world.tenant);
  await newAgreement(world, 'OLD');
});

afterAll(async () => {
  await api.server.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

function command(by: Holder, ...args: readonly string[]): Promise<Said> {
  process.env.OPENREBATE_KEY = by.key;
  return runHere(['--lang', 'en', ...args]);
}

async function json(by: Holder, ...args: readonly string[]) {
  const { out, err, code } = await command(by, '--json', ...args);
  expect([code, err]).toEqual([0, expect.any(String)]);
  return JSON.parse(out);
}

async function workbook(name: string, columns: readonly string[], ...rows: readonly string[][]) {
  const path = join(folder, name);
  await writeFile(path, await workbookBytes({ sheets: [{ name: 'Sheet', rows: [[...columns], ...rows] }] }));
  return path;
}

const PLACE = ['agreement', 'term', 'partner', 'firstDay', 'lastDay', 'currency'];
const place = ['OLD', 'volume', 'ACME-P1', '2026-01-01', '2026-12-31', 'EUR'];

describe('openrebate cutover', { timeout: 120_000 }, () => {
  it('opens, loads workbooks, compares and is signed; explain shows what was taken over', async () => {
    const days = ['--company', 'ACME-CO', '--last-day', '2026-06-30', '--agreement', 'OLD'];
    expect((await command(one, 'cutover', 'open', 'H1', ...days)).out).toContain('nothing is booked yet');
    const openings = await workbook(
      'openings.xlsx',
      [...PLACE, 'earned', 'recognised', 'settled', 'paid', 'openClaims'],
      [...place, '300.00', '290.00', '100.00', '80.00', '20.00'],
    );
    expect((await json(one, 'cutover', 'load', 'openings', 'H1', openings, '--preview')).revision).toBe(
      undefined,
    );
    expect((await json(one, 'cutover', 'load', 'openings', 'H1', openings)).revision).toBe(1);
    const wrong = await workbook('wrong.xlsx', [...PLACE, 'amount'], [...place.with(2, 'NOBODY'), '1.00']);
    const refused = await command(one, 'cutover', 'load', 'figures', 'H1', wrong);
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain('cut-over-partner-unknown');
    const looked = await command(one, '--json', 'cutover', 'load', 'figures', 'H1', wrong, '--preview');
    expect([looked.code, JSON.parse(looked.out)]).toEqual([
      1,
      expect.objectContaining({
        rows: 1,
        refusals: [expect.objectContaining({ code: 'cut-over-partner-unknown' })],
      }),
    ]);
    const figures = await workbook('figures.xlsx', [...PLACE, 'amount'], [...place, '300.00']);
    await json(one, 'cutover', 'load', 'figures', 'H1', figures);
    const compared = await json(other, 'cutover', 'compare', 'H1');
    expect(compared.totals.length).toBeGreaterThan(0);
    const sign = ['cutover', 'sign', 'H1', '--sha256', compared.sha256, '--note', 'As agreed.'];
    expect((await command(one, ...sign)).err).toContain('cut-over-four-eyes');
    expect((await json(other, ...sign)).signedBy).toBe(`person:${other.id}`);
    expect((await json(one, 'cutover', 'show', 'H1'))[0].signature.note).toBe('As agreed.');
    await json(one, 'calculate');
    const { rows } = (await api.call(one.key, { url: '/api/v1/earnings?agreement=OLD&partner=ACME-P1' }))
      .body;
    const balances = {
      earned: '300.00',
      recognised: '290.00',
      settled: '100.00',
      paid: '80.00',
      openClaims: '20.00',
    };
    expect((await json(one, 'explain', 'earning', rows[0].id)).opening).toEqual(balances);
    expect((await command(one, 'explain', 'earning', rows[0].id)).out).toContain(
      'Taken over: earned 300.00, recognised 290.00, settled 100.00, paid 80.00, open claims 20.00',
    );
    const { body } = await api.call(one.key, { url: `/api/v1/earnings/${rows[0].id}/explanation` });
    expect(body.opening).toEqual(balances);
  });
});

describe('openrebate agreement bulk', { timeout: 120_000 }, () => {
  it('shows, hands in and approves a workbook, by two persons', async () => {
    const file = await workbook(
      'year-end.xlsx',
      ['agreement', 'renews', 'like', 'firstDay', 'lastDay', 'value', 'percent.1'],
      ['NEXT', 'TEMPLATE', '', '', '', '40000', '2.25'],
      ['NEW', '', 'TEMPLATE', '2027-01-01', '2027-12-31', '40000', ''],
    );
    const preview = await command(one, 'agreement', 'bulk', 'preview', file);
    expect(preview.out).toContain('1 created, 1 renewed, 0 unchanged, 0 refused');
    const { id, rows } = await json(one, 'agreement', 'bulk', 'submit', file);
    expect(rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['renewed', 'created']);
    const own = await command(one, 'agreement', 'bulk', 'approve', id);
    expect(own.err).toContain('approver-is-author');
    expect(await json(other, 'agreement', 'bulk', 'approve', id)).toMatchObject({ approved: 2, versions: 2 });
    const shown = await json(one, 'agreement', 'bulk', 'show', id);
    expect(shown.entries.map(({ state }: { state: string }) => state)).toEqual(['approved', 'approved']);
  });
});
