import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { checkStatement } from '../../../core/payment/bankStatement.ts';
import { readCamt } from './readCamt.ts';

const SAMPLES = join(import.meta.dirname, '../../../test/standards/iso20022');

async function sample(name: string) {
  const read = await readCamt(join(SAMPLES, name), name);
  if (!read.ok) return read.refusals.map(({ code }) => code);
  return read.value.map(({ account, currency, entries, pending }) => ({
    account,
    currency,
    entries: entries.length,
    pending,
  }));
}

/** The codes against a text. */
async function codes(text: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'openrebate-camt-'));
  try {
    await writeFile(join(folder, 'a.xml'), text);
    const read = await readCamt(join(folder, 'a.xml'), 'a.xml');
    return read.ok ? [] : read.refusals.map(({ code, facts }) => `${code} ${facts.field ?? ''}`.trim());
  } finally {
    await rm(folder, { recursive: true });
  }
}

const entry = (inside: string) =>
  `<Document><BkToCstmrStmt><Stmt><Id>1</Id><Ntry>${inside}</Ntry></Stmt></BkToCstmrStmt></Document>`;
const GOOD =
  '<Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-02-11</Dt></BookgDt>';

describe('a statement in ISO 20022', () => {
  it.each([
    'camt053.v2.minimal.sample.xml',
    'camt053.v2.multi.statement.sample.xml',
    'camt053.v4.sample.xml',
    'camt053.v8.sample.xml',
    'camt054.v2.sample.xml',
    'camt054.v8.sample.xml',
  ])('%s of others is read', async (name) => {
    const statements = await sample(name);
    expect(statements).not.toEqual([]);
    for (const one of statements) expect(one).toMatchObject({ account: expect.stringMatching(/./) });
  });

  it('has its entries exactly, with sign and day', async () => {
    const read = await readCamt(join(SAMPLES, 'camt053.v8.sample.xml'), 'v8');
    const entries = read.ok ? (read.value[0]?.entries ?? []) : [];
    expect(entries.map(({ bookedOn, minor }) => [formatDate(bookedOn), minor])).toMatchInlineSnapshot(`
      [
        [
          "2014-12-31",
          885n,
        ],
      ]
    `);
  });

  it.each([
    ['nothing wrong', entry(GOOD), []],
    ['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${entry(GOOD)}`, ['file-xml-invalid']],
    ['a third digit of cents', entry(GOOD.replace('1.00', '1.001')), ['statement-not-read Amt']],
    ['no amount', entry(GOOD.replace('1.00', 'x')), ['statement-not-read Amt']],
    ['no direction', entry(GOOD.replace('DBIT', 'D')), ['statement-not-read CdtDbtInd']],
    ['no day', entry(GOOD.replace('2026-02-11', '2026-02-30')), ['statement-not-read BookgDt']],
    ['another message', '<Document><A><B><C/></B></A></Document>', ['statement-empty']],
    ['half a file', entry(GOOD).slice(0, 90), ['file-xml-invalid']],
  ])('with %s', async (_, text, expected) => {
    expect(await codes(text)).toEqual(expected);
  });
});

it('adds up, from one balance to the other and inside of each entry', () => {
  const one = {
    bookedOn: 1,
    minor: -5n,
    transactions: [
      { minor: -2n, remittance: '' },
      { minor: -3n, remittance: '' },
    ],
  };
  const statement = {
    id: '1',
    account: 'A',
    currency: 'EUR',
    opening: 10n,
    closing: 5n,
    entries: [one],
    pending: 0,
  };
  expect(checkStatement(statement)).toEqual([]);
  expect(checkStatement({ ...statement, closing: 6n })).toHaveLength(1);
  expect(
    checkStatement({ ...statement, entries: [{ ...one, transactions: one.transactions.slice(1) }] }),
  ).toHaveLength(1);
});
