import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readLines } from '../../adapters/files/readLines.ts';
import { decodeLineSource } from '../../adapters/files/sourceDescription.ts';
import { systemActor } from '../../app/actor.ts';
import { confirmAlias } from '../../app/intake/confirmAlias.ts';
import { importLines } from '../../app/intake/importLines.ts';
import { reconcileImport } from '../../app/intake/reconcile.ts';
import { replayQuarantine } from '../../app/intake/replayQuarantine.ts';
import { suggestAliases } from '../../app/intake/suggestAliases.ts';
import type { ImportSummary, MasterRow } from '../../app/ports.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText } from '../support/trade.ts';

// The untidy real file: all of it goes in, and what is left out is accounted for. It goes in twice,
// and in halves that overlap, cut between documents and inside of them; what must come of each is
// worked out from the text of the file, by other code than the import's.

const OWN = join(import.meta.dirname, 'onlineRetail');
const FOLDER = process.env.OPENREBATE_ONLINE_RETAIL ?? OWN;
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.csv.gz'))
  .sort();
const TIMEOUT = FILES.length * 240_000;
const SOURCE = taken(decodeLineSource(JSON.parse(readFileSync(join(OWN, 'lines.json'), 'utf8'))));
const ACTOR = systemActor('cli');

/** A row as its file has it, taken apart by quotes and commas alone. */
type Row = {
  readonly text: string;
  readonly document: string;
  readonly item: string;
  readonly customer: string;
  readonly micros: bigint;
};

type Month = { readonly name: string; readonly header: string; readonly rows: readonly Row[] };

function monthOf(name: string): Month {
  const [header = '', ...texts] = gunzipSync(readFileSync(join(FOLDER, name)))
    .toString('utf8')
    .trimEnd()
    .split(/\r?\n/);
  return { name: basename(name, '.csv.gz'), header, rows: texts.map(rowOf) };
}

function rowOf(text: string): Row {
  const fields = [...text.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) => field);
  const [document = '', item = '', , quantity = '', , price = '', customer = ''] = fields;
  const [whole = '0', part = ''] = price.split('.');
  const micros = BigInt(whole + part.padEnd(6, '0'));
  return { text, document, item, customer, micros: BigInt(quantity) * micros };
}

