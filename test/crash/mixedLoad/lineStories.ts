import type { Draw } from '../seededRandom.ts';
import type { ExpectedLine } from './expectedBooks.ts';
import { PARTNERS, PRODUCT } from './openTenant.ts';
import { expectStatus, type Story, type Teller } from './story.ts';

const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';

type Row = ExpectedLine & { readonly document: string; readonly line: number; readonly currency?: string };

/** A file with good rows, one that is repaired, and one whose customer comes later. */
export const goodRows: Story = async (teller) => {
  const { client, mark, told, books, draw } = teller;
  const late = `L-${mark}`;
  const rows = rowsOf(draw, mark, 5);
  rows[3] = { ...(rows[3] as Row), currency: 'E' };
  rows[4] = { ...(rows[4] as Row), partner: late };
  const file = await importAs(teller, mark, rows, 'goodRows');
  expectStatus(told, file, 201, { accepted: { rows: 3 }, quarantined: { rows: 2 } });
  const waiting = await client.read(`/api/v1/quarantine?import=${file.body.id}`);
  const row = waiting.body.rows.find(({ fields }: { fields: { line: string } }) => fields?.line === '4')?.row;
  const repairs = [{ row, fields: { currency: 'EUR' } }];
  const repaired = await client.write(`/api/v1/imports/${file.body.id}/repairs`, { repairs });
  expectStatus(told, repaired, 200, { rows: [{ disposition: 'accepted' }] });
  const partner = { kind: 'partner', code: late, name: late, attributes: {} };
  await client.write('/api/v1/master-data/bulk', { items: [partner], allOrNothing: true });
  const replayed = await client.write('/api/v1/quarantine/replay', { import: file.body.id });
  expectStatus(told, replayed, 200, { tried: 1, imports: [{ accepted: { rows: 1 } }] });
  keep(books.lines, rows);
};

/** A file that is taken as a whole, and one that is refused as a whole. */
export const allOrNothing: Story = async (teller) => {
  const { mark, told, books, draw } = teller;
  const good = rowsOf(draw, mark, 3);
  expectStatus(told, await importAs(teller, mark, good, 'allOrNothing'), 201, { accepted: { rows: 3 } });
  keep(books.lines, good);
  const bad = rowsOf(draw, `${mark}-no`, 3).map((row) => ({ ...row, partner: 'NOBODY' }));
  const refused = await send(teller, `${mark}-no`, bad, 'allOrNothing');
  if (refused.body.code !== 'import-not-whole') told.odd.push(`taken in part: ${JSON.stringify(refused)}`);
  books.noFiles.add(`${mark}-no`);
};

/** A file looked at before, taken in, then corrected by another; the correction is taken back. */
export const undone: Story = async (teller) => {
  const { client, mark, told, books, draw } = teller;
  const rows = rowsOf(draw, mark, 3);
  const seen = await client.write(`/api/v1/imports/preview?name=${mark}-seen&earnings=true`, fileOf(rows), {
    isLook: true,
  });
  expectStatus(told, seen, 200, { summary: { accepted: { rows: 3 } } });
  books.noFiles.add(`${mark}-seen`);
  expectStatus(told, await importAs(teller, mark, rows, 'goodRows'), 201, { accepted: { rows: 3 } });
  const corrected = rows.map((row) => ({ ...row, cents: row.cents + 1 }));
  const correction = await importAs(teller, `${mark}-more`, corrected, 'goodRows');
  expectStatus(told, correction, 201, { accepted: { rows: 3 } });
  const isKept = draw(2) === 0;
  keep(books.lines, isKept ? corrected : rows);
  if (isKept) return;
  const reason = 'The file of another month';
  const back = await client.write(`/api/v1/imports/${correction.body.id}/undo`, { reason });
  expectStatus(told, back, 200, { isNew: true, withdrawn: 0, restored: 3 });
};

/** Lines by the API, and a file that is taken out again. */
export const takenOut: Story = async (teller) => {
  const { client, mark, told, books, draw } = teller;
  const rows = rowsOf(draw, mark, 2);
  const items = rows.map((row) =>
    Object.fromEntries(HEADER.split(',').map((name, at) => [name, textsOf(row)[at]])),
  );
  const sent = await client.write('/api/v1/lines', { source: 'api', items, mode: 'goodRows' });
  expectStatus(told, sent, 201, { import: { accepted: { rows: 2 } } });
  keep(books.lines, rows);
  const file = await importAs(teller, `${mark}-out`, rowsOf(draw, `${mark}-out`, 3), 'goodRows');
  const out = await client.write(`/api/v1/imports/${file.body.id}/undo`, { reason: 'A test order' });
  expectStatus(told, out, 200, { isNew: true, withdrawn: 3 });
};

/** A sender who does not ask again: what is not answered has happened once or not at all. */
export const sentOnce: Story = async ({ client, mark, books, draw }) => {
  const rows = rowsOf(draw, mark, 2);
  const file = await client.writeOnce(`/api/v1/imports?name=${mark}&mode=goodRows`, fileOf(rows));
  const lines = new Map<string, ExpectedLine>();
  keep(lines, rows);
  if (file === undefined) books.unknownFiles.set(mark, lines);
  else {
    books.files.add(mark);
    keep(books.lines, rows);
  }
};

async function importAs(teller: Teller, name: string, rows: readonly Row[], mode: string) {
  const file = await send(teller, name, rows, mode);
  teller.books.files.add(name);
  return file;
}

function send({ client }: Teller, name: string, rows: readonly Row[], mode: string) {
  return client.write(`/api/v1/imports?name=${name}&mode=${mode}`, fileOf(rows));
}

function rowsOf(draw: Draw, document: string, count: number): Row[] {
  return Array.from({ length: count }, (_, at) => ({
    document,
    line: at + 1,
    partner: PARTNERS[draw(PARTNERS.length)] as string,
    pieces: 1 + draw(20),
    cents: 100 + draw(20_000),
  }));
}

function fileOf(rows: readonly Row[]): string {
  return `${[HEADER, ...rows.map((row) => textsOf(row).join(','))].join('\n')}\n`;
}

function textsOf({ document, line, partner, pieces, cents, currency = 'EUR' }: Row): string[] {
  const value = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  const what = ['erp', document, String(line), 'sale', 'EU', partner, PRODUCT, '2026-05-04'];
  return [...what, String(pieces), 'EA', value, currency];
}

function keep(lines: Map<string, ExpectedLine>, rows: readonly Row[]): void {
  for (const { document, line, partner, pieces, cents } of rows) {
    lines.set(`${document}/${line}`, { partner, pieces, cents });
  }
}
