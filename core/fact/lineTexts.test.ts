import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineContent } from './lineContent.ts';
import { lineTexts } from './lineTexts.ts';
import { LINE_FIELDS, type LineTexts, parseLine } from './parseLine.ts';

/** A text that each field takes; another one for those that take more. */
function sample(field: string): string {
  if (field.endsWith('Date')) return '2026-03-04';
  if (field === 'side') return 'sellThrough';
  if (field === 'currency') return 'EUR';
  if (field === 'lineKind') return 'freight';
  if (/quantity|price|cost|value|rate$/i.test(field)) return '-12.50';
  return `${field} 1`;
}

/** The known day is of the batch, not of the line; a total has nothing that only a single line can have. */
const FIELDS = LINE_FIELDS.filter((field) => !['knownOn', 'takenOverFrom'].includes(field));
const EVERY: LineTexts = {
  ...Object.fromEntries(FIELDS.map((field) => [field, sample(field)])),
  'discount.promotion.SPRING': '5.0%',
  'discount.coupon.C 7': '-3.25',
  'discount.rule.X': '=9.990',
  'attribute.region': '=North "1", 中',
};

function lineOf(texts: LineTexts) {
  const line = parseLine(texts);
  if (!line.ok) throw new Error(JSON.stringify(line.refusals));
  return line.value;
}

it('every field has its text back', () => {
  expect(lineTexts(lineOf(EVERY))).toEqual(EVERY);
});

it('a total has its text back', () => {
  const needed = {
    source: 's',
    document: 'd',
    line: '1',
    side: 'sale',
    company: 'c',
    partner: 'p',
    unit: 'EA',
  };
  const total = { ...needed, currency: 'EUR', postingDate: '2026-06-30', takenOverFrom: '2026-01-01' };
  expect(lineTexts(lineOf(total))).toEqual(total);
});

it('whatever a line says, its texts say again', () => {
  const needed = ['source', 'document', 'line', 'side', 'company', 'partner', 'product', 'unit', 'currency'];
  const others = Object.keys(EVERY).filter(
    (field) => !needed.includes(field) && !/^(returnOf|correctionOf)/.test(field),
  );
  fc.assert(
    fc.property(fc.subarray(others), (chosen) => {
      const texts = Object.fromEntries([...needed, ...chosen].map((field) => [field, EVERY[field] ?? '']));
      const line = lineOf(texts);
      expect(lineTexts(line)).toEqual(texts);
      expect(lineContent(lineOf(lineTexts(line)))).toBe(lineContent(line));
    }),
    { numRuns: 200, seed: 20_261_129 },
  );
});
