import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectLines } from '../../adapters/files/readLines.ts';
import { LINE_FIELDS, type LineTexts, parseLine } from '../../core/fact/parseLine.ts';
import { REFUSALS } from '../../core/refusal/refusals.ts';
import { codeBlock, referencePage, tableRows } from './documentTables.ts';

const page = referencePage('line-format.md');
const fields = tableRows(page, 'Fields');

const NEEDED: LineTexts = {
  source: 'erp',
  document: '4711',
  line: '1',
  side: 'sale',
  company: 'EU',
  partner: 'P1',
  product: 'X',
  unit: 'EA',
  currency: 'EUR',
};

function codesOf(texts: LineTexts): string[] {
  const result = parseLine(texts);
  return result.ok ? [] : result.refusals.map((refusal) => refusal.code);
}

const discounts = tableRows(page, 'Discounts');

describe('docs/reference/line-format.md', () => {
  it('has a row for every field, and for no other', () => {
    const named = ['attribute.<name>', 'discount.<origin>.<code>'];
    expect([...fields.keys()].sort()).toEqual([...LINE_FIELDS, ...named].sort());
  });

  it.each(LINE_FIELDS)('says of %s whether it is needed', (field) => {
    const cells = (fields.get(field) ?? '').split('|').map((cell) => cell.trim());
    const { [field]: _, ...others } = NEEDED;
    expect(codesOf(others)).toEqual(cells[3] === 'yes' ? ['line-field-missing'] : []);
    expect(['yes', 'no']).toContain(cells[3]);
  });

  it.each([...discounts])('says what %s as a discount is', (text, row) => {
    const result = parseLine({ ...NEEDED, 'discount.rule.A': text });
    const kind = result.ok ? result.value.discounts?.[0]?.kind : undefined;
    expect(row.split('|')[2]?.trim()).toBe(`\`${kind}\``);
  });

  it('shows a file that is read without a refusal', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'line-format-'));
    const path = join(folder, 'lines.csv');
    await writeFile(path, codeBlock(page, 'csv'));
    const result = await collectLines(path);
    await rm(folder, { recursive: true });
    const rows = result.ok ? result.value.rows : [];
    expect(rows).toHaveLength(3);
    expect(rows.filter(({ parsed }) => 'refusals' in parsed)).toEqual([]);
  });

  it('names refusals that exist', () => {
    const named = [...page.matchAll(/`((?:line|file)-[a-z-]+)`/g)].map(([, code]) => code as string);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((code) => !(code in REFUSALS))).toEqual([]);
  });
});

/** One field of a good row changed: the change, and the only refusal it gives. */
const WRONG: Readonly<Record<string, LineTexts>> = {
  'line-field-missing': { partner: '' },
  'line-field-unknown': { netvalue: '1' },
  'line-text-invalid': { product: 'X\u0007' },
  'line-code-too-long': { document: 'D'.repeat(201) },
  'line-decimal-invalid': { quantity: '1,5' },
  'line-scale-beyond-nine': { netValue: '0.0000000001' },
  'line-digits-beyond-hundred': { netValue: '9'.repeat(101) },
  'line-discount-invalid': { 'discount.coupon.A': '5 %' },
  'line-date-invalid': { invoiceDate: '2026-02-30' },
  'line-value-not-allowed': { side: 'gift' },
  'line-currency-unknown': { currency: 'EUX' },
  'line-return-reference-incomplete': { returnOfLine: '1' },
  'line-correction-incomplete': { correctionOfLine: '1' },
  'line-correction-of-itself': { correctionOfDocument: '4711', correctionOfLine: '1' },
  'line-total-invalid': { takenOverFrom: '2026-01-01' },
};

describe('the refusals listed there', () => {
  it('are those that a changed row is refused with', () => {
    expect([...tableRows(page, 'Refusals about a row').keys()]).toEqual(Object.keys(WRONG));
  });

  it.each(Object.entries(WRONG))('%s', (code, change) => {
    expect(codesOf({ ...NEEDED, ...change })).toEqual([code]);
  });

  it('stand in the rows of the fields that can be refused with them', () => {
    for (const [field, row] of fields) {
      const isDecimal = row.includes('| decimal');
      const isDay = row.includes('| day');
      expect(row.includes('`line-decimal-invalid`'), field).toBe(isDecimal);
      expect(row.includes('`line-date-invalid`'), field).toBe(isDay);
      const codes = codesOf({ ...NEEDED, [field]: '2026-02-30' });
      if (isDecimal) expect(codes).toEqual(['line-decimal-invalid']);
      if (isDay) expect(codes).toEqual(['line-date-invalid']);
    }
  });
});
