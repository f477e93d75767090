import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import { z } from 'zod';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { linkAudit } from '../../app/audit/linkAudit.ts';
import { auditDeed } from '../../app/auditDeed.ts';
import { postTransfers } from '../../app/ledger/postTransfers.ts';
import { withoutFormulaGuard } from '../../core/text/formulaGuard.ts';
import type { AnyRoute } from '../support/api/request.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';
import { day } from '../support/facts.ts';

// Whatever goes out as a file, by the table of routes: no spreadsheet finds a formula in it, with whichever
// separator it opens the file, and what is a number stays one.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');

const TRIGGERS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
/** At the beginning of a text, and behind what could begin another cell. */
const BEFORE = ['', "'", '"', 'a;', 'a,', 'a|', 'a"', 'a\t', 'a";"', "a;'", 'a\n'];
const POISON = BEFORE.flatMap((before) => TRIGGERS.map((trigger) => `${before}${trigger}HYPERLINK(1)`));

/** What is planted in each export: a text that a line must not hold stays among the rows that failed. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  exportLines: POISON.filter((text) => !/\p{Cc}/u.test(text)),
  exportFailedRows: POISON,
  exportAudit: POISON,
  packAudit: POISON,
  exportLedger: POISON,
  // What a line says of itself is in exportLines, too; both write their rows by the same rule.
  exportAccruals: [],
  // Days, ids of deeds and amounts: nobody chooses a text of it.
  partnerStatementFile: [],
  // A row of ours, as an example to fill in.
  getClaimTemplate: [],
  // Programs read it; a text of JSON is a text.
  getEarningProof: [],
  // Names of master data and words of ours, written by the same rule as all tables.
  reportFile: [],
};

/** Files that are what somebody attached, byte by byte; what is made for a bank (core/payment/paymentFile.test.ts shows its table safe, sign by sign); papers that are no table. */
const NOT_OURS = [
  ...['openDocument', 'openClaimProof', 'openConfirmationLetter', 'openFundProof'],
  'getPaymentFile',
  'getIssuedDocument',
  'getRemittanceAdvice',
  'getOwnRemittanceAdvice',
  'openWelcomeLogo',
  'openLogo',
];

const isNumber = (text: string) => /^[+-]?\d+([.,]\d+)*$/.test(text);
const isLive = (cell: string) => TRIGGERS.some((trigger) => cell.startsWith(trigger)) && !isNumber(cell);

/** The cells of a text as a spreadsheet cuts them that takes this sign for the separator. */
function cellsOf(text: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, isQuoted] = ['', false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (!isQuoted && (sign === separator || sign === '\n' || sign === '\r')) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}

type Opened = { readonly live: readonly string[]; readonly texts: readonly string[] };