const MONTHS = FILES.map(monthOf);
const ALL = MONTHS.flatMap(({ rows }) => rows);
const folder = mkdtempSync(join(tmpdir(), 'online-retail-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Customers as they are; products by their codes, or in small letters, as another catalogue would have them. */
function masterRows(inSmallLetters: boolean): MasterRow[] {
  const customers = new Set(ALL.map(({ customer }) => customer).filter((code) => code !== ''));
  const items = new Set(ALL.map(({ item }) => (inSmallLetters ? item.toLowerCase() : item)));
  const named = (kind: 'partner' | 'product') => (code: string) => ({
    kind,
    code,
    name: code,
    attributes: {},
  });
  return [...[...customers].map(named('partner')), ...[...items].map(named('product'))];
}

async function opened(inSmallLetters = false): Promise<Scenario> {
  const story = await openScenario('EU');
  story.on('2012-01-15');
  await story.master(masterRows(inSmallLetters));
  return story;
}

async function bringIn(
  story: Scenario,
  { name, header }: Month,
  rows: readonly Row[],
  part = '',
): Promise<ImportSummary> {
  const path = join(folder, `${name}${part}.csv`);
  writeFileSync(path, `${[header, ...rows.map(({ text }) => text)].join('\n')}\n`);
  const open = () => readLines(path, { source: SOURCE });
  return taken(await importLines(story.ports, story.tenant, { source: SOURCE.source, open, actor: ACTOR }));
}

/** Rows with a customer are lines; those without are in quarantine, and so is a document that is cut. */
const isLine = ({ customer }: Row) => customer !== '';
const sumOf = (rows: readonly Row[]) => rows.reduce((sum, { micros }) => sum + micros, 0n);
const microsOf = (text: string) => {
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  const micros = BigInt(whole + part.padEnd(6, '0'));
  return text.startsWith('-') ? -micros : micros;
};

function said(title: string, summaries: readonly ImportSummary[]): Record<string, number> {
  const ends = { received: 0, accepted: 0, duplicate: 0, superseded: 0, quarantined: 0 };
  for (const { received, dispositions } of summaries) {
    ends.received += received.rows;
    for (const [name, { rows }] of Object.entries(dispositions)) ends[name as keyof typeof ends] += rows;
  }
  process.stdout.write(`${title}: ${JSON.stringify(ends)}\n`);
  expect(ends.accepted + ends.duplicate + ends.superseded + ends.quarantined).toBe(ends.received);
  return ends;
}

/** What is known in the end: every line with a customer, equal ones as often as they stand there. */
async function knownIn({
  ports,
  tenant,
}: Scenario): Promise<{ rows: number; micros: bigint; documents: number }> {
  const lines = await ports.store.inTenant(tenant, async (tx) =>
    tx.lines.knownAt(await tx.batches.last(), {}),
  );
  const micros = lines.reduce(
    (sum, { netValue }) =>
      sum + (netValue === undefined ? 0n : netValue.digits * 10n ** BigInt(6 - netValue.scale)),
    0n,
  );
  return { rows: lines.length, micros, documents: new Set(lines.map(({ document }) => document)).size };
}

function wholeOf(rows: readonly Row[]) {
  const lines = rows.filter(isLine);
  const documents = new Set(lines.map(({ document }) => document)).size;
  return { rows: lines.length, micros: sumOf(lines), documents };
}
const WHOLE = wholeOf(ALL);

/** Wherever a file is cut, a third of a month shows the same as all of it. */
const IS_WHOLE = process.env.OPENREBATE_DEEP === '1' || FOLDER !== OWN;
const CUT_MONTHS = MONTHS.map(({ rows, ...month }): Month => {
  return { ...month, rows: IS_WHOLE ? rows : rows.slice(0, boundary(rows, 1 / 3)) };
});
const CUT_ALL = CUT_MONTHS.flatMap(({ rows }) => rows);
const CUT_WHOLE = wholeOf(CUT_ALL);

describe(`online retail, ${ALL.length} rows`, { timeout: TIMEOUT }, () => {
  it('goes in, all of it, and again without a change; every row is counted, excluded or in quarantine', async () => {
    const story = await opened();
    const exclude = [{ attribute: 'line.kind', in: ['fee', 'badDebt'] }];
    const eligibility = {
      include: [],
      exclude,
      attributesAsOf: 'transaction',
      payment: 'any',
      submission: 'any',
    };
    await story.agreement(
      agreementText(
        { eligibility },
        { id: 'RETAIL', currency: 'GBP', validity: { firstDay: '2010-01-01', lastDay: '2012-12-31' } },
      ),
    );
    const first: ImportSummary[] = [];
    for (const month of MONTHS) first.push(await bringIn(story, month, month.rows));
    const ends = said('once', first);
    expect(ends).toEqual({
      received: ALL.length,
      accepted: WHOLE.rows,
      duplicate: 0,
      superseded: 0,
      quarantined: ALL.length - WHOLE.rows,
    });
    expect(first.reduce((sum, { received }) => sum + microsOf(received.netValue), 0n)).toBe(WHOLE.micros);
    expect(await knownIn(story)).toEqual(WHOLE);
    let [counted, excluded, rows] = [0n, 0n, 0];
    for (const { document } of first) {
      const { terms, lines } = taken(await reconcileImport(story.ports, story.tenant, document.id));
      const states = terms.flatMap((term) => term.states);
      expect(states.reduce((sum, state) => sum + state.lines, 0)).toBe(lines.rows);
      for (const { state, netValue, lines: count } of states) {
        rows += count;
        if (state === 'counted') counted += netValue;
        else excluded += netValue;
      }
    }
    const fees = ALL.filter(isLine).filter(
      ({ document, item }) =>
        document.startsWith('A') ||
        (!document.startsWith('C') &&
          /^(POST|DOT|M|m|C2|D|S|BANK CHARGES|AMAZONFEE|CRUK|PADS|B)$/.test(item)),
    );
    expect(excluded).toBe(sumOf(fees) * 1000n);
    expect(counted).toBe((WHOLE.micros - sumOf(fees)) * 1000n);
    expect(rows).toBe(WHOLE.rows);
    process.stdout.write(
      `values: ${JSON.stringify({ counted: `${counted}`, excluded: `${excluded}`, rows })}\n`,
    );
    const again: ImportSummary[] = [];
    for (const month of MONTHS) again.push(await bringIn(story, month, month.rows));
    expect(said('twice', again)).toMatchObject({ accepted: 0, duplicate: WHOLE.rows, superseded: 0 });
    expect(await knownIn(story)).toEqual(WHOLE);
    await story.close();
  });

  it('in halves that overlap, cut between documents: as in one piece', async () => {
    const story = await opened();
    const parts: ImportSummary[] = [];
    for (const month of CUT_MONTHS) {
      const [from, until] = [boundary(month.rows, 0.4), boundary(month.rows, 0.6)];
      parts.push(await bringIn(story, month, month.rows.slice(0, until), '-a'));
      parts.push(await bringIn(story, month, month.rows.slice(from), '-b'));
    }
    const ends = said('halves cut between documents', parts);
    const twice = CUT_MONTHS.flatMap(({ rows }) => rows.slice(boundary(rows, 0.4), boundary(rows, 0.6)));
    expect(ends).toMatchObject({ accepted: CUT_WHOLE.rows, duplicate: twice.filter(isLine).length });
    expect(parts.every(({ reasons }) => Object.keys(reasons).join() === 'line-field-missing')).toBe(true);
    expect(await knownIn(story)).toEqual(CUT_WHOLE);
    await story.close();
  });

  it('in halves that overlap, cut inside documents: each is whole in one half, and its part in the other waits', async () => {
    const story = await opened();
    const parts: ImportSummary[] = [];
    let cut = 0;
    for (const { rows, ...month } of CUT_MONTHS) {
      const [from, until] = [inside(rows, 0.4), inside(rows, 0.6)];
      parts.push(await bringIn(story, { rows, ...month }, rows.slice(0, until), '-c'));
      parts.push(await bringIn(story, { rows, ...month }, rows.slice(from), '-d'));
      // The document in which the second half begins is whole in the first one.
      cut += rows.slice(from, boundaryAfter(rows, from)).filter(isLine).length;
    }
    const ends = said('halves cut inside documents', parts);
    const waiting = parts.reduce((sum, { reasons }) => sum + (reasons['line-document-cut'] ?? 0), 0);
    expect([waiting, cut > 0]).toEqual([cut, true]);
    expect(ends.accepted).toBe(CUT_WHOLE.rows);
    expect(await knownIn(story)).toEqual(CUT_WHOLE);
    await story.close();
  });

  it('in halves that do not overlap, cut inside a document: its second part waits until it comes whole', async () => {
    const story = await opened();
    const missing: Row[] = [];
    const parts: ImportSummary[] = [];
    for (const { rows, ...month } of CUT_MONTHS) {
      const at = inside(rows, 0.5);
      parts.push(await bringIn(story, { rows, ...month }, rows.slice(0, at), '-e'));
      parts.push(await bringIn(story, { rows, ...month }, rows.slice(at), '-f'));
      missing.push(...rows.slice(at, boundaryAfter(rows, at)).filter(isLine));
    }
    const waiting = parts.reduce((sum, { reasons }) => sum + (reasons['line-document-differs'] ?? 0), 0);
    expect(waiting).toBe(missing.length);
    expect(await knownIn(story)).toMatchObject({
      rows: CUT_WHOLE.rows - missing.length,
      micros: CUT_WHOLE.micros - sumOf(missing),
    });
    for (const month of CUT_MONTHS) parts.push(await bringIn(story, month, month.rows, '-whole'));
    said('parts, then whole', parts);
    expect(await knownIn(story)).toEqual(CUT_WHOLE);
    const open = await story.ports.store.inTenant(story.tenant, (tx) => tx.received.reasons());
    expect(open).toEqual({ 'line-field-missing': CUT_ALL.length - CUT_WHOLE.rows });
    await story.close();
  });

  it('codes in another case wait, are suggested as sure, and come in when somebody has confirmed them', async () => {
    const story = await opened(true);
    const parts: ImportSummary[] = [];
    for (const month of CUT_MONTHS) parts.push(await bringIn(story, month, month.rows));
    const others = CUT_ALL.filter(isLine).filter(({ item }) => item !== item.toLowerCase());
    const waiting = parts.reduce((sum, { reasons }) => sum + (reasons['line-product-unknown'] ?? 0), 0);
    expect(others.length).toBeGreaterThan(400);
    expect(waiting).toBe(others.length);
    const suggested = await suggestAliases(story.ports, story.tenant, { limit: 10_000 });
    expect(
      suggested.every(({ received, suggestions: [first] }) => first?.code === received.toLowerCase()),
    ).toBe(true);
    expect(suggested.every(({ suggestions: [first] }) => first?.confidence === 99)).toBe(true);
    for (const {
      kind,
      source,
      received,
      suggestions: [first],
    } of suggested) {
      taken(
        await confirmAlias(
          story.ports,
          story.tenant,
          { kind, source, received, code: first?.code as string },
          ACTOR,
        ),
      );
    }
    taken(await replayQuarantine(story.ports, story.tenant, { code: 'line-product-unknown', actor: ACTOR }));
    expect(await knownIn(story)).toEqual(CUT_WHOLE);
    await story.close();
  });
});

/** The first row of a document, near this share of the rows. */
function boundary(rows: readonly Row[], share: number): number {
  return boundaryAfter(rows, Math.floor(rows.length * share));
}

/** Where the document of a row ends. */
function boundaryAfter(rows: readonly Row[], at: number): number {
  let next = at;
  while (next < rows.length && rows[next]?.document === rows[at]?.document) next += 1;
  return next;
}

/**
 * A row inside a document with customers, its first rows before and others after. Its first row does
 * not stand in it once more: a part that has all that is known cannot be told from a whole that grew.
 */
function inside(rows: readonly Row[], share: number): number {
  let at = boundary(rows, share);
  for (;;) {
    const document = rows.slice(at, boundaryAfter(rows, at));
    const once = document.filter(({ text }) => text === rows[at]?.text).length === 1;
    if (document.length >= 4 && once && document.every(isLine)) return at + 2;
    at = boundaryAfter(rows, at);
  }
}
