import { expect, test } from 'vitest';
import { readerOf } from '../../text/reader.ts';
import { evidenceValue } from './evidenceValue.ts';

test.each([
  ['amount', '1234.50 EUR', 'EUR 1,234.50', 'EUR 1,234.50'],
  ['amount', '-3 JPY', '-JPY 3', '-JPY 3'],
  ['sold', '12500 EA', '12,500 EA', '12,500 EA'],
  ['quantity', '12.5 SET', '12.5 SET', '12.5 SET'],
  ['day', '2026-10-02', '2 Oct 2026', '2026年10月2日'],
  ['count', '1200', '1,200', '1,200'],
  ['share', '38.2', '38.2', '38.2'],
  ['reference', '1200', '1200', '1200'],
  ['document', '2026-10-02', '2026-10-02', '2026-10-02'],
  ['decidedBy', 'person:007', 'person:007', 'person:007'],
  ['returned', '38 %', '38 %', '38 %'],
  ['of', '007', '007', '007'],
])('%s %s', (field, text, en, zh) => {
  const written = (language: 'en' | 'zh-CN') =>
    evidenceValue(field, text, readerOf(language)).replaceAll('\u00a0', ' ');
  expect([written('en'), written('zh-CN')]).toEqual([en, zh]);
});