/** How each kind of file is opened: what is live in it, and which texts it holds. A kind that is not here fails the test. */
const OPEN: Readonly<Record<string, (bytes: Buffer) => Promise<Opened>>> = {
  'text/csv': async (bytes) => ({
    live: [',', ';', '\t', '|'].flatMap((sign) => cellsOf(String(bytes), sign)).filter(isLive),
    texts: cellsOf(String(bytes), ',').map(withoutFormulaGuard),
  }),
  // An audit package: its tables are opened like any other.
  'application/zip': async (bytes) => {
    const tables = await partsIn(bytes, /\.csv$/);
    const opened = await Promise.all(tables.map((table) => OPEN['text/csv']?.(Buffer.from(table))));
    return {
      live: opened.flatMap((one) => one?.live ?? []),
      texts: opened.flatMap((one) => one?.texts ?? []),
    };
  },
  // A journal is read by the program that it is for; test/scenarios/ledgerExport.test.ts has it read.
  'text/plain': async (bytes) => {
    const unescapedTexts = String(bytes).replaceAll(/\\(.)/g, (_, sign) => ESCAPES[sign] ?? sign);
    const decoded = String(bytes).replaceAll(/(%[0-9A-F]{2})+/g, decodeURIComponent);
    const all = [unescapedTexts, decoded];
    return { live: [], texts: POISON.filter((text) => all.some((one) => one.includes(text))) };
  },
  // Programs read it; a text of JSON is a text.
  'application/x-ndjson': async (bytes) => {
    const rows = String(bytes).trimEnd().split('\n');
    return {
      live: [],
      texts: rows.flatMap((row) =>
        Object.values(JSON.parse(row)).flatMap((text) => [String(text), withoutFormulaGuard(String(text))]),
      ),
    };
  },
  'application/json': async () => ({ live: [], texts: [] }),
  // Nothing in it is computed by whoever opens it.
  'application/pdf': async () => ({ live: [], texts: [] }),
  // A cell that says it is a text is one; formulas have an element of their own.
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': async (bytes) => {
    const xml = (await partsIn(bytes, /worksheets\/[^/]+\.xml$/)).join('');
    const texts = [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((found) => unescaped(found[1] ?? ''));
    return { live: xml.match(/<f[ >]|t="str"/g) ?? [], texts: texts.map(withoutFormulaGuard) };
  },
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(xml: string): string {
  return xml.replaceAll(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
}

function partsIn(bytes: Buffer, wanted: RegExp): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const found: Promise<string>[] = [];
    fromBuffer(bytes, { lazyEntries: false }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry) => {
        if (!wanted.test(entry.fileName)) return;
        const text = new Promise<string>((done, failed) =>
          zip.openReadStream(entry, (wrong, stream) =>
            wrong ? failed(wrong) : done(buffer(stream).then(String)),
          ),
        );
        found.push(text);
      });
      zip.on('end', () => resolve(Promise.all(found)));
      zip.on('error', reject);
    });
  });
}

/** Lines that are accepted and rows that wait, with poison in every text that somebody can choose. */
async function poisoned(): Promise<string> {
  const names = { side: 'sale', company: 'ACME-CO', unit: 'EA', currency: 'EUR', invoiceDate: '2026-03-10' };
  const item = (text: string, at: number, partner: string) => ({
    ...names,
    document: `${text}${at}`,
    line: String(at),
    partner,
    product: 'ACME-X',
    quantity: '-5',
    netValue: '-12.50',
    'attribute.note': text,
    orderNumber: text,
  });
  // What a text must not hold is refused by the line format, and waits as it came.
  const items = POISON.flatMap((text, at) => [item(text, at, 'ACME-P1'), item(text, 1000 + at, text)]);
  const payload = { source: 'api', items, mode: 'goodRows' };
  const done = await api.call(world.admin.key, { method: 'POST', url: '/api/v1/lines', payload });
  expect([done.status, done.body.code]).toEqual([201, undefined]);
  return done.body.import.id;
}

const importId = await poisoned();
const earningId = await world.one('SELECT id FROM earning WHERE tenant_id = TENANT LIMIT 1');

/** Deeds on things that are called so, and on numbers. */
async function poisonedTrail(): Promise<void> {
  await api.ports.store.inTenant(world.tenant, async (tx) => {
    const deed = { actor: { kind: 'person', id: 'anna' }, action: 'test.deed' } as const;
    for (const object of [...POISON, ...POISON.map(() => '-12.50'), '-5'])
      await auditDeed(api.ports, tx, { ...deed, object, body: { of: object } });
  });
  await linkAudit(api.ports, world.tenant);
}

await poisonedTrail();

/** Amounts of deeds that are called so. */
async function poisonedBooks(): Promise<void> {
  const about = {
    company: 'ACME-CO',
    event: 'accrue',
    currency: 'EUR',
    effectiveOn: day('2026-03-10'),
  } as const;
  const sides = { debit: 'rebateExpense', credit: 'accruedLiability', minor: 5n } as const;
  const transfers = POISON.flatMap((text, at) => [
    { ...about, ...sides, origin: { kind: 'test', id: text }, leg: `one ${at}` },
    { ...about, ...sides, origin: { kind: 'test', id: '-12.50' }, leg: `two ${at}` },
    { ...about, ...sides, origin: { kind: 'test', id: '-5' }, leg: `three ${at}` },
  ]);
  await api.ports.store.inTenant(world.tenant, async (tx) => {
    const posting = { day: day('2026-03-10'), at: api.time.now, batch: await tx.batches.last() };
    await postTransfers(tx, transfers, posting);
  });
}

