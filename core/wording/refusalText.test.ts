import { expect, it } from 'vitest';
import { agreementText } from '../../test/support/trade.ts';
import { decodeAgreement } from '../agreement/decodeAgreement.ts';
import { refuse } from '../refusal/refusals.ts';
import { LANGUAGES } from './language.ts';
import { refusalText } from './refusalText.ts';

it('says what is wrong, what to do, and where', () => {
  const refusal = refuse('line-date-invalid', 'invoiceDate', {
    field: 'invoiceDate',
    value: '2026-02-30',
    row: '12',
  });
  expect(refusalText(refusal, 'en')).toEqual({
    what: '“2026-02-30” in invoiceDate is not a day.',
    fix: 'Write it as YYYY-MM-DD.',
    where: 'row 12, invoiceDate',
  });
  expect(refusalText(refusal, 'zh-CN')).toEqual({
    what: 'invoiceDate 中的“2026-02-30”不是有效日期。',
    fix: '请写成 YYYY-MM-DD。',
    where: '第 12 行，invoiceDate',
  });
});

it('translates the words of the program among the facts', () => {
  const [refusal] = refusalsOf({ formula: 'lumpSum' });
  expect(refusalText(refusal, 'en').what).toBe('The formula lump sum cannot pay percent.');
  expect(refusalText(refusal, 'zh-CN').what).toBe('公式“定额返利”不能按百分比返利。');
});

it('says how a column is written', () => {
  const facts = { value: '31.02.2026', expected: 'day-month-year' };
  const refusal = refuse('line-date-unread', 'invoiceDate', facts);
  expect(refusalText(refusal, 'en').what).toContain('day, month and year, such as 31.12.2026');
  expect(refusalText(refusal, 'zh-CN').what).toContain('日、月、年，例如 31.12.2026');
});

it('gives the text of the inner refusal as the reason', () => {
  const facts = { file: 'source.json', reason: 'agreement-field-missing', field: 'format' };
  const refusal = refuse('source-invalid', 'format', facts);
  expect(refusalText(refusal, 'en')).toEqual({
    what: 'The source description is not valid: The field “format” is missing.',
    fix: 'Add the field. Nothing that can change money is assumed.',
    where: 'source.json, format',
  });
  expect(refusalText(refusal, 'zh-CN').what).toBe('来源说明无效：缺少字段“format”。');
});

it('cuts a value that is too long for a sentence, and does not read it', () => {
  const value = `{field}[x]${'界'.repeat(1000)}`;
  const { what } = refusalText(
    refuse('line-decimal-invalid', 'netValue', { field: 'netValue', value }),
    'en',
  );
  expect(what.startsWith('“{field}[x]界')).toBe(true);
  expect(what.length).toBeLessThan(220);
  expect(what.endsWith('…” in netValue is not a decimal number.')).toBe(true);
});

it('keeps a text on one line, whatever a file holds', () => {
  const reason = 'bad indentation at line 2:\n\n\u001b[2J  a: b\u202e';
  const { what, where } = refusalText(refuse('file-syntax-invalid', 'a\u001b.yaml', { reason }), 'en');
  expect(what).toBe('The file … cannot be understood: bad indentation at line 2: [2J a: b .');
  expect(where).toBe('a .yaml');
});

it('does not cut what is allowed: the answer may stand at its end', () => {
  const allowed = `${'field, '.repeat(40)}line`;
  const refusal = refuse('line-value-not-allowed', 'unit', { field: 'unit', value: 'x', allowed });
  expect(refusalText(refusal, 'en').fix).toBe(`Use one of: ${allowed}.`);
});

it('names a place once', () => {
  const where = (at: string, facts: Record<string, string>) =>
    LANGUAGES.map((language) => refusalText(refuse('file-not-found', at, facts), language).where);
  expect(where('a.csv', { file: 'a.csv' })).toEqual(['a.csv', 'a.csv']);
  expect(where('row 3', { file: 'a.csv', row: '3' })).toEqual(['a.csv, row 3', 'a.csv，第 3 行']);
  expect(where('a.csv row 3', { file: 'a.csv', row: '3' })).toEqual(['a.csv row 3', 'a.csv 第 3 行']);
  expect(where('header', { file: 'a.csv', row: '0' })).toEqual(['a.csv, header', 'a.csv，表头']);
  expect(where('line 7', { file: 'a.yaml' })).toEqual(['a.yaml, line 7', 'a.yaml，第 7 行']);
  expect(where('', {})).toEqual(['', '']);
});

function refusalsOf(term: Parameters<typeof agreementText>[0]) {
  const result = decodeAgreement(agreementText(term));
  const [first, ...rest] = result.ok ? [] : result.refusals;
  if (first === undefined) throw new Error('it was accepted');
  return [first, ...rest] as const;
}
