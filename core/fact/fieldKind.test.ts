import { expect, it } from 'vitest';
import { lineTexts } from '../../test/support/trade.ts';
import { fieldKind } from './fieldKind.ts';
import { LINE_FIELDS, parseLine } from './parseLine.ts';

/** Refused for what it is, not for what it says. */
const CODES: Readonly<Record<string, string>> = { number: 'line-decimal-invalid', date: 'line-date-invalid' };

it.each(LINE_FIELDS)('says what kind of text %s holds, as it is read', (field) => {
  const read = parseLine({ ...lineTexts(), [field]: 'x' });
  const codes = read.ok ? [] : read.refusals.filter(({ at }) => at === field).map(({ code }) => code);
  const kinds = Object.keys(CODES).filter((kind) => codes.includes(CODES[kind] as never));
  expect(kinds[0] ?? 'text').toBe(fieldKind(field));
});

it('takes free attributes as texts, whatever they are called', () => {
  expect(fieldKind('attribute.listPrice')).toBe('text');
});