await poisonedBooks();

const exports = apiRoutes.filter(({ id, files }) => files !== undefined && !NOT_OURS.includes(id));

function formatsOf({ query }: AnyRoute): readonly (string | undefined)[] {
  if (query.format === undefined) return [undefined];
  const { enum: words } = z.toJSONSchema(query.format.schema, { io: 'input' }) as { enum?: string[] };
  return words ?? [undefined];
}

async function fetched(route: AnyRoute, format: string | undefined) {
  const id = route.id === 'getEarningProof' ? earningId : importId;
  const path = route.path.replace('{id}', id).replace('{code}', 'ACME-P1');
  // A package is of a month of a company.
  const month = { company: 'ACME-CO', period: '2026-03', seed: 'x' };
  const query = new URLSearchParams({
    ...(format !== undefined && { format }),
    ...(route.id === 'packAudit' && month),
    ...(route.id === 'reportFile' && { name: 'earnedByPartner' }),
    ...(route.id === 'partnerStatementFile' && {
      company: 'ACME-CO',
      from: '2026-03-01',
      until: '2026-03-31',
    }),
  });
  const url = `${path}?${query}`;
  const answer = await api.server.inject({ url, headers: { authorization: `Bearer ${world.admin.key}` } });
  expect([answer.statusCode, path.includes('{')]).toEqual([200, false]);
  const type = String(answer.headers['content-type']).split(';')[0] as string;
  return { bytes: answer.rawPayload, type };
}

const CASES = exports.flatMap((route) =>
  formatsOf(route).map((format) => [route.id, format, route] as const),
);

describe.each(CASES)('%s as %s', (_, format, route) => {
  it('holds every text that was planted, and nothing that a spreadsheet takes for a formula', async () => {
    const { bytes, type } = await fetched(route, format);
    expect(Object.keys(OPEN)).toContain(type);
    const opened = await OPEN[type]?.(bytes);
    expect(opened?.live).toEqual([]);
    const found = new Set(opened?.texts);
    expect(PLANTED[route.id]?.filter((text) => !found.has(text))).toEqual([]);
  });

  it('keeps numbers numbers', async () => {
    const { bytes, type } = await fetched(route, format);
    if (type !== 'text/csv' || PLANTED[route.id]?.length === 0) return;
    const cells = cellsOf(String(bytes), ',');
    expect(cells.filter((cell) => isNumber(cell) && cell.startsWith('-')).length).toBeGreaterThan(
      POISON.length,
    );
    expect(cells.filter((cell) => /^'[+-]?\d+([.,]\d+)*$/.test(cell))).toEqual([]);
  });
});

it('finds a formula where one is', async () => {
  const opened = await OPEN['text/csv']?.(Buffer.from('a,"x;=1"\n=2,-5\n'));
  expect(opened?.live).toEqual(expect.arrayContaining(['=1"', '=2']));
});

it('every route that gives a file is looked at', () => {
  expect(exports.map(({ id }) => id).sort()).toEqual(Object.keys(PLANTED).sort());
});

it('what went out comes in again as what it was', async () => {
  const exported = exports.find(({ id }) => id === 'exportLines') as AnyRoute;
  for (const format of formatsOf(exported)) {
    const { bytes, type } = await fetched(exported, format);
    const name = type === 'text/csv' ? 'again.csv' : type.includes('json') ? 'again.ndjson' : 'again.xlsx';
    const mediaType = type === 'application/x-ndjson' ? 'application/octet-stream' : type;
    const answer = await api.call(world.admin.key, {
      method: 'POST',
      url: `/api/v1/imports?name=${name}`,
      payload: bytes,
      headers: { 'content-type': mediaType },
    });
    expect([format, answer.status, answer.body.code]).toEqual([format, 201, undefined]);
    const { accepted, duplicate } = answer.body;
    expect([format, accepted.rows, duplicate.rows > POISON.length / 2]).toEqual([format, 0, true]);
  }
});
