import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLines } from '../../../adapters/files/readLines.ts';
import { systemActor } from '../../../app/actor.ts';
import { calculateDue } from '../../../app/calculation/calculateDue.ts';
import { importLines } from '../../../app/intake/importLines.ts';
import { previewLines } from '../../../app/intake/previewLines.ts';
import { undoImport } from '../../../app/intake/undoImport.ts';
import type { NewBooking } from '../../../app/ports.ts';
import { openScenario, type Scenario, taken } from '../../support/scenario.ts';

// What an import would do is what it then does; and what is undone leaves the balances of before.
const STORY_A = JSON.parse(readFileSync(new URL('../storyA/agreement.json', import.meta.url), 'utf8'));
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,returnOfDocument,returnOfLine';
const ACTOR = systemActor('cli');

let story: Scenario;
let folder: string;
let client: Client;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preview-'));
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    ...['P1', 'P2'].map((code) => ({ kind: 'partner' as const, code, name: code, attributes: {} })),
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  const [term] = STORY_A.terms;
  const value = { of: 'value', basis: 'net' };
  const rows = [
    { from: '100', percent: '2' },
    { from: '1000', percent: '4' },
  ];
  const eligibility = { ...term.eligibility, include: [], exclude: [] };
  const terms = [
    { ...term, eligibility, qualifier: value, payout: value, tiers: { boundary: 'atLeast', rows } },
  ];
  await story.agreement({
    ...STORY_A,
    id: 'PREVIEW',

    terms,
  });
  await story.calculate();
  story.on('2026-06-30');
  client = new Client({ connectionString: story.database.adminUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await story.close();
  await rm(folder, { recursive: true });
});

const row = fc.record({
  document: fc.constantFrom('D1', 'D2', 'D3', 'D4'),
  partner: fc.constantFrom('P1', 'P1', 'P2', 'NOBODY'),
  day: fc.constantFrom('2026-01-20', '2026-03-05', '2025-12-31'),
  value: fc.constantFrom('0.01', '99.99', '250.00', '1000.00', '-40.00', 'x'),
});

async function fileOf(rows: readonly { document: string; partner: string; day: string; value: string }[]) {
  files += 1;
  const path = join(folder, `${files}.csv`);
  const texts = rows.map(({ document, partner, day, value }) =>
    ['erp', document, '1', 'sale', 'EU', partner, 'X', day, '1', 'EA', value, 'EUR', '', ''].join(','),
  );
  await writeFile(path, `${[HEADER, ...texts].join('\n')}\n`);
  return { source: 'erp', open: () => readLines(path), actor: ACTOR };
}

/** Every row of every table of the tenant, so that nothing can have been written unseen. */
async function everything(): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY 1`,
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const all = await client.query<{ text: string | null }>(
      `SELECT string_agg(md5(t::text), '' ORDER BY md5(t::text)) AS text FROM ${name} t WHERE tenant_id = $1`,
      [story.tenant],
    );
    texts.push(`${name} ${all.rows[0]?.text ?? ''}`);
  }
  return texts.join('\n');
}

const shown = (bookings: readonly NewBooking[]) =>
  bookings
    .map(({ account, deltaMinor, causes }) =>
      [
        account.partner,
        account.window.from,
        deltaMinor,
        causes.map(({ cause, minor }) => `${cause} ${minor}`),
      ].join(' '),
    )
    .sort();

async function balances(): Promise<string> {
  const { rows } = await client.query<{ text: string }>(
    `SELECT string_agg(concat_ws(' ', partner_id, window_from, sum), ', ' ORDER BY partner_id, window_from) AS text
     FROM (SELECT partner_id, window_from, sum(delta_minor) FROM booking
       WHERE tenant_id = $1 AND kind = 'earned' GROUP BY 1, 2) b
     WHERE sum <> 0`,
    [story.tenant],
  );
  return rows[0]?.text ?? '';
}

let differences = 0;

describe('a preview', () => {
  it('is what the import and the calculation after it then do, and writes nothing', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const input = await fileOf(rows);
        const before = await everything();
        const preview = taken(await previewLines(story.ports, story.tenant, input, { earnings: true }));
        expect(await everything()).toBe(before);
        const summary = taken(await importLines(story.ports, story.tenant, input));
        const { id: _, ...previewed } = preview.summary.document;
        const { id: __, ...imported } = summary.document;
        expect({ ...preview.summary, document: previewed }).toEqual({ ...summary, document: imported });
        const booked = (await calculateDue(story.ports, story.tenant)).flatMap(({ bookings }) => bookings);
        differences += booked.length;
        expect(shown((preview.calculated ?? []).flatMap(({ bookings }) => bookings))).toEqual(shown(booked));
      }),
      { numRuns: 20, seed: 20_261_129 },
    );
    expect(differences).toBeGreaterThan(10);
  });

  it('of a file that is refused as a whole says so', async () => {
    const open = () => readLines(join(folder, 'nowhere.csv'));
    const refused = await previewLines(
      story.ports,
      story.tenant,
      { source: 'erp', open, actor: ACTOR },
      { earnings: false },
    );
    expect(refused.ok ? [] : refused.refusals.map(({ code }) => code)).toEqual(['file-not-found']);
  });
});

describe('an undone import', () => {
  it('leaves the balances of before, booked as corrections; a second undo changes nothing', async () => {
    await calculateDue(story.ports, story.tenant);
    const before = await balances();
    const rows = [
      { document: 'U1', partner: 'P1', day: '2026-02-01', value: '5000.00' },
      { document: 'U2', partner: 'P2', day: '2026-02-01', value: '7000.00' },
    ];
    const input = await fileOf(rows);
    const { document } = taken(await importLines(story.ports, story.tenant, input));
    await calculateDue(story.ports, story.tenant);
    expect(await balances()).not.toBe(before);
    const undo = () =>
      undoImport(story.ports, story.tenant, {
        document: document.id,
        reason: 'the wrong file',
        actor: ACTOR,
      });
    expect(taken(await undo())).toMatchObject({ withdrawn: 2, restored: 0, isNew: true });
    const reversed = (await calculateDue(story.ports, story.tenant)).flatMap(({ bookings }) => bookings);
    const causes = new Set(reversed.flatMap((booking) => booking.causes.map(({ cause }) => cause)));
    expect([...causes]).toEqual(['corrections']);
    expect(await balances()).toBe(before);
    expect(taken(await undo())).toMatchObject({ isNew: false });
    expect((await calculateDue(story.ports, story.tenant)).flatMap(({ bookings }) => bookings)).toEqual([]);
    const again = taken(await importLines(story.ports, story.tenant, input));
    expect(again.dispositions.accepted.rows).toBe(2);
    await calculateDue(story.ports, story.tenant);
    expect(await balances()).not.toBe(before);
  });
});
